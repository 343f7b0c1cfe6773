import {
  type Finding,
  lintLane,
  lintWorkspace,
  SETTINGS_PATH,
  toFindings,
  type Wanted,
} from '../core/index.ts';
import type { Texts } from './lint-json.ts';
import type { OpenWorkspace } from './workspace.ts';

/** What is asked for: lanes by their path, and whether the files beside them count too. */
export interface Selection {
  readonly lanes: readonly string[];
  readonly includesSettings: boolean;
  /** The files, folders and globs that were named; empty where every lane is asked for. */
  readonly named: readonly string[];
}

/** The findings of the lanes asked for, in order of path; every rule sees the whole board. Hints only where they are wanted. */
export async function findIn(
  workspace: OpenWorkspace,
  { lanes, includesSettings }: Pick<Selection, 'lanes' | 'includesSettings'>,
  wanted?: Wanted,
): Promise<Finding[]> {
  const { loaded, breathe } = workspace;
  const findings: Finding[] = includesSettings ? settingsFindings(workspace) : [];
  for (const path of lanes) {
    await breathe();
    const file = loaded.board.lanes.get(path);
    if (file) findings.push(...lintLane(file, loaded.board, wanted));
    findings.push(...reviewsFindings(workspace, path));
  }
  if (includesSettings) findings.push(...lintWorkspace(loaded.board));
  return findings;
}

/** The findings of `lanekeeper.yaml` itself. */
export function settingsFindings({ loaded: { board, settingsFile } }: OpenWorkspace): Finding[] {
  return settingsFile ? toFindings(SETTINGS_PATH, settingsFile.problems, board, () => settingsFile.text) : [];
}

/** The texts of a workspace's lanes, reviews and settings. */
export function textsOf({ loaded: { board, settingsFile, reviews } }: OpenWorkspace): Texts {
  const ofReviews = new Map([...reviews.values()].map(({ path, text }) => [path, text]));
  return (path) =>
    board.lanes.get(path)?.text ??
    ofReviews.get(path) ??
    (path === SETTINGS_PATH ? settingsFile?.text : undefined);
}

function reviewsFindings({ loaded: { board, reviews } }: OpenWorkspace, lanePath: string): Finding[] {
  const file = reviews.get(lanePath);
  return file && file.problems.length > 0 ? toFindings(file.path, file.problems, board, () => file.text) : [];
}
