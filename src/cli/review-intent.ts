import {
  appendReview,
  type FieldChange,
  isSound,
  type LaneGates,
  laneAt,
  laneDigest,
  leaveToApprove,
  reviewsPath,
  type SoundLane,
  shellWord,
} from '../core/index.ts';
import { briefOf } from './brief.ts';
import { textsOf } from './findings.ts';
import { type GivenReview, whyNotAgreed } from './given-review.ts';
import { soundLane } from './lane-named.ts';
import { changeReviewsOf, effectiveNow, gatesOf, type OpenLane } from './open-lane.ts';
import { reasonLine } from './reason-lines.ts';
import { safeJson } from './safe-json.ts';
import { visible } from './visible.ts';
import type { Refusal } from './workspace.ts';

/** Records a verdict at the intent gate; returns why it cannot. */
export async function reviewIntent(given: GivenReview): Promise<string | undefined> {
  const { open, by, options, terminal } = given;
  const { verdict, note } = options;
  if (verdict === 'returned' && note === undefined)
    return 'Say with --note what the lane lacks, so that it can be drawn better.';
  if (verdict === 'withdrawn' && open.reviews?.intent.at(-1)?.verdict.value !== 'approved')
    return 'There is no approval to withdraw.';
  const seen = verdict === 'approved' ? await approvalOf(given) : await digestOf(open);
  if ('problem' in seen) return seen.problem;
  const entry = {
    verdict,
    by,
    at: open.host.now(),
    digest: seen.digest,
    base: seen.base,
    because: options.because,
    note,
  };
  const problem = await changeReviewsOf(open, (path) => (text) => appendReview(path, text, 'intent', entry));
  if (problem !== undefined) return problem;
  const path = reviewsPath(open.file.path);
  terminal.print(
    options.json
      ? safeJson({ lane: open.file.id, gate: 'intent', path, review: entry }, 2)
      : `${verdict}: it is in ${visible(path)}. Commit it.`,
  );
  return undefined;
}

/** What was looked at; its digest is absent where the lane cannot be read. */
interface Seen {
  readonly digest?: string;
  readonly base?: string;
}

async function digestOf(open: OpenLane): Promise<Seen> {
  return isSound(open.file) ? { digest: laneDigest(await effectiveNow({ ...open, file: open.file })) } : {};
}

/** What is approved, once the gate lets it, it is committed, and a person has seen it and agreed. */
async function approvalOf({ open, by, terminal, options }: GivenReview): Promise<Seen | Refusal> {
  const file = soundLane(open.file, open.workspace);
  if ('problem' in file) return file;
  const lane = { ...open, file };
  const { intent } = await gatesOf(open);
  const refusal = whyClosed(intent, lane);
  if (refusal !== undefined) return { problem: refusal };
  const committed = await committedLane(lane);
  if ('problem' in committed) return committed;
  if (terminal.isInteractive && !options.json) {
    terminal.print(await briefOf(lane));
    if (intent.state === 'stale')
      for (const line of ['Since the last approval:', ...intent.changed.flatMap(changeLines), ''])
        terminal.print(line);
  }
  const leave = leaveToApprove(by, file.lane.owner?.value, open.workspace.loaded.board.settings.policy);
  if (leave.isGiven && leave.remark !== undefined) terminal.note(visible(leave.remark));
  const problem = await whyNotAgreed([], 'Approve exactly this intent?', terminal);
  return problem === undefined ? committed : { problem };
}

function whyClosed(
  intent: LaneGates['intent'],
  { workspace }: OpenLane & { readonly file: SoundLane },
): string | undefined {
  if (intent.state === 'passed') return 'The intent is approved as it is.';
  const because = 'because' in intent ? intent.because : [];
  if (because.length === 0) return undefined;
  const texts = textsOf(workspace);
  return ['The intent gate is blocked:', ...because.map((reason) => `  ${reasonLine(reason, texts)}`)].join(
    '\n',
  );
}

/** The lane as it is now, if the last commit holds it: only so can it be found again when it has changed. */
async function committedLane(open: OpenLane & { readonly file: SoundLane }): Promise<Seen | Refusal> {
  const { file, host } = open;
  const base = await host.git.resolve('HEAD');
  if (typeof base !== 'string') return base;
  const then = await laneAt(file.path, base, host.history);
  const digest = laneDigest(await effectiveNow(open));
  const isSame = !('problem' in then) && plain(then.file.text) === plain(file.text);
  if (isSame && laneDigest(then.effective) === digest) return { digest, base };
  const path = visible(file.path);
  return {
    problem: isSame
      ? `What the lane inherits or has for context is not committed: lanekeeper.yaml, or a file under its context. Run \`git status\`, commit, then approve.`
      : `${path} is not committed as it is. Run \`git add ${shellWord(file.path)} && git commit\`, then approve.`,
  };
}

function plain(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

function changeLines({ field, before, after }: FieldChange): readonly string[] {
  const lines = (sign: string, text: string | undefined) =>
    text === undefined ? [] : text.split('\n').map((line) => `    ${sign} ${visible(line)}`);
  return [`  ${visible(field)}`, ...lines('-', before), ...lines('+', after)];
}
