import { randomUUID } from 'node:crypto';
import { linkSync, lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { describeFailure, failureCode } from './failure.ts';

/** A holder needs milliseconds; who has held a lock for so long was killed, or the computer slept. */
const STALE_MS = 30_000;
const PATIENCE_MS = 10_000;
const PAUSE_MS = 20;

/**
 * Does something while no other process does the same under the lock file; returns what it gave, or why the lock could not be had.
 * A lock whose holder was killed is taken over.
 */
export async function withLock<T>(
  lock: string,
  action: () => T,
): Promise<{ readonly done: T } | { readonly reason: string }> {
  const mark = JSON.stringify({ pid: process.pid, host: hostname(), id: randomUUID() });
  const until = performance.now() + PATIENCE_MS;
  try {
    while (!isTaken(lock, mark)) {
      // Reading what a link leads to, such as a terminal, may never end.
      if (lstatSync(lock, { throwIfNoEntry: false })?.isFile() === false)
        return { reason: `${lock} is no file; delete it` };
      if (performance.now() > until)
        return { reason: `another process holds ${lock}; delete it if none does` };
      takeOverStale(lock);
      await wait(PAUSE_MS * (1 + Math.random()));
    }
  } catch (error) {
    return { reason: describeFailure(error) };
  }
  try {
    return { done: action() };
  } finally {
    if (contentOf(lock) === mark) rmSync(lock, { force: true });
  }
}

function isTaken(lock: string, mark: string): boolean {
  try {
    writeFileSync(lock, mark, { flag: 'wx' });
    return true;
  } catch (error) {
    if (failureCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Of several that find a lock stale, one moves it away; if it was another's new lock by then, that is put back. */
function takeOverStale(lock: string): void {
  const content = contentOf(lock);
  if (content === undefined || !isStale(lock, content)) return;
  const moved = `${lock}.${randomUUID()}`;
  try {
    renameSync(lock, moved);
    if (contentOf(moved) !== content) linkSync(moved, lock);
  } catch {
    // Somebody was quicker.
  } finally {
    rmSync(moved, { force: true });
  }
}

function isStale(lock: string, content: string): boolean {
  const age = Date.now() - (lstatSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (age > STALE_MS) return true;
  try {
    const { pid, host } = JSON.parse(content);
    return host === hostname() && Number.isInteger(pid) && !isAlive(pid);
  } catch {
    // It is being written just now, or its writer was killed at that.
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return failureCode(error) !== 'ESRCH';
  }
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
