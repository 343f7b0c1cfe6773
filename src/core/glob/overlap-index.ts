import { compileGlob, type Glob, isUnrooted } from './glob.ts';
import { globsIntersect } from './intersect.ts';
import { createPrefixIndex, type PrefixIndex } from './prefix-index.ts';

/** Which owners' globs can match a common path. Unrooted globs (`**` first) meet everything and are left out. */
export interface OverlapIndex {
  /** Adds globs of an owner. A text that is no glob that can be used is left out. */
  add(owner: string, globs: readonly string[]): void;
  /** Takes out all globs of an owner. */
  remove(owner: string): void;
  /** Up to `limit` pairs of an own glob and one of another owner that meet, for each own glob equal ones first. */
  overlapping(owner: string, limit: number): readonly Overlap[];
}

/** A pair of globs, as written, that some path matches both. */
export interface Overlap {
  /** Whose glob `other` is. */
  readonly owner: string;
  readonly own: string;
  readonly other: string;
}

/** One glob text and all who have it: a glob that thousands share is compared once. */
interface Entry {
  readonly glob: Glob;
  readonly owners: Set<string>;
}

/** An empty index. Where a glob begins with a path that `exists` as it is spelled, that part is meant literally. */
export function createOverlapIndex(exists?: (path: string) => boolean): OverlapIndex {
  const byStart = createPrefixIndex<Entry>();
  const entries = new Map<string, Entry>();
  const owned = new Map<string, Set<string>>();

  const enter = (text: string): Entry | undefined => {
    const known = entries.get(text);
    if (known !== undefined) return known;
    const glob = compileGlob(text, exists);
    if ('problem' in glob || isUnrooted(glob)) return undefined;
    const entry = { glob, owners: new Set<string>() };
    entries.set(text, entry);
    for (const { start } of glob.alternatives) byStart.add(start, entry);
    return entry;
  };
  const leave = (text: string, owner: string) => {
    const entry = entries.get(text);
    entry?.owners.delete(owner);
    if (entry?.owners.size !== 0) return;
    entries.delete(text);
    for (const { start } of entry.glob.alternatives) byStart.remove(start, entry);
  };

  return {
    add(owner, globs) {
      const texts = owned.get(owner) ?? new Set();
      owned.set(owner, texts);
      for (const text of globs) {
        const entry = enter(text);
        if (entry === undefined) continue;
        entry.owners.add(owner);
        texts.add(text);
      }
    },
    remove(owner) {
      for (const text of owned.get(owner) ?? []) leave(text, owner);
      owned.delete(owner);
    },
    overlapping(owner, limit) {
      const found: Overlap[] = [];
      for (const text of owned.get(owner) ?? []) {
        for (const pair of pairs(owner, entries.get(text), byStart)) {
          if (found.length >= limit) return found;
          found.push(pair);
        }
      }
      return found;
    },
  };
}

function* pairs(owner: string, own: Entry | undefined, byStart: PrefixIndex<Entry>): Iterable<Overlap> {
  if (own === undefined) return;
  for (const { glob, owners } of meeting(own, byStart)) {
    for (const other of owners) {
      if (other !== owner) yield { owner: other, own: own.glob.text, other: glob.text };
    }
  }
}

/** The entries that a path in common with this one is possible for, itself first. */
function* meeting(entry: Entry, byStart: PrefixIndex<Entry>): Iterable<Entry> {
  const seen = new Set([entry]);
  yield entry;
  for (const { start } of entry.glob.alternatives) {
    for (const other of byStart.onTheWay(start)) {
      if (seen.has(other)) continue;
      seen.add(other);
      if (globsIntersect(entry.glob, other.glob)) yield other;
    }
  }
}
