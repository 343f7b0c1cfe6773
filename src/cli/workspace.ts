import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, relative, sep } from 'node:path';
import { type Files, loadWorkspace, MOST_ENTRIES, type Workspace } from '../core/index.ts';
import {
  type Breathe,
  breather,
  findRoot,
  isWithin,
  markedRoot,
  nodeFiles,
  realPath,
} from '../node/index.ts';

/** A workspace folder of this computer, loaded. */
export interface OpenWorkspace {
  /** Its real path. */
  readonly root: string;
  readonly files: Files;
  /** The folders that were walked: all but those that git ignores. */
  readonly listed: ReadonlySet<string>;
  readonly loaded: Workspace;
  readonly breathe: Breathe;
}

/** Why a command cannot run. */
export interface Refusal {
  readonly problem: string;
}

/**
 * Loads the workspace that a file or folder belongs to, from `source` if it is given. Refuses folders that hold more than anyone's
 * work.
 */
export async function openWorkspace(from: string, source?: Files): Promise<OpenWorkspace | Refusal> {
  const root = rootOf(from);
  if (typeof root !== 'string') return root;
  const breathe = breather();
  const listed = new Set<string>();
  const files = noting(listed, source ?? nodeFiles(root, breathe));
  const loaded = await loadWorkspace(files);
  if (loaded.isCut) return { problem: tooLarge(root) };
  return { root, files, listed, loaded, breathe };
}

/** The root of the workspace that a file or folder belongs to; none where that would be a whole disk or everything somebody has. */
export function rootOf(from: string): string | Refusal {
  const root = findRoot(from);
  const holdsAll = root === dirname(root) || isWithin(root, realPath(homedir()) ?? homedir());
  if (!holdsAll || markedRoot(from) !== undefined) return root;
  return {
    problem: `${root} is no workspace: it has neither lanekeeper.yaml nor .git. Go to a repository, or put a lanekeeper.yaml into the folder that holds your lanes.`,
  };
}

function tooLarge(root: string): string {
  const remedy =
    markedRoot(root) === undefined
      ? 'Run lanekeeper inside a repository'
      : 'Name what is not part of the work in .gitignore';
  return `${root} holds more than ${MOST_ENTRIES.toLocaleString('en')} files and folders. ${remedy}, or put a lanekeeper.yaml into the folder that holds the lanes.`;
}

/** Loads it again, after something other than the text of a lane changed. */
export async function reloadWorkspace(workspace: OpenWorkspace): Promise<OpenWorkspace> {
  return { ...workspace, loaded: await loadWorkspace(workspace.files) };
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

/** Differs between any two builds, so that none takes over what another one read. */
export function thisBuild(): string {
  const [, script = ''] = process.argv;
  return createHash('sha256').update(readFileSync(script)).digest('base64url');
}
