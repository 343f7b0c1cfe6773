import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { type Files, type LaneFile, loadWorkspace, readLaneFile, type Workspace } from '../core/index.ts';
import { type Breathe, breather, findRoot, nodeFiles, openLaneCache } from '../node/index.ts';

/** A workspace folder of this computer, loaded. */
export interface OpenWorkspace {
  /** Its real path. */
  readonly root: string;
  readonly files: Files;
  /** The folders that were walked: all but those that git ignores. */
  readonly listed: ReadonlySet<string>;
  readonly loaded: Workspace;
  readonly breathe: Breathe;
  /** Reads a lane, from the cache where it knows it. */
  readLane(path: string, text: string): LaneFile;
}

/**
 * Loads the workspace that a file or folder belongs to, from `source` if it is given. Without `useCache` every lane is read anew,
 * and nothing is remembered.
 */
export async function openWorkspace(from: string, useCache = true, source?: Files): Promise<OpenWorkspace> {
  const root = findRoot(from);
  const breathe = breather();
  const listed = new Set<string>();
  const files = noting(listed, source ?? nodeFiles(root, breathe));
  const { readLane, save } = useCache ? openLaneCache(root, thisBuild(), readLaneFile) : UNCACHED;
  const loaded = await loadWorkspace(files, { readLane });
  save();
  return { root, files, listed, loaded, breathe, readLane };
}

/** Loads it again, after something other than the text of a lane changed. */
export async function reloadWorkspace(workspace: OpenWorkspace): Promise<OpenWorkspace> {
  return { ...workspace, loaded: await loadWorkspace(workspace.files, { readLane: workspace.readLane }) };
}

/** Turns paths of a workspace into paths as they are typed in the current folder, with `/`. */
export function pathsFromHere(root: string, here: string): (path: string) => string {
  const prefix = relative(here, root).split(sep).join('/');
  if (prefix === '') return (path) => path;
  const inside = `${relative(root, here).split(sep).join('/')}/`;
  return (path) => (path.startsWith(inside) ? path.slice(inside.length) : `${prefix}/${path}`);
}

function noting(listed: Set<string>, files: Files): Files {
  return {
    list(folder) {
      listed.add(folder);
      return files.list(folder);
    },
    read: (path, atMost) => files.read(path, atMost),
  };
}

const UNCACHED = { readLane: readLaneFile, save: () => {} };

/** Differs between any two builds, so that none takes over what another one read. */
export function thisBuild(): string {
  const [, script = ''] = process.argv;
  return createHash('sha256').update(readFileSync(script)).digest('base64url');
}
