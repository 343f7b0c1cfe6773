import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { failureCode } from './failure.ts';

/** The variable that marks every process of a run, so that one which left its group is found again. */
export const MARKER = 'LANEKEEPER_RUN';

/** A process that was started as the leader of a group, and all that came of it. */
export interface Tree {
  readonly pid: number;
  /** What stands in `MARKER`, among others. */
  readonly mark: string;
  /** When it was started, on the clock of `performance.now()`. */
  readonly begun: number;
  /** Ends a tree where signals and groups are unknown. */
  readonly killTree: ((pid: number) => Promise<void>) | undefined;
}

/** How long processes may take to end themselves after SIGTERM, and to be gone after SIGKILL, in milliseconds. */
const GRACE_MS = 2000;

/** Who cannot wait looks no more often than this. */
const MOST_LOOKS = 10;

/** So long after its start, a process with a smaller number may have come from it. */
const NUMBERS_COME_ROUND_MS = 5000;

/**
 * Ends what is left of a tree: asks with SIGTERM, insists with SIGKILL, and returns those that are still there. On Linux a
 * process that left the group is found by its mark or its parents; one that also cleared its environment and lost its parents
 * is not. Elsewhere only the group is ended.
 */
export async function endTree(tree: Tree): Promise<readonly number[]> {
  if (tree.killTree) {
    await tree.killTree(tree.pid);
    return [];
  }
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    const deadline = performance.now() + GRACE_MS;
    const told = new Set<number>();
    for (let pause = 5; performance.now() < deadline; pause = Math.min(pause * 2, 100)) {
      const left = members(tree);
      if (left.length === 0) return [];
      tell(tree, left, signal, told);
      await wait(pause);
    }
  }
  return members(tree).map(({ pid }) => Math.abs(pid));
}

/** Ends what is left of a tree at once and without asking: for when this very process is about to end and cannot wait. */
export function endTreeNow(tree: Tree): void {
  killGroup(tree.pid);
  // One that has left the group may start another before it is ended, so they are looked for again.
  for (let look = 0; look < MOST_LOOKS; look++) {
    const left = members(tree);
    if (left.length === 0) return;
    for (const { pid } of left) send(pid, 'SIGKILL');
  }
}

function killGroup(pid: number): void {
  send(-pid, 'SIGKILL');
}

/** Sends a signal once to each: who was told to end is clearing up, and a second signal would disturb it. */
function tell(tree: Tree, left: readonly Member[], signal: NodeJS.Signals, told: Set<number>): void {
  // As one, so that none of the group slips away by starting another.
  if (signal === 'SIGKILL' && left.some(({ group }) => group === tree.pid)) killGroup(tree.pid);
  for (const { pid } of left) {
    if (told.has(pid)) continue;
    told.add(pid);
    send(pid, signal);
    // One that was stopped does not hear of it before it goes on.
    send(pid, 'SIGCONT');
  }
}

interface Member {
  /** Negative: a whole group. */
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
}

/** The living processes of a tree. Where they cannot be listed, the group stands for them, as the number of its leader. */
function members(tree: Tree): readonly Member[] {
  if (process.platform === 'linux') {
    const found = listLinux(tree);
    if (found) return found;
  }
  return send(-tree.pid, 0) ? [{ pid: -tree.pid, parent: 0, group: tree.pid }] : [];
}

/** Sends a signal; false if there is nobody to get it. */
function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch (error) {
    return failureCode(error) === 'EPERM';
  }
}

function listLinux(tree: Tree): readonly Member[] | undefined {
  let entries: readonly Member[];
  try {
    entries = numbers(tree).flatMap((pid) => readMember(pid) ?? []);
  } catch {
    return undefined;
  }
  const found = new Set(
    entries.filter(({ pid, group }) => group === tree.pid || hasMark(pid, tree.mark)).map(({ pid }) => pid),
  );
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const { pid, parent } of entries) if (found.has(parent)) found.add(pid);
  }
  return entries.filter(({ pid }) => found.has(pid));
}

/** Up to so many numbers are tried one by one, which is faster than listing all processes. */
const FEW = 40;

/** Numbers are given out upwards, so that most processes cannot be of the tree and are not looked at. */
function numbers(tree: Tree): readonly number[] {
  const newest = Number(readFileSync('/proc/loadavg', 'utf8').trim().split(' ').at(-1));
  const cameRound = !(newest >= tree.pid) || performance.now() - tree.begun > NUMBERS_COME_ROUND_MS;
  if (!cameRound && newest - tree.pid < FEW) {
    return Array.from({ length: newest - tree.pid + 1 }, (_, index) => tree.pid + index);
  }
  const all = readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid);
  return cameRound ? all : all.filter((pid) => pid >= tree.pid);
}

/** Undefined if the process is gone, or has ended and only waits for its parent to notice. */
function readMember(pid: number): Member | undefined {
  const file = `/proc/${pid}/stat`;
  // Most numbers are of nobody, and an exception takes longer than a look.
  if (!existsSync(file)) return undefined;
  try {
    const stat = readFileSync(file, 'utf8');
    const [state, parent, group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' || state === 'X' ? undefined : { pid, parent: Number(parent), group: Number(group) };
  } catch {
    return undefined;
  }
}

function hasMark(pid: number, mark: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(mark);
  } catch {
    return false;
  }
}
