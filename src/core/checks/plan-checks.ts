import { checkPath, normalizePath } from '../glob/workspace-path.ts';
import type { Check } from '../lane/lane.ts';
import type { SoundLane } from '../lane/lane-file.ts';
import type { Settings } from '../settings/settings.ts';
import type { Span, Text } from '../text/span.ts';
import type { BuiltInKind, PlannedCheck, PlannedJudge } from './planned-check.ts';
import { timeoutMs } from './timeout.ts';

/**
 * Every check of a lane with all that decides what it does: its own in the order of the file, those that it inherits and does not
 * replace, then the built-in ones. `budget` is among them only if the lane sets a number of changed lines.
 */
export function planChecks(
  file: SoundLane,
  settings: Settings,
  settingsPath: string,
): readonly PlannedCheck[] {
  const own = new Set(file.lane.checks.map(({ id }) => id.value));
  const inherited = settings.defaults.checks.filter(({ id }) => !own.has(id.value));
  return [
    ...file.lane.checks.map((check) => plan(check, file.id, file.path, settings)),
    ...inherited.map((check) => plan(check, file.id, settingsPath, settings)),
    ...builtIn(file),
  ];
}

function plan(check: Check, lane: string, path: string, settings: Settings): PlannedCheck {
  return {
    lane,
    id: check.id.value,
    kind: check.kind,
    ...(check.run ? { run: check.run.value } : {}),
    cwd: folderOf(check.cwd),
    env: values(check.env),
    timeoutMs: timeoutMs(check.timeout?.value),
    inputs: values(check.inputs),
    artifacts: values(check.artifacts),
    serial: check.serial,
    ...(check.score ? { score: check.score.value } : {}),
    ...(check.atLeast ? { atLeast: check.atLeast.value } : {}),
    ...(check.atMost ? { atMost: check.atMost.value } : {}),
    rubric: values(check.rubric),
    votes: check.votes?.value ?? 1,
    ...(check.kind === 'taste' && !check.run ? { judge: judgeOf(check, settings) } : {}),
    place: { path, span: check.id.span },
  };
}

/** A folder outside the workspace keeps its spelling, so that nothing takes it for another one inside. */
function folderOf(cwd: Text | undefined): string {
  if (cwd === undefined || cwd.value === '') return '';
  return checkPath(cwd.value) ? cwd.value : normalizePath(cwd.value);
}

function judgeOf({ judge }: Check, settings: Settings): PlannedJudge {
  const args = judge ? (settings.judges.get(judge.value) ?? []) : settings.judge;
  return { ...(judge ? { name: judge.value } : {}), ...(args.length > 0 ? { args } : {}) };
}

function builtIn({ id: lane, path, lane: { header, sections, limits } }: SoundLane): readonly PlannedCheck[] {
  const planned = (kind: BuiltInKind, span: Span): PlannedCheck => ({
    lane,
    id: kind,
    kind,
    cwd: '',
    env: [],
    timeoutMs: timeoutMs(undefined),
    inputs: [],
    artifacts: [],
    serial: false,
    rubric: [],
    votes: 1,
    place: { path, span },
  });
  const budget = limits.budget.changedLines;
  return [
    planned('limits', sections.limits?.key ?? header),
    ...(budget ? [planned('budget', budget.span)] : []),
    planned('own-standard', sections.checks?.key ?? header),
  ];
}

function values(texts: readonly Text[]): readonly string[] {
  return texts.map(({ value }) => value);
}
