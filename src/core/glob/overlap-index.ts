import { compileGlob, type Glob, type GlobProblem, isUnrooted } from './glob.ts';
import { globsIntersect } from './intersect.ts';
import { createPrefixIndex } from './prefix-index.ts';

/** Globs, asked for those that can match a path in common with another. Unrooted globs (`**` first) meet everything and are left out. */
export interface OverlapIndex {
  /** Adds a glob. A text that is no glob that can be used is left out. */
  add(glob: string): void;
  remove(glob: string): void;
  /** Up to `limit` of the globs here, as written, that meet this one, which itself is left out. */
  meeting(glob: string, limit: number): readonly string[];
}

/** An empty index. `read` compiles a glob; it may know which paths exist and remember what it has read. */
export function createOverlapIndex(read: (glob: string) => Glob | GlobProblem = compileGlob): OverlapIndex {
  const byStart = createPrefixIndex<Glob>();
  const globs = new Map<string, Glob>();
  const rooted = (text: string): Glob | undefined => {
    const glob = globs.get(text) ?? read(text);
    return 'problem' in glob || isUnrooted(glob) ? undefined : glob;
  };

  return {
    add(text) {
      const glob = rooted(text);
      if (glob === undefined || globs.has(text)) return;
      globs.set(text, glob);
      for (const { start } of glob.alternatives) byStart.add(start, glob);
    },
    remove(text) {
      const glob = globs.get(text);
      globs.delete(text);
      for (const { start } of glob?.alternatives ?? []) if (glob !== undefined) byStart.remove(start, glob);
    },
    meeting(text, limit) {
      const own = rooted(text);
      const seen = new Set<Glob>();
      const found: string[] = [];
      for (const { start } of own?.alternatives ?? []) {
        for (const other of byStart.onTheWay(start)) {
          if (found.length >= limit) return found;
          if (own === undefined || seen.has(other) || other.text === text) continue;
          seen.add(other);
          if (globsIntersect(own, other)) found.push(other.text);
        }
      }
      return found;
    },
  };
}
