import pLimit from 'p-limit';
import { createCancellation } from './cancellation-source.ts';
import type { CheckHost, CheckOutcome, RunOptions } from './check-host.ts';
import { isBuiltIn, type PlannedCheck } from './planned-check.ts';
import { type Run, runCheck } from './run-check.ts';
import { createRunFacts, headOf } from './run-facts.ts';

/**
 * Runs checks, also of several lanes: side by side as many as may be, then those one by one that must be alone. Returns how each
 * ended, in the order of the plan. What cannot run says why; nothing is a pass that did not pass.
 */
export async function runChecks(
  plan: readonly PlannedCheck[],
  host: CheckHost,
  options: RunOptions,
): Promise<readonly CheckOutcome[]> {
  const { cancellation, cancel, dispose } = createCancellation(options.cancellation);
  const run = { host, options, facts: createRunFacts(host, options) };
  const runOne = async (check: PlannedCheck): Promise<CheckOutcome> => {
    const outcome = await runCheck(check, run, {
      cancellation,
      onOutput: (text) => options.onOutput?.(check, text),
    });
    if (options.bail && hasFailed(outcome)) cancel();
    options.onResult?.(outcome);
    return outcome;
  };
  const jobs = Math.max(1, Math.floor(options.jobs ?? host.runner?.parallel ?? 1));
  const [beside, alone] = [pLimit(jobs), pLimit(1)];
  try {
    // Checks leave files behind: what the lane has changed is asked before the first of them runs, and in the same moment what
    // will be asked anyway.
    const mustRun = options.force || plan.some(({ inputs }) => inputs.length === 0);
    await Promise.all([...(mustRun ? [run.facts.head()] : []), ...changedLanes(plan).map(run.facts.changes)]);
    const parallel = plan
      .filter(({ serial }) => !serial)
      .map((check) => [check, beside(runOne, check)] as const);
    await Promise.all(parallel.map(([, ending]) => ending));
    const serial = plan
      .filter((check) => check.serial)
      .map((check) => [check, alone(runOne, check)] as const);
    const endings = new Map([...parallel, ...serial]);
    const outcomes = await Promise.all(plan.map((check) => endings.get(check) as Promise<CheckOutcome>));
    return await withdrawn(outcomes, run);
  } finally {
    dispose();
  }
}

/**
 * The outcomes, recorded again as of uncommitted work if somebody changed files or the commit while checks ran: then nobody knows
 * of which state they speak.
 */
async function withdrawn(
  outcomes: readonly CheckOutcome[],
  { host, facts }: Run,
): Promise<readonly CheckOutcome[]> {
  const isBound = ({ check, result, evidence }: CheckOutcome) =>
    evidence?.dirty === false && result.state !== 'unchanged' && !isBuiltIn(check.kind);
  if (!outcomes.some(isBound)) return outcomes;
  const [began, now] = [await facts.head(), await headOf(host)];
  if (began === undefined) return outcomes;
  if (now?.commit === began.commit && now?.dirty === began.dirty) return outcomes;
  return Promise.all(
    outcomes.map(async (outcome) => {
      if (!isBound(outcome) || outcome.evidence === undefined) return outcome;
      const evidence = { ...outcome.evidence, dirty: true };
      const problem = await host.evidence?.add(evidence);
      return {
        ...outcome,
        evidence,
        notes: problem === undefined ? outcome.notes : [...outcome.notes, problem],
      };
    }),
  );
}

/** The lanes whose changes a built-in check looks at. */
function changedLanes(plan: readonly PlannedCheck[]): readonly string[] {
  return [...new Set(plan.filter(({ kind }) => isBuiltIn(kind)).map(({ lane }) => lane))];
}

function hasFailed({ result: { state } }: CheckOutcome): boolean {
  return state === 'failed' || state === 'timed-out';
}
