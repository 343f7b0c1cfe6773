import validate from '../../../schemas/check.schema.json?validate';
import { lineIndex } from '../text/line-index.ts';
import type { CheckOutcome } from './check-host.ts';
import { type CheckResult, isPass } from './check-result.ts';
import type { Evidence } from './evidence.ts';
import type { PlannedCheck } from './planned-check.ts';

/** The results of checks, as `schemas/check.schema.json` describes them. */
export interface CheckReport {
  readonly version: 1;
  readonly checks: readonly ReportedCheck[];
  readonly summary: ReportSummary;
}

/** One check of a report. Lines and columns count from 1. */
export interface ReportedCheck {
  readonly lane: string;
  readonly check: string;
  readonly kind: PlannedCheck['kind'];
  readonly result: CheckResult;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly atLeast?: number;
  readonly atMost?: number;
  /** Of a taste-check: what its judges answered to. */
  readonly rubric?: readonly string[];
  readonly earlierScores?: readonly number[];
  readonly notes?: readonly string[];
  readonly evidence?: Evidence;
}

/** How many checks ended how, and whether all of them speak for their lanes. */
export type ReportSummary = { readonly [state in CheckResult['state']]: number } & {
  readonly isPass: boolean;
};

/** The report of a run. `textOf` gives the texts of the files in which checks are written. */
export function reportJson(
  outcomes: readonly CheckOutcome[],
  textOf: (path: string) => string | undefined,
): CheckReport {
  return reportOf(outcomes.map((outcome) => reportedCheck(outcome, textOf)));
}

/** Planned checks as a report has them that no shard has reported. */
export function unreportedChecks(
  plan: readonly PlannedCheck[],
  textOf: (path: string) => string | undefined,
): readonly ReportedCheck[] {
  const result = { state: 'not-started', reason: 'No shard has reported it.' } as const;
  return plan.map((check) => reportedCheck({ check, result, earlierScores: [], notes: [] }, textOf));
}

/** A report of these checks, with its summary. */
export function reportOf(checks: readonly ReportedCheck[]): CheckReport {
  const count = (state: CheckResult['state']) => checks.filter(({ result }) => result.state === state).length;
  return {
    version: 1,
    checks,
    summary: {
      passed: count('passed'),
      unchanged: count('unchanged'),
      failed: count('failed'),
      'timed-out': count('timed-out'),
      cancelled: count('cancelled'),
      'not-started': count('not-started'),
      isPass: checks.every(({ result }) => isPass(result)),
    },
  };
}

/** Reads a report; returns a sentence for people if it is none. `name` is what it is called in it. */
export function readReport(name: string, text: string): CheckReport | { readonly problem: string } {
  let report: unknown;
  try {
    report = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { problem: `${name} is no JSON that can be read. Its shard may have been cut; run it again.` };
  }
  if (validate(report)) return report as CheckReport;
  const [error] = validate.errors ?? [];
  const place = error?.instancePath ? ` at ${error.instancePath}` : '';
  return {
    problem: `${name} is no report of checks: it ${error?.message ?? 'is of another form'}${place}. Make it with \`lanekeeper check --report json=FILE\`.`,
  };
}

function reportedCheck(
  { check, result, evidence, earlierScores, notes }: CheckOutcome,
  textOf: (path: string) => string | undefined,
): ReportedCheck {
  const { path, span } = check.place;
  return {
    lane: check.lane,
    check: check.id,
    kind: check.kind,
    result,
    path,
    ...lineIndex(textOf(path) ?? '').position(span.start),
    ...(check.atLeast === undefined ? {} : { atLeast: check.atLeast }),
    ...(check.atMost === undefined ? {} : { atMost: check.atMost }),
    ...(check.rubric.length === 0 ? {} : { rubric: check.rubric }),
    ...(earlierScores.length === 0 ? {} : { earlierScores }),
    ...(notes.length === 0 ? {} : { notes }),
    ...(evidence === undefined ? {} : { evidence }),
  };
}
