import { type CheckOutcome, duration, type PlannedCheck } from '../core/index.ts';
import type { Terminal } from './terminal.ts';
import { visible } from './visible.ts';

const REDRAW_MS = 100;

/** Shows at the end of a terminal what runs, and for how long; elsewhere nothing. */
export interface CheckProgress {
  start(check: PlannedCheck): void;
  end(outcome: CheckOutcome): void;
  /** Takes it away. */
  close(): void;
}

/** Progress of so many checks. */
export function showProgress(count: number, terminal: Terminal): CheckProgress {
  const running = new Map<PlannedCheck, number>();
  let ended = 0;
  const draw = () => {
    const names = [...running].map(
      ([{ lane, id }, since]) => `${visible(lane)} ${visible(id)} ${duration(wholeSeconds(since))}`,
    );
    terminal.status(names.length === 0 ? '' : `${ended} of ${count} done; running ${names.join(', ')}`);
  };
  const timer = setInterval(draw, REDRAW_MS).unref();
  return {
    start(check) {
      running.set(check, performance.now());
    },
    end({ check }) {
      running.delete(check);
      ended += 1;
    },
    close() {
      clearInterval(timer);
      terminal.status('');
    },
  };
}

/** Nobody can read tenths that run. */
function wholeSeconds(since: number): number {
  return Math.max(1, Math.floor((performance.now() - since) / 1000)) * 1000;
}
