import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { LaneCommand, SeenCommands } from '../core/index.ts';
import { appendLines, readLines } from './append-line.ts';

const FILE = 'seen';

/** When it is larger, it begins anew: whoever is asked then sees the commands without what has changed. */
const MOST_BYTES = 4 * 1024 * 1024;

/** Keeps what a person saw before allowing it, so that the next time shows what has changed. That it cannot is no problem. */
export function rememberSeen(folder: string, root: string, { lane, commands }: SeenCommands): void {
  const file = join(folder, FILE);
  try {
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MOST_BYTES) rmSync(file);
    appendLines(file, [JSON.stringify({ root, lane, commands })], 0o600);
  } catch {
    // Only a difference is not shown.
  }
}

/** What was seen last of a lane in a workspace folder. It allows nothing. */
export function lastSeen(folder: string, root: string, lane: string): readonly LaneCommand[] | undefined {
  const lines = readLines(join(folder, FILE), 2 * MOST_BYTES);
  for (const line of [...lines].reverse()) {
    const seen = readSeen(line);
    if (seen?.root === root && seen.lane === lane) return seen.commands;
  }
  return undefined;
}

function readSeen(line: string): (SeenCommands & { readonly root: string }) | undefined {
  try {
    const seen = JSON.parse(line);
    return Array.isArray(seen.commands) && seen.commands.every(isCommand) ? seen : undefined;
  } catch {
    return undefined;
  }
}

function isCommand({ check, kind, start, cwd, env }: Partial<LaneCommand>): boolean {
  const isLine = typeof start === 'object' && 'line' in start && typeof start.line === 'string';
  const isProgram = typeof start === 'object' && 'args' in start && Array.isArray(start.args);
  const texts = [check, kind, cwd];
  return (isLine || isProgram) && Array.isArray(env) && texts.every((text) => typeof text === 'string');
}
