import { isSound, type SoundLane } from '../lane/lane-file.ts';
import { SETTINGS_PATH } from '../settings/read-settings.ts';
import type { CheckHost, RunOptions } from './check-host.ts';
import { effectiveLane } from './effective-lane.ts';
import type { Evidence } from './evidence.ts';
import type { ChangedFile, GitProblem, Head } from './git.ts';
import { createInputs, type Inputs } from './inputs.ts';
import { laneDigest } from './lane-digest.ts';
import { planChecks } from './plan-checks.ts';
import type { PlannedCheck } from './planned-check.ts';
import { loadContexts, sharedContext } from './shared-context.ts';

/** What the checks of one run ask in common. Each question is answered once. */
export interface RunFacts {
  readonly inputs: Inputs;
  /** The lane of a check, or undefined if it is no longer there, or no longer says what was planned. */
  lane(check: PlannedCheck): SoundLane | undefined;
  /** The digest of the lane as it was when its first check began. */
  digest(file: SoundLane): Promise<string>;
  /** Where the repository stood when the run began; undefined where git cannot tell. */
  head(): Promise<Head | undefined>;
  /** What the lane has changed, or a sentence that says why nobody can tell. */
  changes(lane: string): Promise<readonly ChangedFile[] | GitProblem>;
  /** What was recorded of the lane before this run. */
  evidence(lane: string): Promise<readonly Evidence[]>;
}

/** The facts of one run. */
export function createRunFacts(host: CheckHost, { board, baseOf, commit }: RunOptions): RunFacts {
  const digests = new Map<string, Promise<string>>();
  const changes = new Map<string, Promise<readonly ChangedFile[] | GitProblem>>();
  const evidence = new Map<string, Promise<readonly Evidence[]>>();
  const saidNow = new Map<SoundLane, ReadonlyMap<string, string>>();
  let head: Promise<Head | undefined> | undefined;
  return {
    inputs: createInputs(host.files, board.files.compile, host.digestFile),
    lane: (check) =>
      board
        .withId(check.lane)
        .filter(isSound)
        .find((file) => {
          const now = saidNow.get(file) ?? plannedTexts(planChecks(file, board.settings, SETTINGS_PATH));
          saidNow.set(file, now);
          return now.get(nameOf(check)) === textOf(check);
        }),
    digest: (file) =>
      once(digests, file.id, async () => {
        const paths = sharedContext(file, board.settings, board.files);
        return laneDigest(effectiveLane(file, board.settings, await loadContexts(paths, host.files)));
      }),
    head() {
      head ??= headOf(host);
      return head;
    },
    changes: (lane) =>
      once(changes, lane, async () => {
        if (!host.git) return { problem: host.whyNoGit ?? 'There is no git here to ask for the changes.' };
        const base = baseOf?.(lane);
        if (base === undefined)
          return {
            problem: 'Nothing is known to compare with. Approve the intent of the lane, or name a base.',
          };
        return typeof base === 'string' ? host.git.changes(base, commit) : base;
      }),
    evidence: (lane) => once(evidence, lane, async () => (await host.evidence?.of(lane)) ?? []),
  };
}

/** Where the repository stands now; undefined where git cannot tell. */
export async function headOf({ git }: CheckHost): Promise<Head | undefined> {
  const found = await git?.head();
  return found === undefined || 'problem' in found ? undefined : found;
}

function plannedTexts(plan: readonly PlannedCheck[]): ReadonlyMap<string, string> {
  return new Map(plan.map((check) => [nameOf(check), textOf(check)]));
}

/** All that decides what a check does, wherever it is written. Plans have their keys in one order; a digest would take longer. */
function textOf({ lane: _, place: __, env, ...check }: PlannedCheck): string {
  return JSON.stringify({ ...check, env: [...env].sort() });
}

/** A check of the lane may bear the name of a built-in one. */
function nameOf({ id, kind }: PlannedCheck): string {
  return `${kind} ${id}`;
}

function once<Answer>(
  answers: Map<string, Promise<Answer>>,
  key: string,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  const answer = answers.get(key) ?? ask();
  answers.set(key, answer);
  return answer;
}
