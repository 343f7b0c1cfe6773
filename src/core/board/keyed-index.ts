/** What one lane file says under a key. */
export interface Entry<Value> {
  readonly path: string;
  readonly value: Value;
}

/** What lane files say, by key, in order of path whatever the order they came in. All that a file said goes at once. */
export interface KeyedIndex<Value> {
  add(key: string, path: string, value: Value): void;
  remove(path: string): void;
  get(key: string): readonly Entry<Value>[];
  /** Whether this file says something under the key. */
  has(key: string, path: string): boolean;
  keys(): Iterable<string>;
}

/** An empty index. */
export function createKeyedIndex<Value>(): KeyedIndex<Value> {
  const entries = new Map<string, Entry<Value>[]>();
  const keysOf = new Map<string, Set<string>>();
  return {
    add(key, path, value) {
      const list = entries.get(key) ?? [];
      list.splice(firstAfter(list, path), 0, { path, value });
      entries.set(key, list);
      keysOf.set(path, (keysOf.get(path) ?? new Set()).add(key));
    },
    remove(path) {
      for (const key of keysOf.get(path) ?? []) {
        const list = entries.get(key) ?? [];
        const end = firstAfter(list, path);
        let start = end;
        while (list[start - 1]?.path === path) start--;
        list.splice(start, end - start);
        if (list.length === 0) entries.delete(key);
      }
      keysOf.delete(path);
    },
    get: (key) => entries.get(key) ?? [],
    has: (key, path) => keysOf.get(path)?.has(key) ?? false,
    keys: () => entries.keys(),
  };
}

/** Where entries of later paths begin. Lanes mostly come in order, so that the end is tried first. */
function firstAfter<Value>(list: readonly Entry<Value>[], path: string): number {
  const last = list.at(-1);
  if (last === undefined || last.path <= path) return list.length;
  let low = 0;
  let high = list.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as Entry<Value>).path <= path) low = middle + 1;
    else high = middle;
  }
  return low;
}
