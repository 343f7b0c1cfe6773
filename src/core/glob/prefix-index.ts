import { firstAtLeast } from './sorted-paths.ts';

/** Entries by the start of a path each, asked for those whose start begins another or is begun by it. */
export interface PrefixIndex<Entry> {
  /** Adds an entry. A start that ends with `END` is a whole path, which begins no other. */
  add(start: string, entry: Entry): void;
  remove(start: string, entry: Entry): void;
  /** The entries whose start the given one begins with, then those whose start begins with the given one. */
  onTheWay(start: string): readonly Entry[];
}

/** What no path holds: after it nothing can follow. */
export const END = '\0';

/** An empty index. What is added is sorted in when it is first needed: at once for thousands, or one by one. */
export function createPrefixIndex<Entry>(): PrefixIndex<Entry> {
  const entries = new Map<string, Set<Entry>>();
  const sorted: string[] = [];
  /** How many starts of each length end inside a name; the others end after a slash, where they are soon found. */
  const insideNames = new Map<number, number>();
  let settled = 0;
  const settle = () => {
    if (settled < sorted.length) sorted.sort();
    settled = sorted.length;
  };
  const countInside = (start: string, by: 1 | -1) => {
    if (start === '' || start.endsWith('/') || start.endsWith(END)) return;
    const left = (insideNames.get(start.length) ?? 0) + by;
    if (left > 0) insideNames.set(start.length, left);
    else insideNames.delete(start.length);
  };
  return {
    add(start, entry) {
      const there = entries.get(start);
      if (there === undefined) {
        entries.set(start, new Set([entry]));
        countInside(start, 1);
        sorted.push(start);
      } else there.add(entry);
    },
    remove(start, entry) {
      const there = entries.get(start);
      there?.delete(entry);
      if (there?.size !== 0) return;
      entries.delete(start);
      countInside(start, -1);
      settle();
      sorted.splice(firstAtLeast(sorted, start), 1);
      settled = sorted.length;
    },
    onTheWay(start) {
      settle();
      const found: Entry[] = [];
      const take = (text: string) => found.push(...(entries.get(text) ?? []));
      for (let end = 0; end < start.length; end = start.indexOf('/', end) + 1 || start.length)
        take(start.slice(0, end));
      for (const length of insideNames.keys()) if (length < start.length) take(start.slice(0, length));
      for (let at = firstAtLeast(sorted, start); sorted[at]?.startsWith(start); at++)
        take(sorted[at] as string);
      return found;
    },
  };
}
