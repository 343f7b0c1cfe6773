import {
  laneWord,
  nearest,
  type PlannedCheck,
  planChecks,
  SETTINGS_PATH,
  type SoundLane,
} from '../core/index.ts';
import { endOf } from './lane-json.ts';
import { laneNamed, soundLane } from './lane-named.ts';
import { reportNoLanes } from './no-lanes.ts';
import { plural } from './report.ts';
import { visible } from './visible.ts';
import type { OpenWorkspace, Refusal } from './workspace.ts';

/** What somebody asked for. */
export interface ChecksAsked {
  readonly ids: readonly string[];
  /** True if every lane that has not ended is meant where none is named. */
  readonly isAll: boolean;
}

/** Which of the checks of those lanes are meant; all where neither is given. */
export interface CheckFilter {
  readonly kinds?: readonly string[];
  readonly checks?: readonly string[];
}

/** A lane with every check that it has. */
export interface PlannedLane {
  readonly file: SoundLane;
  readonly plan: readonly PlannedCheck[];
}

/** The lanes asked for, and why others that were meant cannot be checked. */
export interface SelectedLanes {
  readonly lanes: readonly PlannedLane[];
  readonly broken: readonly string[];
}

const MOST_NAMED = 8;

/** The lanes asked for with their plans, in order of path; the only lane where there is one and none is named. */
export function selectPlans({ ids, isAll }: ChecksAsked, workspace: OpenWorkspace): SelectedLanes | Refusal {
  const { board, settingsFile } = workspace.loaded;
  if ((settingsFile?.problems.length ?? 0) > 0)
    return {
      problem: `${SETTINGS_PATH} cannot be relied on: checks that every lane inherits may be missing. \`lanekeeper lint ${SETTINGS_PATH}\` shows what is wrong with it.`,
    };
  const planned = (file: SoundLane): PlannedLane => ({
    file,
    plan: planChecks(file, board.settings, SETTINGS_PATH),
  });
  if (ids.length > 0) return namedLanes(ids, workspace, planned);
  const all = [...board.lanes.keys()].sort().filter((path) => endOf(path, workspace) === undefined);
  if (all.length === 0 || (all.length > 1 && !isAll)) return { problem: question(all, workspace) };
  const found = all.flatMap((path) => {
    const file = board.lanes.get(path);
    return file ? [soundLane(file, workspace)] : [];
  });
  return {
    lanes: found.flatMap((one) => ('problem' in one ? [] : [planned(one)])),
    broken: found.flatMap((one) => ('problem' in one ? [one.problem] : [])),
  };
}

function namedLanes(
  ids: readonly string[],
  workspace: OpenWorkspace,
  planned: (file: SoundLane) => PlannedLane,
): SelectedLanes | Refusal {
  const files = new Map<string, SoundLane>();
  for (const id of ids) {
    const named = laneNamed(id, workspace);
    const file = 'problem' in named ? named : soundLane(named, workspace);
    if ('problem' in file) return file;
    files.set(file.path, file);
  }
  return { lanes: [...files.values()].map(planned), broken: [] };
}

function question(paths: readonly string[], workspace: OpenWorkspace): string {
  if (paths.length === 0) {
    const ended = workspace.loaded.board.lanes.size;
    return ended === 0
      ? reportNoLanes(workspace, []).join('\n')
      : `Every lane here has ended. Name one to check it all the same: \`lanekeeper list\` shows them.`;
  }
  const files = paths
    .map((path) => workspace.loaded.board.lanes.get(path))
    .filter((file) => file !== undefined);
  const named = files.slice(0, MOST_NAMED).map(laneWord).join(', ');
  const more = files.length > MOST_NAMED ? ` and ${files.length - MOST_NAMED} more` : '';
  return `Which lane? Name one or more of ${named}${more}; or say --due for the checks that are due, or --all for all ${plural(paths.length, 'lane')} that have not ended.`;
}

/** The checks of these lanes that the filter lets through; else why there is none. */
export function selectChecks(
  lanes: readonly PlannedLane[],
  { kinds = [], checks = [] }: CheckFilter,
): readonly PlannedCheck[] | Refusal {
  const all = lanes.flatMap(({ plan }) => plan);
  const unknown = checks.find((id) => !all.some((check) => check.id === id));
  if (unknown !== undefined) {
    const ids = [...new Set(all.map(({ id }) => id))];
    const meant = nearest(unknown, ids);
    return {
      problem: `There is no check ${JSON.stringify(visible(unknown))} there. ${meant === undefined ? `There is: ${ids.map(visible).join(', ')}.` : `Did you mean ${JSON.stringify(visible(meant))}?`}`,
    };
  }
  const chosen = all.filter(
    ({ id, kind }) =>
      (kinds.length === 0 || kinds.includes(kind)) && (checks.length === 0 || checks.includes(id)),
  );
  return chosen.length > 0 ? chosen : { problem: `No check there is of the kind ${kinds.join(' or ')}.` };
}
