import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { LaneFile } from '../core/index.ts';
import { cacheFolder } from './cache-folder.ts';
import { replaceAtomically } from './write-file.ts';

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

const MOST_BYTES = 256 * 1024 * 1024;
const MOST_WORKSPACES = 50;
const KEY_LENGTH = 43;
const NEWLINE = 0x0a;

/**
 * A cache of what `read` makes of lane files, for one workspace folder and one build of the product (`product`: anything that
 * differs between builds). A line per lane: a digest of path and text, then the result as JSON; a digest over all of it comes
 * first. What does not match is read anew.
 */
export function openLaneCache(root: string, product: string, read: ReadLane): LaneCache {
  const file = cacheFile(root);
  const stored = file === undefined ? NOTHING : load(file, product);
  const used = new Map<string, Place | string>();
  let isChanged = false;
  return {
    readLane(path, text) {
      const key = digest(path, '\0', text);
      const known = used.get(key) ?? stored.places.get(key);
      if (known !== undefined) {
        used.set(key, known);
        return { path, text, ...JSON.parse(jsonOf(known, stored.bytes).toString()) };
      }
      const lane = read(path, text);
      used.set(key, JSON.stringify({ ...lane, path: undefined, text: undefined }));
      isChanged = true;
      return lane;
    },
    save() {
      if (file === undefined || (!isChanged && used.size === stored.places.size)) return;
      try {
        store(file, product, entriesOf(used, stored.bytes));
      } catch {
        // A cache that cannot be kept costs time, nothing else.
      }
    },
  };
}

interface Stored {
  readonly bytes: Buffer;
  readonly places: ReadonlyMap<string, Place>;
}

const NOTHING: Stored = { bytes: Buffer.alloc(0), places: new Map() };

function cacheFile(root: string): string | undefined {
  try {
    return join(cacheFolder(), `${digest(root)}.lanes`);
  } catch {
    return undefined;
  }
}

function load(file: string, product: string): Stored {
  try {
    if (statSync(file).size > MOST_BYTES) return NOTHING;
    const bytes = readFileSync(file);
    const body = bytes.indexOf(NEWLINE) + 1;
    const isOurs = bytes.toString('utf8', 0, body) === header(product, bytes.subarray(body));
    return isOurs ? { bytes, places: placesIn(bytes, body) } : NOTHING;
  } catch {
    return NOTHING;
  }
}

function placesIn(bytes: Buffer, body: number): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (let start = body; start < bytes.length; ) {
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
    if (size > MOST_BYTES / 2) break;
    entries.push(Buffer.from(key), json, Buffer.of(NEWLINE));
  }
  return Buffer.concat(entries);
}

function jsonOf(entry: Place | string, bytes: Buffer): Buffer {
  return typeof entry === 'string' ? Buffer.from(entry) : bytes.subarray(entry.start, entry.end);
}

function store(file: string, product: string, body: Buffer): void {
  const folder = cacheFolder();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  replaceAtomically(file, Buffer.concat([Buffer.from(header(product, body)), body]), 0o600);
  forgetOldest(folder);
}

/** Keeps the caches of the workspaces that were linted last. */
function forgetOldest(folder: string): void {
  const files = readdirSync(folder).filter((name) => name.endsWith('.lanes'));
  if (files.length <= MOST_WORKSPACES) return;
  const byAge = files
    .map((name) => join(folder, name))
    .map((path) => ({ path, age: -statSync(path).mtimeMs }));
  byAge.sort((a, b) => a.age - b.age);
  for (const { path } of byAge.slice(MOST_WORKSPACES)) rmSync(path, { force: true });
}

function header(product: string, body: Uint8Array): string {
  return `lanekeeper ${digest(product)} ${digest(body)}\n`;
}

function digest(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('base64url');
}
