import type { LaneFile } from '../core/index.ts';
import { digest, loadCached, MOST_CACHED_BYTES, storeCached } from './cache-file.ts';

/** Reads lane files, and remembers from run to run what it read. */
export interface LaneCache {
  /** The lane file of this path and text: as remembered, else read now. */
  readLane(path: string, text: string): LaneFile;
  /** Keeps what this run read, and forgets what it did not. Says nothing if it cannot. */
  save(): void;
}

type ReadLane = (path: string, text: string) => LaneFile;

/** Where in the file's bytes the JSON of an entry stands. */
interface Place {
  readonly start: number;
  readonly end: number;
}

const KEY_LENGTH = 43;
const NEWLINE = 0x0a;

/**
 * A cache of what `read` makes of lane files, for one workspace folder and one build of the product. A line per lane: a digest
 * of path and text, then the result as JSON. What does not match is read anew.
 */
export function openLaneCache(root: string, product: string, read: ReadLane): LaneCache {
  const name = `${digest(root)}.lanes`;
  const bytes = loadCached(name, product) ?? Buffer.alloc(0);
  const places = placesIn(bytes);
  const used = new Map<string, Place | string>();
  let isChanged = false;
  return {
    readLane(path, text) {
      const key = digest(path, '\0', text);
      const known = used.get(key) ?? places.get(key);
      if (known !== undefined) {
        used.set(key, known);
        return { path, text, ...JSON.parse(jsonOf(known, bytes).toString()) };
      }
      const lane = read(path, text);
      used.set(key, JSON.stringify({ ...lane, path: undefined, text: undefined }));
      isChanged = true;
      return lane;
    },
    save() {
      if (isChanged || used.size !== places.size) storeCached(name, product, entriesOf(used, bytes));
    },
  };
}

function placesIn(bytes: Buffer): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(NEWLINE, start);
    if (end < 0) break;
    places.set(bytes.toString('latin1', start, start + KEY_LENGTH), { start: start + KEY_LENGTH, end });
    start = end + 1;
  }
  return places;
}

function entriesOf(used: ReadonlyMap<string, Place | string>, bytes: Buffer): Buffer {
  const entries: Buffer[] = [];
  let size = 0;
  for (const [key, value] of used) {
    const json = jsonOf(value, bytes);
    size += KEY_LENGTH + json.length + 1;
    if (size > MOST_CACHED_BYTES / 2) break;
    entries.push(Buffer.from(key), json, Buffer.of(NEWLINE));
  }
  return Buffer.concat(entries);
}

function jsonOf(entry: Place | string, bytes: Buffer): Buffer {
  return typeof entry === 'string' ? Buffer.from(entry) : bytes.subarray(entry.start, entry.end);
}
