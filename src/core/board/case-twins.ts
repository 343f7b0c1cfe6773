import { hasGlobCharacters } from '../glob/workspace-path.ts';

/** Plain paths by how they are spelled: on macOS and Windows two that differ only in letter case are one file. */
export interface CaseTwins {
  add(path: string): void;
  remove(path: string): void;
  /** The other spellings of a path, sorted. */
  of(path: string): readonly string[];
}

const NONE: readonly never[] = [];

/** No paths yet. Globs are left out. */
export function createCaseTwins(): CaseTwins {
  const spellings = new Map<string, Set<string>>();
  return {
    add(path) {
      if (hasGlobCharacters(path)) return;
      const folded = path.toLowerCase();
      const known = spellings.get(folded);
      if (known === undefined) spellings.set(folded, new Set([path]));
      else known.add(path);
    },
    remove(path) {
      const folded = path.toLowerCase();
      const known = spellings.get(folded);
      known?.delete(path);
      if (known?.size === 0) spellings.delete(folded);
    },
    of(path) {
      const known = spellings.get(path.toLowerCase());
      if (known === undefined || known.size < 2) return NONE;
      return [...known].filter((one) => one !== path).sort();
    },
  };
}
