import type { SoundLane } from '../lane/lane-file.ts';
import type { BuiltInOutcome } from './built-in-outcome.ts';
import { checkBudget } from './check-budget.ts';
import { checkDigest } from './check-digest.ts';
import type { CheckHost, CheckOutcome, RunOptions } from './check-host.ts';
import { checkLimits } from './check-limits.ts';
import { checkOwnStandard } from './check-own-standard.ts';
import type { Evidence } from './evidence.ts';
import type { ChangedFile } from './git.ts';
import { isBuiltIn, type PlannedCheck } from './planned-check.ts';
import { readsOf } from './reads-of.ts';
import { runCommand } from './run-command.ts';
import type { RunFacts } from './run-facts.ts';
import { runTaste } from './run-taste.ts';
import type { RunHooks } from './runner.ts';
import { tailOf } from './tail.ts';
import { maskedVerdict, notStarted, type Verdict } from './verdict.ts';

/** What every check of one run shares. */
export interface Run {
  readonly host: CheckHost;
  readonly options: RunOptions;
  readonly facts: RunFacts;
}

/** More files than a person looks at are not named. */
const MOST_ARTIFACTS = 200;

/** Runs one check, unless nothing that it reads has changed since it passed, and records how it ended. */
export async function runCheck(check: PlannedCheck, run: Run, hooks: RunHooks): Promise<CheckOutcome> {
  const { facts, options } = run;
  if (hooks.cancellation?.isCancelled) return outcome(check, { result: { state: 'cancelled' } });
  const file = facts.lane(check);
  if (file === undefined)
    return outcome(
      check,
      notStarted('The lane has changed or gone since its checks were planned. Run them again.'),
    );
  options.onStart?.(check);
  const earlier = await earlierOf(check, facts);
  const earlierScores = scoresOf(earlier);
  const inputsDigest = await readsOf(check, run.host, facts.inputs);
  const pass = options.force ? undefined : unchangedPass(check, inputsDigest, earlier);
  if (pass)
    return {
      ...outcome(check, { result: { state: 'unchanged', since: pass.at } }),
      evidence: pass,
      earlierScores,
    };
  const bound = await boundTo(check, file, run);
  const [at, began] = [run.host.now(), run.host.ms()];
  const raw = await verdictOn(check, file, run, hooks);
  const verdict = run.host.mask ? maskedVerdict(raw, run.host.mask) : raw;
  const ended = { ...outcome(check, verdict), earlierScores };
  if (!hasRun(verdict)) return ended;
  const ms = Math.max(0, Math.round(verdict.ms ?? run.host.ms() - began));
  const isSteady =
    inputsDigest !== undefined && (await readsOf(check, run.host, facts.inputs)) === inputsDigest;
  const evidence: Evidence = {
    ...evidenceOf(check, verdict),
    ...bound,
    ...(isSteady ? { inputsDigest } : {}),
    at,
    ms,
    artifacts: await artifactsOf(check, facts),
  };
  const problem = await run.host.evidence?.add(evidence);
  return { ...ended, evidence, notes: problem === undefined ? ended.notes : [...ended.notes, problem] };
}

function outcome(check: PlannedCheck, { result, notes = [] }: Verdict): CheckOutcome {
  return { check, result, earlierScores: [], notes };
}

/**
 * What evidence is bound to: the lane, and the commit that a built-in check compares, or what lies in the folder. Asked before
 * any check starts a process, and not at all where none has to.
 */
async function boundTo(
  { kind }: PlannedCheck,
  file: SoundLane,
  { options: { commit }, facts }: Run,
): Promise<Pick<Evidence, 'laneDigest' | 'commit' | 'dirty'>> {
  const laneDigest = await facts.digest(file);
  if (commit !== undefined && isBuiltIn(kind)) return { laneDigest, commit, dirty: false };
  const head = await facts.head();
  const dirty = head?.dirty ?? true;
  return { laneDigest, dirty, ...(head?.commit === undefined ? {} : { commit: head.commit }) };
}

/** What was recorded of this check, for a trend or a pass that still holds; others need not wait for it. */
async function earlierOf(check: PlannedCheck, facts: RunFacts): Promise<readonly Evidence[]> {
  if (check.kind !== 'eval' && check.inputs.length === 0) return [];
  const recorded = await facts.evidence(check.lane);
  return recorded.filter((one) => one.check === check.id && one.kind === check.kind);
}

/** The numbers of earlier runs. Evidence that was recorded twice is one run. */
function scoresOf(earlier: readonly Evidence[]): readonly number[] {
  const scores = new Map(earlier.map(({ at, score }) => [at, score]));
  return [...scores.values()].filter((score) => score !== undefined);
}

function hasRun({ result: { state } }: Verdict): boolean {
  return state === 'passed' || state === 'failed' || state === 'timed-out';
}

/** The last run with this very check and these very inputs, if it passed. */
function unchangedPass(
  check: PlannedCheck,
  inputsDigest: string | undefined,
  earlier: readonly Evidence[],
): Evidence | undefined {
  if (inputsDigest === undefined) return undefined;
  const digest = checkDigest(check);
  const last = earlier.findLast((one) => one.checkDigest === digest && one.inputsDigest === inputsDigest);
  return last?.result.state === 'passed' ? last : undefined;
}

async function verdictOn(check: PlannedCheck, file: SoundLane, run: Run, hooks: RunHooks): Promise<Verdict> {
  const { host, facts, options } = run;
  const { board } = options;
  const ofChanges = (hold: (changed: readonly ChangedFile[]) => BuiltInOutcome) =>
    heldAgainst(facts, check.lane, hold);
  switch (check.kind) {
    case 'test':
    case 'lint':
    case 'eval':
      return runCommand(check, host, hooks).finally(facts.inputs.forget);
    case 'taste': {
      const base = options.baseOf?.(check.lane);
      const artifacts = await artifactsOf(check, facts);
      const subject = { artifacts, ...(typeof base === 'string' ? { base } : {}) };
      return runTaste(check, subject, host, hooks).finally(facts.inputs.forget);
    }
    case 'limits':
      return ofChanges((changed) => checkLimits(changed, file, board.settings, board.files));
    case 'budget':
      return ofChanges((changed) => checkBudget(changed, file));
    case 'own-standard':
      return ofChanges((changed) => checkOwnStandard(changed, file, board));
  }
}

async function heldAgainst(
  facts: RunFacts,
  lane: string,
  hold: (changed: readonly ChangedFile[]) => BuiltInOutcome,
): Promise<Verdict> {
  const changed = await facts.changes(lane);
  return 'problem' in changed ? notStarted(changed.problem) : hold(changed);
}

async function artifactsOf({ artifacts }: PlannedCheck, { inputs }: RunFacts): Promise<readonly string[]> {
  if (artifacts.length === 0) return [];
  return ((await inputs.matching(artifacts)) ?? []).slice(0, MOST_ARTIFACTS);
}

function evidenceOf(check: PlannedCheck, verdict: Verdict) {
  const { result, output = '', exit, score, answers, rubricDigest, files } = verdict;
  return {
    version: 1 as const,
    lane: check.lane,
    check: check.id,
    kind: check.kind,
    result,
    checkDigest: checkDigest(check),
    ...(check.run === undefined ? {} : { command: check.run }),
    tail: tailOf(output),
    ...(exit === undefined ? {} : { exit }),
    ...(score === undefined ? {} : { score }),
    ...(answers === undefined ? {} : { answers }),
    ...(rubricDigest === undefined ? {} : { rubricDigest }),
    ...(files === undefined ? {} : { files }),
  };
}
