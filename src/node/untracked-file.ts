import { constants } from 'node:fs';
import { lstat, open, readlink } from 'node:fs/promises';

/** What a file holds that git does not know yet. */
export interface UntrackedFile {
  readonly lines: number;
  readonly isBinary: boolean;
}

const CHUNK = 64 * 1024;
/** Where git looks for a NUL to call a file binary. */
const LOOKED_AT = 8000;
/** A larger file counts as binary, as git has it for much larger ones. */
const LARGEST = 64 * 1024 * 1024;
const NEWLINE = 0x0a;

// Opening a pipe without a writer would otherwise wait for one for ever. Windows has neither.
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** Counts the lines of a file as git would if it were added; of a link, its one line. Undefined if it went away or is unreadable. */
export async function readUntracked(path: string): Promise<UntrackedFile | undefined> {
  try {
    const stats = await lstat(path);
    if (stats.isSymbolicLink()) return { lines: 1, isBinary: false };
    if (!stats.isFile() || stats.size > LARGEST) return { lines: 0, isBinary: true };
    return await countLines(path);
  } catch {
    return undefined;
  }
}

async function countLines(path: string): Promise<UntrackedFile> {
  const file = await open(path, FLAGS);
  try {
    const buffer = Buffer.allocUnsafe(CHUNK);
    let lines = 0;
    let last = NEWLINE;
    for (let size = 0; ; ) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK);
      if (bytesRead === 0) break;
      const bytes = buffer.subarray(0, bytesRead);
      if (size < LOOKED_AT && bytes.subarray(0, LOOKED_AT - size).includes(0))
        return { lines: 0, isBinary: true };
      for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) lines += 1;
      last = bytes[bytesRead - 1] ?? last;
      size += bytesRead;
    }
    return { lines: last === NEWLINE ? lines : lines + 1, isBinary: false };
  } finally {
    await file.close();
  }
}

/** The text of such a file, or what a link says, up to so many bytes; undefined if it cannot be read. */
export async function untrackedText(path: string, atMost: number): Promise<string | undefined> {
  try {
    if ((await lstat(path)).isSymbolicLink()) return await readlink(path);
    const file = await open(path, FLAGS);
    try {
      const buffer = Buffer.alloc(atMost);
      const { bytesRead } = await file.read(buffer, 0, atMost, 0);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
}
