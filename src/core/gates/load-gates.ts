import type { CheckHost } from '../checks/check-host.ts';
import { type StandingCheck, standingChecks } from '../checks/due-checks.ts';
import type { EffectiveLane } from '../checks/effective-lane.ts';
import { laneDigest } from '../checks/lane-digest.ts';
import { planChecks } from '../checks/plan-checks.ts';
import { isSound, type LaneFile } from '../lane/lane-file.ts';
import { lintLane } from '../lint/lint.ts';
import { howEnded } from '../reviews/review.ts';
import { SETTINGS_PATH } from '../settings/read-settings.ts';
import type { Workspace } from '../workspace/load-workspace.ts';
import { deriveGates } from './derive-gates.ts';
import type { GateFacts } from './gate-facts.ts';
import type { LaneGates } from './gate-state.ts';
import type { History } from './history.ts';
import { approvedLane, loadEffective } from './lane-at.ts';
import { currentHandOver } from './outcome-gate.ts';

/** What a host offers to gates. Without a history, a stale intent does not say what changed. */
export interface GateHost extends CheckHost {
  readonly history?: History;
}

/** The gates of these lanes, by path. Git is asked for evidence only where a lane is handed in, and for history where an intent is stale. */
export async function loadGates(
  files: readonly LaneFile[],
  workspace: Pick<Workspace, 'board' | 'reviews' | 'settingsFile'>,
  host: GateHost,
): Promise<ReadonlyMap<string, LaneGates>> {
  const all: GateFacts[] = [];
  for (const file of files) all.push(await factsOf(file, workspace, host));
  const standing = await standingOf(all.filter(isHandedIn), workspace, host);
  return new Map(
    all.map((facts) => [
      facts.file.path,
      deriveGates({ ...facts, checks: isHandedIn(facts) ? (standing.get(facts.file.id) ?? []) : [] }),
    ]),
  );
}

async function factsOf(
  file: LaneFile,
  { board, reviews, settingsFile }: Pick<Workspace, 'board' | 'reviews' | 'settingsFile'>,
  host: GateHost,
): Promise<GateFacts> {
  const own = reviews.get(file.path);
  const effective = isSound(file)
    ? await loadEffective(file, board.settings, board.files, host.files)
    : undefined;
  const facts: GateFacts = {
    file,
    findings: lintLane(file, board, { hints: false }),
    ...(own ? { reviews: own } : {}),
    policy: board.settings.policy,
    settingsProblems: settingsFile?.problems ?? [],
    ...(effective ? { effective } : {}),
    checks: [],
    now: host.now(),
  };
  const approved = await approvedOf(facts, effective, host);
  return { ...facts, ...(approved ? { approved } : {}) };
}

async function approvedOf(
  { file, reviews }: GateFacts,
  effective: EffectiveLane | undefined,
  { history, whyNoGit = 'There is no git here to ask.' }: GateHost,
): Promise<GateFacts['approved']> {
  const last = reviews?.intent.at(-1);
  if (last?.verdict.value !== 'approved' || effective === undefined || last.digest === undefined)
    return undefined;
  if (last.digest.value === laneDigest(effective)) return effective;
  return history ? approvedLane(last, file.path, history) : { problem: whyNoGit };
}

function isHandedIn(facts: GateFacts): boolean {
  const { reviews } = facts;
  return reviews !== undefined && howEnded(reviews) === undefined && currentHandOver(facts)?.in !== undefined;
}

async function standingOf(
  handedIn: readonly GateFacts[],
  { board }: Pick<Workspace, 'board'>,
  host: GateHost,
): Promise<ReadonlyMap<string, readonly StandingCheck[]>> {
  const plan = handedIn.flatMap(({ file }) =>
    isSound(file) ? planChecks(file, board.settings, SETTINGS_PATH) : [],
  );
  const standing = plan.length > 0 ? await standingChecks(plan, host, { board }) : [];
  const byLane = new Map<string, StandingCheck[]>();
  for (const one of standing) byLane.set(one.check.lane, [...(byLane.get(one.check.lane) ?? []), one]);
  return byLane;
}
