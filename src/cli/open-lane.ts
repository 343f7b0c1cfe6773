import {
  type GateHost,
  type History,
  type LaneFile,
  type LaneGates,
  loadEffective,
  loadGates,
  type ReviewsChange,
  type ReviewsFile,
  reviewsPath,
  type SoundLane,
} from '../core/index.ts';
import { changeReviews, gitHistory, type NodeCheckHost, nodeCheckHost } from '../node/index.ts';
import { laneNamed, soundLane } from './lane-named.ts';
import { visible } from './visible.ts';
import { type OpenWorkspace, openWorkspace, type Refusal } from './workspace.ts';

/** What this computer tells of gates. */
export type OpenHost = NodeCheckHost & GateHost & { readonly history: History };

/** One lane with what its gates need to be told. */
export interface OpenLane {
  readonly workspace: OpenWorkspace;
  readonly host: OpenHost;
  readonly file: LaneFile;
  readonly reviews: ReviewsFile | undefined;
}

/** What this computer tells of the gates of a workspace folder. */
export function openHost(root: string): OpenHost {
  return { ...nodeCheckHost(root), history: gitHistory(root) };
}

/** The lane of an id or path in the current folder's workspace, read anew; else why there is none. */
export async function openLane(name: string): Promise<OpenLane | Refusal> {
  const workspace = await openWorkspace(process.cwd());
  if ('problem' in workspace) return workspace;
  const file = laneNamed(name, workspace);
  if ('problem' in file) return file;
  return {
    workspace,
    file,
    host: openHost(workspace.root),
    reviews: workspace.loaded.reviews.get(file.path),
  };
}

/** The same, where the lane must be one that can be read for certain. */
export async function openSoundLane(
  name: string,
): Promise<(OpenLane & { readonly file: SoundLane }) | Refusal> {
  const open = await openLane(name);
  if ('problem' in open) return open;
  const file = soundLane(open.file, open.workspace);
  return 'problem' in file ? file : { ...open, file };
}

/** The gates of one lane. */
export async function gatesOf({ file, workspace, host }: OpenLane): Promise<LaneGates> {
  const gates = await loadGates([file], workspace.loaded, host);
  return gates.get(file.path) as LaneGates;
}

/** What a lane means now. */
export function effectiveNow({ file, workspace, host }: OpenLane & { readonly file: SoundLane }) {
  const { board } = workspace.loaded;
  return loadEffective(file, board.settings, board.files, host.files);
}

/** Changes the reviews of a lane; returns why it could not. */
export async function changeReviewsOf(
  { file, host }: OpenLane,
  change: (path: string) => ReviewsChange,
): Promise<string | undefined> {
  const path = reviewsPath(file.path);
  const problem = await changeReviews(host.root, path, change(path));
  return problem === undefined ? undefined : visible(problem);
}
