import { type EffectiveLane, effectiveLane } from '../checks/effective-lane.ts';
import type { GitProblem } from '../checks/git.ts';
import { laneDigest } from '../checks/lane-digest.ts';
import { loadContexts, sharedContext } from '../checks/shared-context.ts';
import { createFileIndex, type FileIndex } from '../glob/file-index.ts';
import { isSound, type SoundLane } from '../lane/lane-file.ts';
import { readLaneFile } from '../lane/read-lane.ts';
import type { Review } from '../reviews/review.ts';
import { readSettings, SETTINGS_PATH } from '../settings/read-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { decodeText } from '../workspace/decode-text.ts';
import type { Files } from '../workspace/files.ts';
import { CAPS } from '../yaml/caps.ts';
import type { History, Revision } from './history.ts';

/** What a lane means, its shared context included. */
export async function loadEffective(
  file: SoundLane,
  settings: Settings,
  index: FileIndex,
  files: Pick<Files, 'read'>,
): Promise<EffectiveLane> {
  return effectiveLane(file, settings, await loadContexts(sharedContext(file, settings, index), files));
}

/** A lane as it was at a commit. */
export interface EarlierLane {
  readonly file: SoundLane;
  readonly settings: Settings;
  readonly effective: EffectiveLane;
}

/** What a lane meant at a commit, or why nobody can tell. */
export async function laneAt(
  path: string,
  commit: string,
  history: History,
): Promise<EarlierLane | GitProblem> {
  const revision = await history.at(commit);
  if ('problem' in revision) return revision;
  const text = await textAt(path, revision);
  const file = text === undefined ? undefined : readLaneFile(path, text);
  if (file === undefined || !isSound(file))
    return { problem: `At the commit ${commit.slice(0, 12)} there is no ${path} that can be read.` };
  const { settings } = readSettings((await textAt(SETTINGS_PATH, revision)) ?? '');
  const index = createFileIndex(revision.paths);
  return { file, settings, effective: await loadEffective(file, settings, index, revision.files) };
}

/** What an approval approved, by the commit that it names; else why that cannot be told. */
export async function approvedLane(
  { base, digest }: Review,
  path: string,
  history: History,
): Promise<EffectiveLane | GitProblem> {
  if (base === undefined)
    return { problem: 'What was approved cannot be told: the approval names no commit.' };
  const then = await laneAt(path, base.value, history);
  if ('problem' in then) return { problem: `What was approved cannot be told. ${then.problem}` };
  return laneDigest(then.effective) === digest?.value
    ? then.effective
    : {
        problem: `What was approved cannot be told: at the commit ${base.value.slice(0, 12)} it was another.`,
      };
}

/** The text of a file at a commit; undefined where there is none that can be read. */
export async function textAt(path: string, { files }: Revision): Promise<string | undefined> {
  const content = await files.read(path, CAPS.bytes);
  const decoded = content.kind === 'missing' ? undefined : decodeText(content);
  return decoded && 'text' in decoded ? decoded.text : undefined;
}
