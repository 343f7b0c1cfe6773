/** What one lane file says under a key. */
export interface Entry<Value> {
  readonly path: string;
  readonly value: Value;
}

/** What lane files say, by key; the entries of a key are in order of path, whatever the order they came in. */
export interface KeyedIndex<Value> {
  add(key: string, path: string, value: Value): void;
  /** Takes out all that this file says under the key. */
  remove(key: string, path: string): void;
  get(key: string): readonly Entry<Value>[];
  keys(): Iterable<string>;
}

const NONE: readonly never[] = [];

/** An empty index. */
export function createKeyedIndex<Value>(): KeyedIndex<Value> {
  const entries = new Map<string, Entry<Value>[]>();
  return {
    add(key, path, value) {
      const list = entries.get(key);
      if (list === undefined) entries.set(key, [{ path, value }]);
      else list.splice(firstAfter(list, path), 0, { path, value });
    },
    remove(key, path) {
      const list = entries.get(key) ?? [];
      const end = firstAfter(list, path);
      let start = end;
      while (list[start - 1]?.path === path) start--;
      if (end - start === list.length) entries.delete(key);
      else list.splice(start, end - start);
    },
    get: (key) => entries.get(key) ?? NONE,
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
