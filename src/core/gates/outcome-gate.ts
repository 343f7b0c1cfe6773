import { isPass } from '../checks/check-result.ts';
import type { StandingCheck } from '../checks/due-checks.ts';
import { laneDigest } from '../checks/lane-digest.ts';
import {
  type HandOver,
  howEnded,
  type Review,
  type ReviewsFile,
  timeOf,
  unanswered,
} from '../reviews/review.ts';
import type { GateFacts } from './gate-facts.ts';
import type { IntentGate, OutcomeGate, Reason } from './gate-state.ts';

/** The state of a lane's outcome gate. An end stays: no later change of the lane or of the policy opens it again. */
export function outcomeGate(facts: GateFacts, intent: IntentGate): OutcomeGate {
  const { reviews } = facts;
  const ended = endingReview(reviews);
  if (ended) return ended;
  const returned = returnedReview(reviews);
  if (returned) return { state: 'returned', review: returned };
  const because = [
    ...notApproved(facts, intent),
    ...notHandedIn(facts),
    ...notAnswered(facts),
    ...facts.checks.flatMap(notPassed),
  ];
  if (because.length > 0) return { state: 'blocked', because };
  return { state: 'ready', toJudge: facts.checks.filter(isForReviewer).map(({ check }) => check.id) };
}

function endingReview(reviews: ReviewsFile | undefined): OutcomeGate | undefined {
  const end = reviews && howEnded(reviews);
  const review = reviews?.outcome.findLast(({ verdict }) => verdict.value === end);
  return review && { state: end === 'killed' ? 'killed' : 'passed', review };
}

/** The review that returned the outcome, unless the lane was handed over again since. */
function returnedReview(reviews: ReviewsFile | undefined): Review | undefined {
  const last = reviews?.outcome.at(-1);
  if (last?.verdict.value !== 'returned') return undefined;
  const over = timeOf(reviews?.handed.at(-1)?.over?.value);
  return over >= timeOf(last.at?.value) ? undefined : last;
}

/** The last hand-over, if it gave the agent the lane as it is now, or as somebody wanted it given anyway. */
export function currentHandOver({ reviews, effective }: GateFacts): HandOver | undefined {
  const last = reviews?.handed.at(-1);
  if (last === undefined || returnedReview(reviews)) return undefined;
  const isOfNow = !last.digest || !effective || last.digest.value === laneDigest(effective);
  return isOfNow || last.anyway ? last : undefined;
}

function notApproved({ file }: GateFacts, intent: IntentGate): readonly Reason[] {
  if (intent.state === 'passed') return [];
  const message = `The intent is not approved as it is now: its gate is ${intent.state}.`;
  return [{ message, place: { kind: 'command', args: ['review', 'intent', file.id] } }];
}

function notHandedIn(facts: GateFacts): readonly Reason[] {
  const { file, reviews } = facts;
  const current = currentHandOver(facts);
  if (current?.in) return [];
  const command = (name: string) => ({ kind: 'command', args: [name, file.id] }) as const;
  if (current) {
    const message = `It is with ${JSON.stringify(current.to?.value ?? 'an agent')}, which has not handed in yet.`;
    return [{ message, place: command('hand-in') }];
  }
  const message = reviews?.handed.length
    ? 'It was handed over as it was before; hand it over as it is now.'
    : 'It was never handed over.';
  return [{ message, place: command('hand-over') }];
}

function notAnswered({ file, reviews }: GateFacts): readonly Reason[] {
  return (reviews ? unanswered(reviews) : []).map(({ decision }) => ({
    message: `The decision ${JSON.stringify(decision.value)} came up and has no answer.`,
    place: { kind: 'command', args: ['answer', file.id, decision.value] },
  }));
}

/** A taste-check without a judge is for the reviewer, unless somebody has judged it already. */
function isForReviewer({ check, evidence }: StandingCheck): boolean {
  return (
    check.kind === 'taste' &&
    check.run === undefined &&
    check.judge?.args === undefined &&
    evidence === undefined
  );
}

function notPassed(standing: StandingCheck): readonly Reason[] {
  const { check, evidence } = standing;
  if (isForReviewer(standing) || (evidence && isPass(evidence.result))) return [];
  const place = { kind: 'check', lane: check.lane, check: check.id } as const;
  const name = JSON.stringify(check.id);
  if (!evidence) return [{ message: `The check ${name} has not run on what is here now.`, place }];
  const { result } = evidence;
  const why = 'because' in result ? ` ${result.because}` : 'reason' in result ? ` ${result.reason}` : '';
  const message = `The check ${name} has not passed (${result.state}).${why}`;
  return [{ message, place: { ...place, state: result.state } }];
}
