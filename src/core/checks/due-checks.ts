import { checkDigest } from './check-digest.ts';
import type { CheckHost, RunOptions } from './check-host.ts';
import type { Evidence } from './evidence.ts';
import type { Head } from './git.ts';
import type { PlannedCheck } from './planned-check.ts';
import { readsOf } from './reads-of.ts';
import { createRunFacts } from './run-facts.ts';

/** What evidence must speak of so that it counts today. */
export interface Standing {
  readonly laneDigest: string;
  /** Absent where git cannot tell. */
  readonly head?: Head;
  /** The digest of what the check reads now; absent where that is not known. */
  readonly inputsDigest?: string;
}

/**
 * The last evidence of a check that speaks of today: of this lane at this commit, or of the very inputs that it would read now.
 * Undefined if there is none, or if the last run at this commit was of uncommitted work.
 */
export function standingEvidence(
  check: PlannedCheck,
  recorded: readonly Evidence[],
  { laneDigest, head, inputsDigest }: Standing,
): Evidence | undefined {
  const digest = checkDigest(check);
  const isOfNow = (one: Evidence) => inputsDigest !== undefined && one.inputsDigest === inputsDigest;
  const isOfCommit = (one: Evidence) =>
    head?.commit !== undefined && one.commit === head.commit && one.laneDigest === laneDigest;
  const last = recorded.findLast(
    (one) =>
      one.lane === check.lane &&
      one.check === check.id &&
      one.kind === check.kind &&
      one.checkDigest === digest &&
      (isOfNow(one) || isOfCommit(one)),
  );
  return last !== undefined && (isOfNow(last) || !(last.dirty || head?.dirty)) ? last : undefined;
}

/** A check with the evidence that speaks of today. */
export interface StandingCheck {
  readonly check: PlannedCheck;
  readonly evidence?: Evidence;
}

/** How every check of a plan stands, in its order. A check whose lane is no longer there, or says something else by now, is left out. */
export async function standingChecks(
  plan: readonly PlannedCheck[],
  host: CheckHost,
  options: Pick<RunOptions, 'board'>,
): Promise<readonly StandingCheck[]> {
  const facts = createRunFacts(host, options);
  const head = await facts.head();
  const standing: StandingCheck[] = [];
  for (const check of plan) {
    const file = facts.lane(check);
    if (file === undefined) continue;
    const inputsDigest = await readsOf(check, host, facts.inputs);
    const evidence = standingEvidence(check, await facts.evidence(check.lane), {
      laneDigest: await facts.digest(file),
      ...(head ? { head } : {}),
      ...(inputsDigest === undefined ? {} : { inputsDigest }),
    });
    standing.push({ check, ...(evidence ? { evidence } : {}) });
  }
  return standing;
}

/** The checks that are due, in the order of the plan: those without a pass that speaks of today. */
export async function dueChecks(
  plan: readonly PlannedCheck[],
  host: CheckHost,
  options: Pick<RunOptions, 'board'>,
): Promise<readonly PlannedCheck[]> {
  const standing = await standingChecks(plan, host, options);
  return standing.filter(({ evidence }) => evidence?.result.state !== 'passed').map(({ check }) => check);
}
