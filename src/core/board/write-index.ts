import type { FileIndex } from '../glob/file-index.ts';
import { createOverlapIndex } from '../glob/overlap-index.ts';
import { normalizePath } from '../glob/workspace-path.ts';
import type { SoundLane } from '../lane/lane-file.ts';
import type { Text } from '../text/span.ts';
import type { WriteOverlap } from './board.ts';
import { createGlobCover } from './glob-cover.ts';
import { createKeyedIndex } from './keyed-index.ts';
import { takeOthers } from './take-others.ts';

/** Who may write what. */
export interface WriteIndex {
  put(file: SoundLane): void;
  remove(path: string): void;
  /** For each glob of this lane, the lanes that it may meet whose globs meet it. */
  overlaps(file: SoundLane, mayMeet: (other: SoundLane) => boolean): readonly WriteOverlap[];
  /** The first lanes of those that count which may write this path, in order of their own. */
  writers(path: string, mayCount: (file: SoundLane) => boolean, limit: number): readonly SoundLane[];
  /** Every lane that has a glob which meets this one. */
  lanesMeeting(glob: string): Iterable<SoundLane>;
}

interface Writer {
  readonly file: SoundLane;
  readonly glob: Text;
}

/** Of the globs that meet one glob, this many are looked at. */
const mostGlobs = 200;

/** Owner of the path that is being asked about; no path of a file has such a name. */
const asked = '\0';

/** No lanes yet. What `never` forbids in all lanes is subtracted like what a lane itself forbids. */
export function createWriteIndex(files: FileIndex, neverAnywhere: readonly Text[]): WriteIndex {
  const writers = createKeyedIndex<Writer>();
  const meeting = createOverlapIndex((path) => files.hasFile(path) || files.hasFolder(path));
  const written = new Map<string, ReadonlyMap<string, Writer>>();
  const { covers } = createGlobCover();

  const isForbidden = ({ lane }: SoundLane, glob: string) =>
    [...neverAnywhere, ...lane.limits.never].some((never) => covers(never.value, glob));

  function* others(own: Writer, key: string, mayMeet: (other: SoundLane) => boolean): Iterable<Writer> {
    if (isForbidden(own.file, own.glob.value)) return;
    const isFree = ({ file, glob }: Writer) =>
      !isForbidden(file, glob.value) && !isForbidden(file, own.glob.value) && mayMeet(file);
    const seen = new Set([own.file.path]);
    const met = meeting.overlapping(key, mostGlobs).map(({ other }) => other);
    for (const other of [key, ...met.sort().filter((glob) => !isForbidden(own.file, glob))]) {
      for (const { path, value } of writers.get(other)) {
        if (seen.has(path) || !isFree(value)) continue;
        seen.add(path);
        yield value;
      }
    }
  }

  const keysMeeting = (glob: string): readonly string[] => {
    meeting.add(asked, [glob]);
    const found = meeting.overlapping(asked, mostGlobs).map(({ other }) => other);
    meeting.remove(asked);
    return found;
  };

  return {
    put(file) {
      const own = new Map<string, Writer>();
      for (const glob of file.lane.limits.write) {
        const key = normalizePath(glob.value);
        if (own.has(key)) continue;
        own.set(key, { file, glob });
        if (writers.get(key).length === 0) meeting.add(key, [key]);
        writers.add(key, file.path, { file, glob });
      }
      written.set(file.path, own);
    },
    remove(path) {
      writers.remove(path);
      for (const key of written.get(path)?.keys() ?? []) {
        if (writers.get(key).length === 0) meeting.remove(key);
      }
      written.delete(path);
    },
    overlaps(file, mayMeet) {
      return [...(written.get(file.path) ?? [])].flatMap(([key, own]) => {
        const found = takeOthers(others(own, key, mayMeet));
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
      for (const key of keysMeeting(glob)) for (const { value } of writers.get(key)) yield value.file;
    },
  };
}

function byPath(a: SoundLane, b: SoundLane): number {
  return a.path < b.path ? -1 : 1;
}
