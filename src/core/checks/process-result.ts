import { quote } from '../glob/workspace-path.ts';
import type { CheckResult } from './check-result.ts';
import type { Ended } from './runner.ts';

/** How a check ended that passes by the exit code of its command. `timeoutMs` is what it had, `run` its command. */
export function processResult(
  { end, output }: Ended,
  { timeoutMs, run = '' }: { readonly timeoutMs: number; readonly run?: string },
): CheckResult {
  switch (end.kind) {
    case 'exit':
      return end.code === 0
        ? { state: 'passed' }
        : { state: 'failed', because: exitReason(end.code, output, run) };
    case 'signal':
      return {
        state: 'failed',
        because: `It was ended by the signal ${end.signal}.${signalHint(end.signal)}`,
      };
    case 'timed-out':
      return {
        state: 'timed-out',
        because: `It took longer than ${duration(timeoutMs)}.${end.mayWaitForInput ? ' It may be waiting for input, of which it gets none.' : ''}`,
      };
    case 'cancelled':
      return { state: 'cancelled' };
    case 'not-started':
      return { state: 'not-started', reason: end.reason };
  }
}

/** Processes that could not be ended, as a sentence for people; undefined if there are none. */
export function survivorNote(survivors: readonly number[]): string | undefined {
  if (survivors.length === 0) return undefined;
  return survivors.length === 1
    ? `It left a process that could not be ended: ${survivors[0]}.`
    : `It left ${survivors.length} processes that could not be ended: ${survivors.join(', ')}.`;
}

/** A time as it is written in a lane: `90s`, `10m`, `1.5h`. */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)}ms`;
  if (ms < 120_000) return `${rounded(ms / 1000)}s`;
  return ms < 7_200_000 ? `${rounded(ms / 60_000)}m` : `${rounded(ms / 3_600_000)}h`;
}

function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** What POSIX shells, and `cmd` on Windows, end with if they find no such command. */
const NOT_FOUND: readonly number[] = [127, 9009];
const NOT_EXECUTABLE = 126;

function exitReason(code: number, output: string, run: string): string {
  if (NOT_FOUND.includes(code))
    return `The command ${quote(missingName(output) ?? run)} was not found. Install it, or correct \`run\`. (Exit code ${code}.)`;
  return code === NOT_EXECUTABLE
    ? `The command ${quote(run)} cannot be run: a file in it is not executable. (Exit code ${code}.)`
    : `It ended with exit code ${code}.`;
}

/** The name in what a shell says last: `sh: 1: vitest: not found`, `bash: line 1: vitest: command not found`. */
function missingName(output: string): string | undefined {
  const said = output.trimEnd().split('\n').slice(-5).join('\n');
  return (
    /(?:^|: )([^:\n]+): (?:command )?not found\b/m.exec(said)?.[1] ??
    /'([^'\n]+)' is not recognized/.exec(said)?.[1]
  );
}

function signalHint(signal: string): string {
  if (signal === 'SIGKILL') return ' Something outside ended it, often because memory ran out.';
  return /^SIG(?:SEGV|BUS|ILL|ABRT|FPE)$/.test(signal) ? ' It crashed.' : '';
}
