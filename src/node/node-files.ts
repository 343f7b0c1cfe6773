import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { type FileContent, type Files, type FolderEntry, isLanePath } from '../core/index.ts';
import type { Breathe } from './breathe.ts';
import { describeFailure, failureCode } from './failure.ts';
import { isWithin, LEAVES, realPath } from './real-path.ts';

// Opening a pipe without a writer would otherwise wait for one for ever. Windows has neither.
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

const NO_LINK = 'Put the file itself in its place.';

/**
 * The files below a folder. Symbolic links are followed while they stay inside the folder's real path. Calls are
 * synchronous inside, which is several times faster for many small files; `breathe` is awaited before each, so that signals
 * get through.
 */
export function nodeFiles(root: string, breathe: Breathe = async () => {}): Files {
  const realRoot = realPath(root) ?? root;
  return {
    async list(folder) {
      await breathe();
      return listFolder(realRoot, join(realRoot, folder));
    },
    async read(path, atMost) {
      await breathe();
      return readInside(realRoot, join(realRoot, path), atMost);
    },
  };
}

function listFolder(realRoot: string, folder: string): readonly FolderEntry[] {
  const realFolder = realPath(folder);
  if (realFolder === undefined || !isWithin(realRoot, realFolder)) return [];
  try {
    const kindOf = realFolder === folder ? kindInFolder(realRoot) : kindInLinkedFolder;
    return readdirSync(folder, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      kind: kindOf(folder, entry),
    }));
  } catch {
    return [];
  }
}

/**
 * A link to a folder counts unless it leads back up, and inside it no further link to a folder does: so every loop ends. A
 * lane that lies elsewhere counts as a file, so that reading it says why it is not read.
 */
function kindInFolder(realRoot: string) {
  return (folder: string, entry: Dirent): FolderEntry['kind'] => {
    if (!entry.isSymbolicLink()) return entryKind(entry);
    const target = realPath(join(folder, entry.name));
    if (target === undefined || !isWithin(realRoot, target)) return isLanePath(entry.name) ? 'file' : 'other';
    return isWithin(target, folder) ? 'other' : statKind(target);
  };
}

/** Where a link led here, files exist, but a lane has its one place where it really lies. */
function kindInLinkedFolder(_folder: string, entry: Dirent): FolderEntry['kind'] {
  return isLanePath(entry.name) ? 'other' : entryKind(entry);
}

function entryKind(entry: Pick<Dirent, 'isFile' | 'isDirectory'>): FolderEntry['kind'] {
  return entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';
}

function statKind(path: string): FolderEntry['kind'] {
  try {
    return entryKind(statSync(path));
  } catch {
    return 'other';
  }
}

/** Reads a file if it lies below the real path of a folder; a link that leaves it is not followed. Never throws. */
export function readInside(realRoot: string, path: string, atMost: number): FileContent {
  let descriptor: number | undefined;
  try {
    const real = realpathSync.native(path);
    if (!isWithin(realRoot, real)) return { kind: 'unreadable', reason: LEAVES, remedy: NO_LINK };
    descriptor = openSync(real, OPEN_FLAGS);
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) return { kind: 'unreadable', reason: 'it is not a file' };
    if (stats.size > atMost) return { kind: 'too-large', size: stats.size };
    return { kind: 'bytes', bytes: readWhole(descriptor, stats.size) };
  } catch (error) {
    return describeUnread(path, error);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function describeUnread(path: string, error: unknown): FileContent {
  switch (failureCode(error)) {
    case 'ENOENT':
      return isLink(path)
        ? { kind: 'unreadable', reason: 'it is a symbolic link that leads nowhere', remedy: NO_LINK }
        : { kind: 'missing' };
    case 'ELOOP':
      return { kind: 'unreadable', reason: describeFailure(error), remedy: NO_LINK };
    case 'EACCES':
    case 'EPERM':
      return { kind: 'unreadable', reason: describeFailure(error), remedy: 'Check its permissions.' };
    default:
      return { kind: 'unreadable', reason: describeFailure(error) };
  }
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function readWhole(descriptor: number, size: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(size);
  let filled = 0;
  while (filled < size) {
    const count = readSync(descriptor, bytes, filled, size - filled, filled);
    if (count === 0) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}
