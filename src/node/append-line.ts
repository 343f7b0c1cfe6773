import { closeSync, constants, fstatSync, openSync, readSync, writeSync } from 'node:fs';

const NO_LINK = constants.O_NOFOLLOW ?? 0;
const NO_WAIT = constants.O_NONBLOCK ?? 0;

/**
 * Adds lines to the end of a file in one write, so that of two processes that do it at once neither loses one. Each begins with
 * a line break: what an interrupted write left before it stays a line of its own. Throws what the system says, also if not
 * everything could be written. Not through a symbolic link.
 */
export function appendLines(file: string, lines: readonly string[], mode: number): void {
  const bytes = Buffer.from(lines.map((line) => `\n${line}\n`).join(''));
  const descriptor = openSync(
    file,
    constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | NO_LINK | NO_WAIT,
    mode,
  );
  try {
    if (!fstatSync(descriptor).isFile()) throw new Error('it is not a file');
    // After a short write, the next one says why.
    for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
  } finally {
    closeSync(descriptor);
  }
}

/** The lines of a file that are not empty, the last one only if it was ended; none if it cannot be read or is too large. */
export function readLines(file: string, atMost: number): readonly string[] {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, constants.O_RDONLY | NO_LINK | NO_WAIT);
    const stats = fstatSync(descriptor);
    if (!stats.isFile() || stats.size > atMost) return [];
    const bytes = Buffer.allocUnsafe(stats.size);
    let filled = 0;
    for (let count = -1; count !== 0 && filled < bytes.length; filled += count) {
      count = readSync(descriptor, bytes, filled, bytes.length - filled, filled);
    }
    const text = bytes.toString('utf8', 0, filled);
    return text
      .slice(0, text.lastIndexOf('\n') + 1)
      .split('\n')
      .filter((line) => line !== '');
  } catch {
    return [];
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
