import { firstAtLeast } from './sorted-paths.ts';

/** Texts by the start of a path each, asked for those whose start begins another or is begun by it. */
export interface PrefixIndex {
  /** Adds a text. A start that ends with `END` is a whole path, which begins no other. */
  add(start: string, text: string): void;
  remove(start: string, text: string): void;
  /**
   * Up to `limit` texts whose start the given one begins with, then those whose start begins with the given one: in an order
   * that does not depend on the order in which they were added.
   */
  onTheWay(start: string, limit: number): readonly string[];
}

/** What no path holds: after it nothing can follow. */
export const END = '\0';

/** An empty index. What is added is sorted in when it is first needed: at once for thousands, or one by one. */
export function createPrefixIndex(): PrefixIndex {
  const texts = new Map<string, string[]>();
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
    add(start, text) {
      const there = texts.get(start);
      if (there !== undefined) {
        there.splice(firstAtLeast(there, text), 0, text);
        return;
      }
      texts.set(start, [text]);
      countInside(start, 1);
      sorted.push(start);
    },
    remove(start, text) {
      const there = texts.get(start) ?? [];
      const at = firstAtLeast(there, text);
      if (there[at] !== text) return;
      there.splice(at, 1);
      if (there.length > 0) return;
      texts.delete(start);
      countInside(start, -1);
      settle();
      sorted.splice(firstAtLeast(sorted, start), 1);
      settled = sorted.length;
    },
    onTheWay(start, limit) {
      settle();
      const found: string[] = [];
      const take = (other: string) => {
        for (const text of texts.get(other) ?? []) if (found.push(text) >= limit) return;
      };
      for (let end = 0; end < start.length; end = start.indexOf('/', end) + 1 || start.length)
        take(start.slice(0, end));
      for (const length of [...insideNames.keys()].sort((a, b) => a - b)) {
        if (length < start.length) take(start.slice(0, length));
      }
      for (
        let at = firstAtLeast(sorted, start);
        found.length < limit && sorted[at]?.startsWith(start);
        at++
      ) {
        take(sorted[at] as string);
      }
      return found.slice(0, limit);
    },
  };
}
