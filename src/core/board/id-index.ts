import type { LaneFile } from '../lane/lane-file.ts';
import { nearest } from '../text/nearest.ts';
import { createKeyedIndex } from './keyed-index.ts';

/** Lane files by their id. */
export interface IdIndex {
  put(file: LaneFile): void;
  remove(path: string): void;
  withId(id: string): readonly LaneFile[];
  /** Other files whose id is the same, letter case aside. */
  namesakes(file: LaneFile): Iterable<LaneFile>;
  /** Whether two files are one lane: the same file, or ids that are the same, letter case aside. */
  areOne(a: LaneFile, b: LaneFile): boolean;
  nearest(id: string): string | undefined;
}

/** Among more ids than this, only neighbours in the alphabet are compared with a mistyped one. */
const mostCompared = 2000;

/** No lanes yet. */
export function createIdIndex(): IdIndex {
  const files = createKeyedIndex<LaneFile>();
  const folded = new Map<string, string>();
  let sorted: readonly string[] | undefined;

  const fold = (file: LaneFile) => folded.get(file.path) ?? foldId(file.id);
  const named = (id: string) => files.get(foldId(id)).map(({ value }) => value);
  const remove = (path: string) => {
    const id = folded.get(path);
    if (id === undefined) return;
    files.remove(id, path);
    folded.delete(path);
    sorted = undefined;
  };
  return {
    put(file) {
      const id = foldId(file.id);
      if (folded.has(file.path)) files.remove(id, file.path);
      else sorted = undefined;
      files.add(id, file.path, file);
      folded.set(file.path, id);
    },
    remove,
    withId: (id) => named(id).filter((file) => file.id === id.normalize('NFC')),
    *namesakes(file) {
      for (const { path, value } of files.get(fold(file))) if (path !== file.path) yield value;
    },
    areOne: (a, b) => a.path === b.path || fold(a) === fold(b),
    nearest(id) {
      sorted ??= [...files.keys()].sort();
      const close = nearest(id, neighbours(sorted, foldId(id)));
      return close === undefined ? undefined : named(close)[0]?.id;
    },
  };
}

function foldId(id: string): string {
  return id.normalize('NFC').toLowerCase();
}

function neighbours(sorted: readonly string[], id: string): readonly string[] {
  if (sorted.length <= mostCompared) return sorted;
  const next = sorted.findIndex((other) => other >= id);
  const middle = next < 0 ? sorted.length : next;
  return sorted.slice(Math.max(0, middle - mostCompared / 2), middle + mostCompared / 2);
}
