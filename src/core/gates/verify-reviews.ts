import type { GitProblem } from '../checks/git.ts';
import { digestOf } from '../digest/digest-of.ts';
import { type LaneFile, reviewsPath } from '../lane/lane-file.ts';
import { readLaneFile } from '../lane/read-lane.ts';
import type { ReviewsFile } from '../reviews/review.ts';
import { readSettings, SETTINGS_PATH } from '../settings/read-settings.ts';
import type { Policy, Settings } from '../settings/settings.ts';
import type { Workspace } from '../workspace/load-workspace.ts';
import { type EntryHistory, entryHistory, type ReviewGit } from './added-entries.ts';
import type { History } from './history.ts';
import { textAt } from './lane-at.ts';
import { entriesOfText, type RecordedEntry, recordedEntries } from './recorded-entries.ts';
import type { Verification, VerificationBase, VerifiedReview } from './verification.ts';
import { verifyEntry } from './verify-entry.ts';

/** What reviews are held against. */
export interface VerifyHost {
  readonly git: ReviewGit;
  readonly history: History;
}

type Loaded = Pick<Workspace, 'board' | 'reviews'>;
type FoundProblem = Verification['problems'][number];

const TOP = { start: 0, end: 0 };

/**
 * Holds the reviews of these lanes against the commits that added them. Those that came after the base are judged by the policy
 * there, so that no change allows itself; older ones by the policy that held before they were added.
 */
export async function verifyReviews(
  files: readonly LaneFile[],
  loaded: Loaded,
  baseCommit: string,
  host: VerifyHost,
): Promise<Verification | GitProblem> {
  const revision = await host.history.at(baseCommit);
  if ('problem' in revision) return revision;
  const settings = readSettings((await textAt(SETTINGS_PATH, revision)) ?? '').settings;
  const base = { commit: revision.commit, settings };
  const standsIn = placesOf(loaded);
  const reviews: VerifiedReview[] = [];
  const problems: FoundProblem[] = [...policyProblems(settings, loaded.board.settings)];
  for (const lane of files) {
    const file = loaded.reviews.get(lane.path);
    if (file) {
      const one = await verifyFile(file, lane, { standsIn, base, host });
      if ('problem' in one) return one;
      reviews.push(...one.reviews);
      problems.push(...one.problems);
    } else if (revision.paths.includes(reviewsPath(lane.path))) problems.push(deleted(lane, revision.commit));
  }
  return { reviews, problems };
}

interface Against {
  /** The reviews files in which an entry stands, by its key. */
  readonly standsIn: ReadonlyMap<string, readonly string[]>;
  readonly base: VerificationBase;
  readonly host: VerifyHost;
}

async function verifyFile(
  file: ReviewsFile,
  lane: LaneFile,
  { standsIn, base, host }: Against,
): Promise<Verification | GitProblem> {
  const entries = await entryHistory(file.path, host.git, host.history);
  if ('problem' in entries) return entries;
  const [inBase, laneInBase] = await Promise.all([
    host.git.show(base.commit, file.path),
    host.git.show(base.commit, lane.path),
  ]);
  const known = entriesOfText(file.path, typeof inBase === 'string' ? inBase : undefined);
  const owners = [lane.lane?.owner?.value, ...ownerOf(lane.path, laneInBase)];
  const now = recordedEntries(file);
  const reviews: VerifiedReview[] = [];
  for (const entry of now) {
    const isOld = known.some(({ key }) => key === entry.key);
    const policy = isOld ? await policyBefore(entry, entries, base, host) : base.settings.policy;
    const copies = (standsIn.get(entry.key) ?? []).filter((path) => path !== file.path);
    reviews.push(
      await verifyEntry({
        path: file.path,
        entry,
        entries,
        history: host.history,
        policy,
        owners,
        copies,
      }),
    );
  }
  return {
    reviews,
    problems: [
      ...file.problems.map((one) => ({ ...one, path: file.path })),
      ...lostEntries(file, now, entries),
    ],
  };
}

/** The owner that a lane had at the base; none where it was not there. */
function ownerOf(path: string, text: string | undefined | GitProblem): readonly (string | undefined)[] {
  return typeof text === 'string' ? [readLaneFile(path, text).lane?.owner?.value] : [];
}

/** The policy that held before an entry was added. */
async function policyBefore(
  { key }: RecordedEntry,
  { added }: EntryHistory,
  base: VerificationBase,
  { git }: VerifyHost,
): Promise<Policy> {
  const commit = added.get(key)?.commit;
  const before = commit && (commit.parents[0] ?? commit.commit);
  const text = before && (await git.show(before, SETTINGS_PATH));
  return typeof text === 'object' || before === undefined
    ? base.settings.policy
    : readSettings(text ?? '').settings.policy;
}

/** The reviews files in which each entry stands, by its key. */
function placesOf({ reviews }: Loaded): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, readonly string[]>();
  for (const file of reviews.values())
    for (const { key } of recordedEntries(file)) places.set(key, [...(places.get(key) ?? []), file.path]);
  return places;
}

/** What was said once and is no longer there as it was said. */
function lostEntries(
  file: ReviewsFile,
  now: readonly RecordedEntry[],
  { lost, committed }: EntryHistory,
): readonly FoundProblem[] {
  const name = ({ by, at, verdict }: RecordedEntry) =>
    `the review "${verdict}" of ${JSON.stringify(by)} at ${at}`;
  const problem = (message: string): FoundProblem => ({
    rule: 'wrong-type',
    path: file.path,
    span: TOP,
    message,
  });
  const gone = [...committed].filter((key) => !now.some((entry) => entry.key === key)).length;
  return [
    ...lost.map(({ entry, commit }) =>
      problem(
        `Reviews are only ever added to. The commit ${commit.commit.slice(0, 12)} by ${JSON.stringify(commit.author)} changed or took out ${name(entry)}.`,
      ),
    ),
    ...(gone > 0
      ? [problem('Reviews are only ever added to. Some that are committed are changed or taken out here.')]
      : []),
  ];
}

function policyProblems(before: Settings, now: Settings): readonly FoundProblem[] {
  const digest = ({ policy }: Settings) => digestOf({ ...policy });
  if (digest(before) === digest(now)) return [];
  const message =
    'The policy differs from that of the base. Reviews that came since are judged by the policy of the base; let the change of the policy be reviewed on its own.';
  return [{ rule: 'wrong-type', path: SETTINGS_PATH, span: TOP, message }];
}

function deleted(lane: LaneFile, commit: string): FoundProblem {
  const path = reviewsPath(lane.path);
  const message = `Reviews are only ever added to. This file was there at the base ${commit.slice(0, 12)} and is gone.`;
  return { rule: 'wrong-type', path, span: TOP, message };
}
