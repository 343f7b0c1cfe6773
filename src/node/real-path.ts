import { realpathSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';

/** Why a link is not followed, in words that follow "… could not be read: ". */
export const LEAVES = 'it is a symbolic link that leaves the workspace';

/** Where a path leads once every symbolic link is followed; undefined if it leads nowhere. */
export function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

/** The path with every link on the way to its last name followed, so that it compares with a folder's real path. */
export function withRealFolder(path: string): string {
  const real = realPath(dirname(path));
  return real === undefined ? path : join(real, basename(path));
}

/** True if the path is the folder or lies below it. Both must be absolute and without symbolic links. */
export function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
