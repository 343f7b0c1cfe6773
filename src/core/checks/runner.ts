import type { Cancellation } from './cancellation.ts';

/** What a runner is to start: a line for the shell, or an argument vector that no shell sees. */
export interface Command {
  readonly start:
    | { readonly kind: 'shell'; readonly line: string }
    | { readonly kind: 'program'; readonly args: readonly string[] };
  /** Relative to the workspace folder; `''` is the workspace folder itself. */
  readonly cwd: string;
  /** Names of variables that are passed on beside the base environment. */
  readonly env: readonly string[];
  readonly timeoutMs: number;
  /** Written to its standard input, which is closed otherwise. */
  readonly input?: string;
}

/** How a process ended. */
export type ProcessEnd =
  | { readonly kind: 'exit'; readonly code: number }
  | { readonly kind: 'signal'; readonly signal: string }
  | { readonly kind: 'timed-out'; readonly mayWaitForInput: boolean }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'not-started'; readonly reason: string };

/** A process that has ended, with its whole tree. */
export interface Ended {
  readonly end: ProcessEnd;
  /** Its standard output: the last 1 MiB, decoded, nothing else done to it. For reading numbers and answers; never shown. */
  readonly stdout: string;
  /** Standard output and error in the order they came: the last 1 MiB, escape sequences neutralised, secrets masked. */
  readonly output: string;
  /** True if there was more output than was kept. */
  readonly isCut: boolean;
  /** On a clock that never goes backwards. */
  readonly ms: number;
  /** Processes that could not be ended. */
  readonly survivors: readonly number[];
}

/** What a run is told along the way. */
export interface RunHooks {
  /** Output as it comes, neutralised and masked. */
  readonly onOutput?: (text: string) => void;
  readonly cancellation?: Cancellation;
}

/** A host that can start processes. Absent in the browser and in workspaces that are not trusted. */
export interface Runner {
  /** Never rejects: what cannot be started says so. */
  run(command: Command, hooks?: RunHooks): Promise<Ended>;
  /** How many checks may run at once where nothing else is said. */
  readonly parallel: number;
}
