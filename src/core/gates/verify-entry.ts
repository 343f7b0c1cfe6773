import { laneDigest } from '../checks/lane-digest.ts';
import { lanePathOf } from '../lane/lane-file.ts';
import { CLOCK_SKEW_MS } from '../reviews/review-times.ts';
import type { Policy } from '../settings/settings.ts';
import type { EntryHistory } from './added-entries.ts';
import { leaveToApprove } from './approval-policy.ts';
import type { History, HistoryCommit } from './history.ts';
import { laneAt } from './lane-at.ts';
import { isSamePerson } from './person.ts';
import type { RecordedEntry } from './recorded-entries.ts';
import type { VerifiedReview } from './verification.ts';

/** One entry with what it is held against. */
export interface EntryFacts {
  readonly path: string;
  readonly entry: RecordedEntry;
  readonly entries: EntryHistory;
  readonly history: History;
  /** The policy by which it is judged. */
  readonly policy: Policy;
  /** The owners of the lane, now and before the change that is judged. */
  readonly owners: readonly (string | undefined)[];
  /** Where the same entry, or another with its digest, stands in another lane. */
  readonly copies: readonly string[];
}

/** Judges one entry of a reviews file. */
export async function verifyEntry(facts: EntryFacts): Promise<VerifiedReview> {
  const { path, entry, entries } = facts;
  const added = entries.added.get(entry.key);
  const wrong = [
    ...copied(facts),
    ...notAllowed(facts),
    ...(added ? authorship(entry, added.commit) : []),
    ...(added ? times(entry, added.commit, added.before) : []),
    ...(await ofAnother(facts)),
  ];
  const signed: SignatureSays = added ? signature(entry, added.commit) : { open: whyNotAdded(facts) };
  if (signed.wrong !== undefined) wrong.push(signed.wrong);
  const open = signed.open === undefined ? [] : [signed.open];
  if (facts.policy.signed && signed.open) wrong.push(`The policy asks for a signature. ${signed.open}`);
  const state = wrong.length > 0 ? 'false' : open.length > 0 ? 'unverified' : 'verified';
  return {
    path,
    entry,
    state,
    because: wrong.length > 0 ? wrong : open,
    ...(added ? { addedBy: added.commit.commit } : {}),
  };
}

function whyNotAdded({ entry, entries }: EntryFacts): string {
  if (!entries.committed.has(entry.key)) return 'It is not committed yet.';
  return 'Git lacks the history of it: who added it cannot be told. Run "git fetch --unshallow".';
}

function copied({ copies }: EntryFacts): string[] {
  return copies.map((path) => `The same stands in ${path}: it was copied from there, or there from here.`);
}

/** An owner may always take back and kill; answers are the owner's. */
function notAllowed({ entry, policy, owners }: EntryFacts): readonly string[] {
  if (entry.list === 'answers') return [];
  const isApproving = entry.verdict === 'approved' || entry.verdict === 'accepted';
  if (!isApproving && owners.some((owner) => owner !== undefined && isSamePerson(entry.by, owner))) return [];
  for (const owner of owners) {
    const leave = leaveToApprove(entry.by, owner, policy);
    if (!leave.isGiven) return [leave.because];
  }
  return [];
}

function authorship({ by }: RecordedEntry, { author, commit }: HistoryCommit): readonly string[] {
  return isSamePerson(by, author)
    ? []
    : [
        `It names ${JSON.stringify(by)}, but the commit ${short(commit)} that added it is by ${JSON.stringify(author)}.`,
      ];
}

/** What speaks against an entry by its signature, or keeps it from being certain. */
function signature({ by }: RecordedEntry, { signature: found, commit }: HistoryCommit): SignatureSays {
  switch (found.state) {
    case 'good':
      return isSamePerson(found.signer, by)
        ? {}
        : { wrong: `The commit ${short(commit)} is signed by ${JSON.stringify(found.signer)}.` };
    case 'bad':
      return { wrong: `The signature of the commit ${short(commit)} is bad.` };
    case 'unknown':
      return { open: `The commit ${short(commit)} is signed with a key that is not known here.` };
    case 'none':
      return { open: `The commit ${short(commit)} is not signed, so its author is only what it says.` };
  }
}

interface SignatureSays {
  readonly wrong?: string;
  readonly open?: string;
}

function times(
  { at, list }: RecordedEntry,
  commit: HistoryCommit,
  before: readonly RecordedEntry[],
): readonly string[] {
  const time = Date.parse(at);
  if (time > Date.parse(commit.at) + CLOCK_SKEW_MS)
    return [`It says ${at}, and the commit ${short(commit.commit)} that added it is older: ${commit.at}.`];
  const later = before.find((other) => other.list === list && Date.parse(other.at) > time + CLOCK_SKEW_MS);
  return later ? [`It is back-dated: it says ${at}, and was added after the one of ${later.at}.`] : [];
}

/** A review of a commit that was not there yet, or an approval of another text. */
async function ofAnother({ path, entry, entries, history }: EntryFacts): Promise<readonly string[]> {
  if (entry.commit === undefined) return [];
  const made = await history.timeOf(entry.commit);
  if (typeof made !== 'string') return [];
  if (Date.parse(made) > Date.parse(entry.at) + CLOCK_SKEW_MS)
    return [
      `It is back-dated: it says ${entry.at}, and the commit ${short(entry.commit)} that it speaks of was made at ${made}.`,
    ];
  if (entry.verdict !== 'approved') return [];
  const lanePath = lanePathOf(entries.added.get(entry.key)?.path ?? path);
  const then = await laneAt(lanePath, entry.commit, history);
  if ('problem' in then) return [then.problem];
  return laneDigest(then.effective) === entry.digest
    ? []
    : [`What it approved is not this lane as it was at the commit ${short(entry.commit)}.`];
}

function short(commit: string): string {
  return commit.slice(0, 12);
}
