import { compileGlob, type Glob, matchesGlob } from '../glob/glob.ts';
import { hasGlobCharacters, normalizePath } from '../glob/workspace-path.ts';

/** Whether one glob forbids all of another. It remembers the globs that it has read. */
export interface GlobCover {
  /**
   * True only if every path that `glob` can match is one that `cover` matches. Exact for plain paths. For globs it knows the
   * evident cases (the same glob, all of a folder above it, its last name in any folder) and says false to the rest, so that a finding
   * too many is possible and one too few is not.
   */
  covers(cover: string, glob: string): boolean;
}

/** A cover that has read no globs yet. */
export function createGlobCover(): GlobCover {
  const read = new Map<string, Glob | undefined>();
  const matches = (text: string, path: string) => {
    if (!read.has(text)) {
      const glob = compileGlob(text);
      read.set(text, 'problem' in glob ? undefined : glob);
    }
    const glob = read.get(text);
    return glob !== undefined && matchesGlob(glob, path);
  };
  return {
    covers(cover, glob) {
      const wide = normalizePath(cover);
      const narrow = normalizePath(glob);
      if (wide === '**' || wide === narrow) return true;
      if (!hasGlobCharacters(narrow)) return matches(cover, narrow);
      return isBelow(wide, narrow) || hasLastName(wide, narrow);
    },
  };
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
