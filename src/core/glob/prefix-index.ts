import { firstAtLeast } from './sorted-paths.ts';

/** Entries by a text each, asked for those whose text begins another or is begun by it. */
export interface PrefixIndex<Entry> {
  add(text: string, entry: Entry): void;
  remove(text: string, entry: Entry): void;
  /** The entries whose text the given one begins with, shortest first, then those whose text begins with the given one. */
  onTheWay(text: string): Iterable<Entry>;
}

/** An empty index. What is added is sorted in when it is first needed: at once for thousands, or one by one. */
export function createPrefixIndex<Entry>(): PrefixIndex<Entry> {
  const entries = new Map<string, Set<Entry>>();
  const sorted: string[] = [];
  let settled = 0;
  const settle = () => {
    if (settled < sorted.length) sorted.sort();
    settled = sorted.length;
  };
  return {
    add(text, entry) {
      const there = entries.get(text);
      if (there === undefined) {
        entries.set(text, new Set([entry]));
        sorted.push(text);
      } else there.add(entry);
    },
    remove(text, entry) {
      const there = entries.get(text);
      there?.delete(entry);
      if (there?.size !== 0) return;
      entries.delete(text);
      settle();
      sorted.splice(firstAtLeast(sorted, text), 1);
      settled = sorted.length;
    },
    *onTheWay(text) {
      settle();
      for (let length = 0; length < text.length; length++) yield* entries.get(text.slice(0, length)) ?? [];
      for (let at = firstAtLeast(sorted, text); sorted[at]?.startsWith(text); at++) {
        yield* entries.get(sorted[at] as string) ?? [];
      }
    },
  };
}
