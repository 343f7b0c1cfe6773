import type { FileIndex } from '../glob/file-index.ts';
import { matchesGlob } from '../glob/glob.ts';
import { hasGlobCharacters, normalizePath } from '../glob/workspace-path.ts';

/**
 * Whether one glob matches all that another can match. Exact for plain paths. For globs it knows the evident cases (the same
 * glob, all of a folder above it, its last name in any folder) and says false to the rest: where `never` covers more than is
 * seen here, a finding too many is possible, one too few is not.
 */
export function globCovers({ compile }: FileIndex, cover: string, glob: string): boolean {
  const wide = normalizePath(cover);
  const narrow = normalizePath(glob);
  if (wide === '**' || wide === narrow) return true;
  if (hasGlobCharacters(narrow)) return isBelow(wide, narrow) || hasLastName(wide, narrow);
  const read = compile(wide);
  return !('problem' in read) && matchesGlob(read, narrow);
}

// A folder with all below it covers each glob that begins in the folder.
function isBelow(wide: string, narrow: string): boolean {
  const folder = wide.endsWith('/**') ? wide.slice(0, -2) : undefined;
  return folder !== undefined && !hasGlobCharacters(folder) && narrow.startsWith(folder);
}

// The last name of `src/**/*.lock` is that of `**/*.lock`, which covers it.
function hasLastName(wide: string, narrow: string): boolean {
  const name = /^\*\*\/([^/{}[\]]+)$/.exec(wide)?.[1];
  return name !== undefined && name !== '**' && narrow.slice(narrow.lastIndexOf('/') + 1) === name;
}
