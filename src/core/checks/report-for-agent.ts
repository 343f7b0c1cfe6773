import { type CheckResult, isPass } from './check-result.ts';
import type { CheckReport, ReportedCheck } from './report-json.ts';

/** What an agent in mid-work needs to know, and no more: whether it may hand in, and what to mend. */
export interface AgentVerdict {
  readonly pass: boolean;
  /** What did not pass, in the order of the lane. */
  readonly open: readonly {
    readonly check: string;
    readonly state: CheckResult['state'];
    /** What is wrong, in a sentence or two. */
    readonly because: string;
    /** The end of what it printed. */
    readonly output?: string;
    /** Files to name, each with the reason. */
    readonly files?: readonly { readonly path: string; readonly note: string }[];
  }[];
}

/** The end of an output that an agent is shown: more would cost it the room that it needs for its work. */
const MOST_CHARACTERS = 2000;

/** The verdict of a run for the agent whose lane was checked. */
export function reportForAgent({ checks, summary }: CheckReport): AgentVerdict {
  return {
    pass: summary.isPass,
    open: checks.filter(({ result }) => !isPass(result)).map(openCheck),
  };
}

function openCheck({ check, result, evidence }: ReportedCheck): AgentVerdict['open'][number] {
  const { tail = '', files = [] } = evidence ?? {};
  return {
    check,
    state: result.state,
    because: reasonOf(result),
    ...(tail.trim() === '' ? {} : { output: tail.slice(-MOST_CHARACTERS).replace(/^[\udc00-\udfff]/, '') }),
    ...(files.length === 0 ? {} : { files }),
  };
}

function reasonOf(result: CheckResult): string {
  switch (result.state) {
    case 'failed':
    case 'timed-out':
      return result.because;
    case 'not-started':
      return result.reason;
    case 'cancelled':
      return 'It was cancelled.';
    case 'passed':
    case 'unchanged':
      return '';
  }
}
