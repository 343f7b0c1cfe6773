import {
  appendReview,
  howEnded,
  type PlannedCheck,
  planChecks,
  reviewsPath,
  SETTINGS_PATH,
  type SoundLane,
  standingChecks,
} from '../core/index.ts';
import { textsOf } from './findings.ts';
import { type GivenReview, whyNotAgreed } from './given-review.ts';
import { soundLane } from './lane-named.ts';
import { changeReviewsOf, gatesOf } from './open-lane.ts';
import { reasonLine } from './reason-lines.ts';
import { safeJson } from './safe-json.ts';
import { visible } from './visible.ts';
import type { Refusal } from './workspace.ts';

/** Records a verdict at the outcome gate; returns why it cannot. */
export async function reviewOutcome(given: GivenReview): Promise<string | undefined> {
  const { open, by, options, terminal } = given;
  const missing = whatIsMissing(given);
  if (missing !== undefined) return missing;
  const head = await open.host.git.head();
  const seen = options.verdict === 'accepted' ? await acceptanceOf(given) : {};
  if ('problem' in seen) return seen.problem;
  const entry = {
    verdict: options.verdict,
    by,
    at: open.host.now(),
    commit: 'problem' in head ? undefined : head.commit,
    because: options.because,
    note: options.note,
    learned: options.learned,
    cost: options.cost,
    evidence: seen.evidence,
  };
  const problem = await changeReviewsOf(open, (path) => (text) => appendReview(path, text, 'outcome', entry));
  if (problem !== undefined) return problem;
  const path = reviewsPath(open.file.path);
  terminal.print(
    options.json
      ? safeJson({ lane: open.file.id, gate: 'outcome', path, review: entry }, 2)
      : `${options.verdict}: it is in ${visible(path)}. Commit it.`,
  );
  return undefined;
}

function whatIsMissing({ open: { reviews }, options }: GivenReview): string | undefined {
  if (reviews && howEnded(reviews) === 'killed')
    return 'The lane was killed. Draw a new one for what is left.';
  switch (options.verdict) {
    case 'returned':
      if (!reviews?.handed.length) return 'The lane was never handed over, so there is no outcome to return.';
      return options.because === undefined
        ? 'Say with --because which part of the lane would have prevented it: outcome, context, limits, decisions, done, checks or none.'
        : undefined;
    case 'killed':
      return options.learned === undefined ? 'Say with --learned what was learned.' : undefined;
    default:
      return undefined;
  }
}

/** How the checks stood, by id. */
interface Seen {
  readonly evidence?: { readonly [check: string]: string };
}

/** How the checks stand, once the gate is open and a person has judged what no check can. */
async function acceptanceOf(given: GivenReview): Promise<Seen | Refusal> {
  const { open, terminal } = given;
  const file = soundLane(open.file, open.workspace);
  if ('problem' in file) return file;
  const { outcome } = await gatesOf(open);
  if (outcome.state !== 'ready') return { problem: whyClosed(outcome, given) };
  const head = await open.host.git.head();
  if ('problem' in head) return head;
  if (head.dirty)
    return {
      problem: 'There is work that is not committed. Commit it, so that what you accept can be named.',
    };
  const { board } = open.workspace.loaded;
  const plan = planChecks(file, board.settings, SETTINGS_PATH);
  const standing = await standingChecks(plan, open.host, { board });
  const problem = await whyNotAgreed(
    statementsOf(file, plan, outcome.toJudge),
    'Accept this outcome?',
    terminal,
  );
  if (problem !== undefined) return { problem };
  const states = standing.map(
    ({ check, evidence }) => [check.id, evidence?.result.state ?? 'judged'] as const,
  );
  return { evidence: Object.fromEntries(states) };
}

/** What the reviewer must see for themselves: rubrics that no judge answers, and criteria that no check proves. */
function statementsOf(
  { lane }: SoundLane,
  plan: readonly PlannedCheck[],
  toJudge: readonly string[],
): readonly string[] {
  const rubrics = plan
    .filter(({ id }) => toJudge.includes(id))
    .flatMap(({ id, rubric }) => rubric.map((statement) => `${id}: ${statement}`));
  const criteria = lane.done
    .filter(({ proof }) => proof.length === 0)
    .map(({ says, look }) =>
      look.length > 0 ? `${says.value} (look at ${look.map(({ value }) => value).join(', ')})` : says.value,
    );
  return [...rubrics, ...criteria];
}

function whyClosed(outcome: Awaited<ReturnType<typeof gatesOf>>['outcome'], { open }: GivenReview): string {
  if (outcome.state === 'passed') return 'The outcome is accepted already.';
  if (outcome.state !== 'blocked')
    return 'The outcome was returned and the lane not handed over since. `lanekeeper hand-over` does that.';
  const texts = textsOf(open.workspace);
  return [
    'The outcome gate is blocked:',
    ...outcome.because.map((reason) => `  ${reasonLine(reason, texts)}`),
  ].join('\n');
}
