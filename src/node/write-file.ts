import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  constants,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describeFailure, failureCode } from './failure.ts';
import { isWithin, LEAVES, realPath } from './real-path.ts';

/** What became of a file that was to be written; `reason` follows "… could not be written: ". */
export type Written =
  | { readonly kind: 'written' }
  | { readonly kind: 'exists' }
  | { readonly kind: 'failed'; readonly reason: string };

/**
 * Makes a new file below the root, with the folders above it. Never overwrites, and never writes through a symbolic link that
 * leaves the root.
 */
export function createFile(root: string, path: string, text: string): Written {
  const target = join(root, path);
  const reason = makeFolderInside(root, dirname(target));
  if (reason !== undefined) return { kind: 'failed', reason };
  try {
    writeNew(target, text, 0o666);
    return { kind: 'written' };
  } catch (error) {
    return failureCode(error) === 'EEXIST'
      ? { kind: 'exists' }
      : { kind: 'failed', reason: describeFailure(error) };
  }
}

/**
 * Replaces the content of an existing file below the root, keeping its mode. Readers see the old text or the new one, never a
 * part: the new text is written beside it and renamed. A symbolic link stays one; one that leaves the root is refused.
 */
export function replaceFile(root: string, path: string, text: string): Written {
  const target = realPath(join(root, path));
  if (target === undefined) return { kind: 'failed', reason: 'it does not exist' };
  if (!isWithin(realPath(root) ?? root, target)) return { kind: 'failed', reason: LEAVES };
  try {
    replaceAtomically(target, text, statSync(target).mode);
    return { kind: 'written' };
  } catch (error) {
    return { kind: 'failed', reason: describeFailure(error) };
  }
}

/** Writes a file by way of a temporary one beside it. Throws what the system says; the temporary file never stays. */
export function replaceAtomically(target: string, content: string | Uint8Array, mode: number): void {
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    writeNew(temporary, content, mode & 0o7777);
    // The mode given to `open` is cut by the user's mask.
    chmodSync(temporary, mode & 0o7777);
    renameSync(temporary, target);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Makes a folder and those above it; returns why not, if it cannot or if a symbolic link on the way leaves the root. */
export function makeFolderInside(root: string, folder: string): string | undefined {
  try {
    const existing = nearestRealPath(folder);
    if (!isWithin(realPath(root) ?? root, existing)) return LEAVES;
    mkdirSync(folder, { recursive: true });
    return undefined;
  } catch (error) {
    return describeFailure(error);
  }
}

/** The real path of a file or folder or, if it does not exist, of the nearest folder above it. */
export function nearestRealPath(folder: string): string {
  for (let path = folder; ; path = dirname(path)) {
    const real = realPath(path);
    if (real !== undefined || path === dirname(path)) return real ?? path;
  }
}

function writeNew(path: string, content: string | Uint8Array, mode: number): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const descriptor = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, mode);
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
    fsyncSync(descriptor);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
}
