import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import spawn from 'cross-spawn';
import type { Cancellation, ProcessEnd } from '../core/index.ts';
import { failureCode } from './failure.ts';
import { endTree, endTreeNow, MARKER, type Tree } from './process-tree.ts';
import { windowsProgram } from './program-path.ts';

/** One program to run, and who hears of its output. */
export interface ProcessRequest {
  readonly program: string;
  readonly args: readonly string[];
  /** True if `program` is a line for the shell of the system: `/bin/sh`, or cmd.exe on Windows. */
  readonly isShellLine: boolean;
  /** An absolute path of a folder that exists. */
  readonly cwd: string;
  /** The whole environment; nothing is added but a mark by which its processes are found again. */
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** Written to its standard input, which is closed otherwise. */
  readonly input?: string;
  readonly onOutput: (bytes: Uint8Array, from: 'stdout' | 'stderr') => void;
  readonly cancellation?: Cancellation;
}

/** How a process ended, with its tree. */
export interface ProcessEnded {
  readonly end: ProcessEnd;
  readonly ms: number;
  /** Processes of its tree that could not be ended. */
  readonly survivors: readonly number[];
}

/** Who keeps a pipe open after everything was ended is not waited for any longer than this, in milliseconds. */
const PIPE_WAIT_MS = 1000;

/** Timers of Node cannot wait longer. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Trees that must not outlive this process, if it ends before they have. */
const RUNNING = new Set<Tree>();
process.on('exit', () => RUNNING.forEach(endTreeNow));

const WINDOWS = process.platform === 'win32';

/** What reads the lines that are run: on Windows, the command interpreter of the system. */
export const SHELL = WINDOWS ? (process.env.ComSpec ?? 'cmd.exe') : '/bin/sh';

type Child = ChildProcess & { readonly pid: number; readonly stdout: Readable; readonly stderr: Readable };

/**
 * Runs a program and ends every process that it leaves behind: the only place of the product that starts one. Never rejects.
 * The answer comes when the program has exited and its tree is gone, even if somebody still holds its output open.
 */
export async function runProcess(request: ProcessRequest): Promise<ProcessEnded> {
  const begun = performance.now();
  const ended = (end: ProcessEnd): ProcessEnded => ({
    end,
    ms: Math.round(performance.now() - begun),
    survivors: [],
  });
  if (request.cancellation?.isCancelled) return ended({ kind: 'cancelled' });
  const mark = randomUUID();
  let child: Child;
  try {
    child = await start(request, mark);
  } catch (error) {
    return ended({ kind: 'not-started', reason: whyNotStarted(request, error) });
  }
  const tree = { pid: child.pid, mark, begun, killTree: WINDOWS ? killWindowsTree : undefined };
  RUNNING.add(tree);
  const output = readOutput(child, request.onOutput);
  // The time is what the program took, not what it takes to clear up behind it.
  const first = ended(await firstEnd(child, request));
  const survivors = await endTree(tree);
  await output.closed();
  RUNNING.delete(tree);
  const end =
    first.end.kind === 'timed-out' ? { ...first.end, mayWaitForInput: output.endsInQuestion() } : first.end;
  return { ...first, end, survivors };
}

/** Rejects with what the system says if it does not start. */
async function start(request: ProcessRequest, mark: string): Promise<Child> {
  const { args, isShellLine, cwd, env, input } = request;
  const program = isShellLine || !WINDOWS ? request.program : windowsProgram(request.program, env);
  if (program === undefined) throw Object.assign(new Error('not found'), { code: 'ENOENT' });
  const outer = process.env[MARKER];
  const child = spawn(program, args, {
    cwd,
    // A run inside a run carries both marks, so that ending the outer one finds everything.
    env: { ...env, [MARKER]: outer === undefined ? mark : `${outer}:${mark}` },
    shell: isShellLine && SHELL,
    // A group of its own, to be ended as one. On Windows it would be a window of its own.
    detached: !WINDOWS,
    windowsHide: true,
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  if (!isStarted(child)) throw await new Promise((resolve) => child.once('error', resolve));
  child.on('error', () => {});
  // Who does not read what is written to it need not.
  child.stdin?.on('error', () => {});
  child.stdin?.end(input);
  return child;
}

function isStarted(child: ChildProcess): child is Child {
  return child.pid !== undefined;
}

/** Whatever comes first: its own end, the end of its time, or that nobody wants it any more. */
function firstEnd(child: Child, { timeoutMs, cancellation }: ProcessRequest): Promise<ProcessEnd> {
  return new Promise((resolve) => {
    const settle = (end: ProcessEnd) => {
      clearTimeout(timer);
      forget?.();
      resolve(end);
    };
    const timer = setTimeout(
      () => settle({ kind: 'timed-out', mayWaitForInput: false }),
      Math.min(timeoutMs, LONGEST_TIMER_MS),
    );
    const forget = cancellation?.onCancel(() => settle({ kind: 'cancelled' }));
    child.once('exit', (code, signal) =>
      settle(signal ? { kind: 'signal', signal } : { kind: 'exit', code: code ?? 0 }),
    );
  });
}

function readOutput(child: Child, onOutput: ProcessRequest['onOutput']) {
  let last: Uint8Array = new Uint8Array();
  const streams: Readable[] = [child.stdout, child.stderr];
  const closed = Promise.all(
    streams.map((stream, index) => {
      stream.on('data', (bytes: Uint8Array) => {
        last = bytes;
        onOutput(bytes, index === 0 ? 'stdout' : 'stderr');
      });
      stream.on('error', () => {});
      return new Promise<void>((resolve) => stream.once('close', resolve));
    }),
  );
  return {
    /** Waits until all output is read, but not for ever: an orphan that was not found may keep the pipe. */
    closed: async () => {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, PIPE_WAIT_MS);
      });
      await Promise.race([closed, late]);
      clearTimeout(timer);
      for (const stream of streams) stream.destroy();
      child.unref();
    },
    /** True if the last thing it printed is an unfinished line that looks like a question. */
    endsInQuestion: () => /[?:>\])][ \t]*$/.test(Buffer.from(last).toString('latin1').slice(-200)),
  };
}

function whyNotStarted({ program, cwd }: ProcessRequest, error: unknown): string {
  switch (failureCode(error)) {
    case 'ENOENT':
      if (!existsSync(cwd)) return `The folder ${cwd} has been deleted. Make it again.`;
      return `"${program}" was not found. Install it, or put its folder on the PATH.`;
    case 'EACCES':
    case 'EPERM':
      return `"${program}" may not be run. Make it executable.`;
    case 'E2BIG':
      return 'The command is too long for this system. Put it into a script.';
    case 'EAGAIN':
    case 'ENOMEM':
      return 'The system cannot start another process now. Close some programs, or run fewer checks at once.';
    case 'ERR_INVALID_ARG_VALUE':
      return 'The command holds a NUL character. Take it out.';
    default:
      return `"${program}" could not be started: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function killWindowsTree(pid: number): Promise<void> {
  // By its path: the workspace may hold a program of that name.
  const taskkill = join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'taskkill.exe');
  const killer = spawn(taskkill, ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true });
  return new Promise((resolve) => {
    killer.once('error', () => resolve());
    killer.once('exit', () => resolve());
  });
}
