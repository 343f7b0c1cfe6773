import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { replaceAtomically } from './write-file.ts';

/** All files together never take more than this, and no file larger than this is read back. */
const MOST_CACHED_BYTES = 256 * 1024 * 1024;

/** Those that were used last are kept. */
const MOST_FILES = 50;

const NEWLINE = 0x0a;

/**
 * What an earlier run kept under this name, if this build (`product`: anything that differs between builds) wrote it and not a
 * byte has changed since. Never throws: what cannot be trusted is as good as absent.
 */
export function loadCached(name: string, product: string): Buffer | undefined {
  try {
    const file = join(cacheFolder(), name);
    if (statSync(file).size > MOST_CACHED_BYTES) return undefined;
    const bytes = readFileSync(file);
    const start = bytes.indexOf(NEWLINE) + 1;
    const body = bytes.subarray(start);
    return bytes.toString('utf8', 0, start) === header(product, body) ? body : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a body under a name for later runs of this build. Says nothing if it cannot: that costs time and nothing else. */
export function storeCached(name: string, product: string, body: Uint8Array): void {
  if (body.length > MOST_CACHED_BYTES / 2) return;
  try {
    const folder = cacheFolder();
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    replaceAtomically(join(folder, name), Buffer.concat([Buffer.from(header(product, body)), body]), 0o600);
    forgetOldest(folder);
  } catch {
    // As good as absent, next time.
  }
}

/** A digest of texts and bytes, of always the same length and without characters that a file name cannot have. */
export function digest(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('base64url');
}

/** Among them are files that an interrupted run left half-written. */
function forgetOldest(folder: string): void {
  const files = readdirSync(folder)
    .map((name) => ({
      path: join(folder, name),
      stats: statSync(join(folder, name), { throwIfNoEntry: false }),
    }))
    .flatMap(({ path, stats }) =>
      stats?.isFile() ? [{ path, size: stats.size, changed: stats.mtimeMs }] : [],
    )
    .sort((a, b) => b.changed - a.changed);
  let bytes = 0;
  for (const [index, { path, size }] of files.entries()) {
    bytes += size;
    if (index >= MOST_FILES || bytes > MOST_CACHED_BYTES) rmSync(path, { force: true });
  }
}

function header(product: string, body: Uint8Array): string {
  return `lanekeeper ${digest(product)} ${digest(body)}\n`;
}
