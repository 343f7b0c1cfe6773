import type { FileIndex } from '../glob/file-index.ts';
import { createOverlapIndex } from '../glob/overlap-index.ts';
import { checkPath, normalizePath } from '../glob/workspace-path.ts';
import type { SoundLane } from '../lane/lane-file.ts';
import type { Text } from '../text/span.ts';
import type { Others, WriteOverlap } from './board.ts';
import { createCaseTwins } from './case-twins.ts';
import { globCovers } from './glob-cover.ts';
import { createKeyedIndex } from './keyed-index.ts';
import { takeOthers } from './take-others.ts';

/** Who may write what. */
export interface WriteIndex {
  put(file: SoundLane): void;
  remove(path: string): void;
  /** For each glob of this lane, the lanes that it may meet whose globs meet it, or differ from it only in letter case. */
  overlaps(file: SoundLane, mayMeet: (other: SoundLane) => boolean): readonly WriteOverlap[];
  /** The first lanes of those that count which may write this path, in order of their own. */
  writers(path: string, mayCount: (file: SoundLane) => boolean, limit: number): readonly SoundLane[];
  /** Every lane that has a glob which meets this one, or differs from it only in letter case. */
  lanesMeeting(glob: string): Iterable<SoundLane>;
}

interface Writer {
  readonly file: SoundLane;
  readonly glob: Text;
}

/** Of the globs that meet one glob, this many are looked at. */
const mostGlobs = 200;
/** Of the globs of one lane, this many are compared with those of others. */
const mostOwnGlobs = 200;

const nobody: Others<Writer> = { first: [], count: 0 };

/** No lanes yet. What `never` forbids in all lanes is subtracted like what a lane itself forbids. */
export function createWriteIndex(files: FileIndex, neverAnywhere: readonly Text[]): WriteIndex {
  const writers = createKeyedIndex<Writer>();
  const globs = createOverlapIndex(files.compile);
  const twins = createCaseTwins();
  const written = new Map<string, ReadonlyMap<string, Writer>>();

  const isForbidden = ({ lane }: SoundLane, glob: string) =>
    [...neverAnywhere, ...lane.limits.never].some((never) => globCovers(files, never.value, glob));

  const others = (own: Writer, key: string, mayMeet: (other: SoundLane) => boolean): Others<Writer> => {
    const met = globs.meeting(key, mostGlobs);
    const cased = twins.of(key);
    if (met.length === 0 && cased.length === 0 && writers.get(key).length < 2) return nobody;
    if (isForbidden(own.file, own.glob.value)) return nobody;
    const free = met.filter((glob) => !isForbidden(own.file, glob));
    const seen = new Set<string>();
    return takeOthers(writersOfAll([key, ...free.sort(), ...cased]), ({ file, glob }) => {
      if (seen.has(file.path) || !mayMeet(file)) return false;
      if (isForbidden(file, glob.value) || isForbidden(file, own.glob.value)) return false;
      seen.add(file.path);
      return true;
    });
  };
  function* writersOfAll(keys: readonly string[]): Iterable<Writer> {
    for (const key of keys) for (const { value } of writers.get(key)) yield value;
  }

  const forget = (keys: Iterable<string>) => {
    for (const key of keys) {
      if (writers.get(key).length > 0) continue;
      globs.remove(key);
      twins.remove(key);
    }
  };
  const keysMeeting = (glob: string) => [glob, ...globs.meeting(glob, mostGlobs)];

  return {
    put(file) {
      const before = written.get(file.path);
      const own = new Map<string, Writer>();
      for (const glob of file.lane.limits.write) {
        if (checkPath(glob.value) === undefined) own.set(normalizePath(glob.value), { file, glob });
      }
      written.set(file.path, own);
      for (const key of before?.keys() ?? []) writers.remove(key, file.path);
      for (const [key, writer] of own) writers.add(key, file.path, writer);
      for (const key of own.keys()) {
        globs.add(key);
        twins.add(key);
      }
      forget(before?.keys() ?? []);
    },
    remove(path) {
      const before = written.get(path);
      written.delete(path);
      for (const key of before?.keys() ?? []) writers.remove(key, path);
      forget(before?.keys() ?? []);
    },
    overlaps(file, mayMeet) {
      const compared = [...(written.get(file.path) ?? [])].slice(0, mostOwnGlobs);
      return compared.flatMap(([key, own]) => {
        const found = others(own, key, mayMeet);
        return found.count > 0 ? [{ own: own.glob, ...found }] : [];
      });
    },
    writers(path, mayCount, limit) {
      const found = new Map<string, SoundLane>();
      for (const key of keysMeeting(path)) {
        let taken = 0;
        for (const { value } of writers.get(key)) {
          if (!mayCount(value.file) || isForbidden(value.file, path)) continue;
          found.set(value.file.path, value.file);
          if (++taken === limit) break;
        }
      }
      return [...found.values()].sort(byPath).slice(0, limit);
    },
    *lanesMeeting(glob) {
      for (const { file } of writersOfAll([...keysMeeting(glob), ...twins.of(glob)])) yield file;
    },
  };
}

function byPath(a: SoundLane, b: SoundLane): number {
  return a.path < b.path ? -1 : 1;
}
