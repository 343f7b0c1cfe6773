import { laneDigest } from '../checks/lane-digest.ts';
import { isSound } from '../lane/lane-file.ts';
import type { Problem } from '../lint/report.ts';
import type { Review } from '../reviews/review.ts';
import { timeProblems } from '../reviews/review-times.ts';
import { SETTINGS_PATH } from '../settings/read-settings.ts';
import { leaveToApprove } from './approval-policy.ts';
import { changedFields } from './changed-fields.ts';
import type { GateFacts } from './gate-facts.ts';
import type { FieldChange, IntentGate, Reason, ReasonPlace } from './gate-state.ts';

/** The state of a lane's intent gate. The last review counts, as far as it was given to the lane as it is now. */
export function intentGate(facts: GateFacts): IntentGate {
  const unclear = unclearFiles(facts);
  const because = [...unclear, ...blockingFindings(facts)];
  const last = facts.reviews?.intent.at(-1);
  if (unclear.length > 0 || last === undefined || facts.effective === undefined) return open(because);
  const isOfNow = last.digest?.value === laneDigest(facts.effective);
  switch (last.verdict.value) {
    case 'approved':
      return isOfNow
        ? approved(last, facts)
        : { state: 'stale', review: last, changed: changes(last, facts), because };
    case 'returned':
      return isOfNow || last.digest === undefined
        ? { state: 'returned', review: last, because }
        : open(because);
    default:
      return open(because);
  }
}

function open(because: readonly Reason[]): IntentGate {
  return because.length > 0 ? { state: 'blocked', because } : { state: 'ready' };
}

function approved(review: Review, { file, reviews, policy }: GateFacts): IntentGate {
  const leave = leaveToApprove(review.by?.value ?? '', file.lane?.owner?.value, policy);
  if (leave.isGiven)
    return { state: 'passed', review, remarks: leave.remark === undefined ? [] : [leave.remark] };
  const place = { kind: 'file', path: reviews?.path ?? file.path, span: review.span } as const;
  return {
    state: 'blocked',
    because: [{ message: `The approval does not count: ${leave.because}`, place }],
  };
}

/** What must be sound before anything can be told: the lane itself, its reviews, and the settings with their policy. */
function unclearFiles({ file, reviews, settingsProblems, now }: GateFacts): readonly Reason[] {
  const said = (path: string, problems: readonly Problem[]) =>
    problems.map(({ message, span }): Reason => ({ message, place: { kind: 'file', path, span } }));
  return [
    ...said(file.path, file.problems),
    ...(reviews ? said(reviews.path, [...reviews.problems, ...timeProblems(reviews, now)]) : []),
    ...said(SETTINGS_PATH, settingsProblems),
  ];
}

/** What the file itself lacks has been said. */
function blockingFindings({ file, findings, policy }: GateFacts): readonly Reason[] {
  const said = new Set(file.problems.map(({ message, span }) => `${span.start} ${message}`));
  return findings
    .filter(({ severity, span, message }) => {
      return policy.blocking.includes(severity) && !said.has(`${span.start} ${message}`);
    })
    .map(({ path, span, message }) => ({ message, place: { kind: 'file', path, span } }));
}

function changes(review: Review, facts: GateFacts): readonly FieldChange[] {
  const { file, reviews, effective, approved: before } = facts;
  const place: ReasonPlace = {
    kind: 'file',
    path: review.digest ? file.path : (reviews?.path ?? file.path),
    span: review.digest ? (file.lane?.header ?? { start: 0, end: 0 }) : review.span,
  };
  const whole = (after: string): FieldChange => ({ field: 'lane', after, place });
  if (review.digest === undefined) return [whole('The approval names no digest, so nobody knows of what.')];
  if (before === undefined || 'problem' in before || effective === undefined || !isSound(file))
    return [whole(`It has changed since. ${before && 'problem' in before ? before.problem : ''}`.trim())];
  return changedFields(before, effective, file);
}
