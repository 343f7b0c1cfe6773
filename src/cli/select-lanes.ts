import { type Stats, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import {
  compileGlob,
  hasGlobCharacters,
  isLanePath,
  matchesGlob,
  nearest,
  SETTINGS_PATH,
} from '../core/index.ts';
import { isWithin, markedRoot, realPath, withRealFolder } from '../node/index.ts';
import type { Selection } from './findings.ts';
import { type OpenWorkspace, pathsFromHere, type Refusal } from './workspace.ts';

/** Where to look for the workspace: at the first path, if it lies in a workspace of its own, else in the current folder. */
export function startOf(paths: readonly string[], here: string): string {
  const [first] = paths;
  if (first === undefined) return here;
  const names = first.split('/');
  const glob = names.findIndex(hasGlobCharacters);
  const isLiteral = glob < 0 || realPath(resolve(here, first)) !== undefined;
  const start = resolve(here, isLiteral ? first : names.slice(0, glob).join('/'));
  return markedRoot(start) ?? here;
}

/** The lanes that files, folders and globs name, relative to `here`; all of them where nothing is named. Else why that cannot be told. */
export function selectLanes(
  paths: readonly string[],
  workspace: OpenWorkspace,
  here: string,
): Selection | Refusal {
  const all = [...workspace.loaded.board.lanes.keys()].sort();
  if (paths.length === 0) return { lanes: all, includesSettings: true, named: [] };
  const chosen = new Set<string>();
  for (const path of paths) {
    const found = lanesAt(path, workspace, here);
    if ('problem' in found) return found;
    for (const lane of found.paths) chosen.add(lane);
  }
  return {
    lanes: all.filter((lane) => chosen.has(lane)),
    includesSettings: chosen.has(SETTINGS_PATH) || all.every((lane) => chosen.has(lane)),
    named: paths,
  };
}

type Found = { readonly paths: readonly string[] } | Refusal;

function lanesAt(path: string, workspace: OpenWorkspace, here: string): Found {
  const { root, loaded } = workspace;
  const absolute = withRealFolder(resolve(here, path));
  const shown = JSON.stringify(path);
  if (path.trim() === '') return { problem: `${shown} names no file or folder.` };
  if (!isWithin(root, absolute)) return { problem: `${shown} is outside the workspace ${root}.` };
  const inside = relative(root, absolute).split(sep).join('/');
  const lanes = [...loaded.board.lanes.keys()];
  const stats = statsOf(absolute);
  if (stats?.isDirectory())
    return { paths: lanes.filter((lane) => inside === '' || lane.startsWith(`${inside}/`)) };
  if (loaded.board.lanes.has(inside) || (inside === SETTINGS_PATH && stats)) return { paths: [inside] };
  if (stats && !stats.isFile()) return { problem: `${shown} is not a file.` };
  if (stats && !isLanePath(inside))
    return { problem: `${shown} is not a lane: the name of a lane file ends with .lane.yaml.` };
  if (stats)
    return {
      problem: `${shown} is not among the lanes of ${root}: .gitignore, or include in lanekeeper.yaml, leaves it out.`,
    };
  return hasGlobCharacters(path)
    ? lanesMatching(shown, inside, lanes)
    : { problem: notFound(path, workspace, here) };
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function lanesMatching(shown: string, pattern: string, lanes: readonly string[]): Found {
  const glob = compileGlob(pattern);
  if ('problem' in glob) return { problem: glob.message };
  const paths = lanes.filter((lane) => matchesGlob(glob, lane));
  return paths.length > 0 ? { paths } : { problem: `${shown} matches no lane.` };
}

function notFound(path: string, { root, loaded }: OpenWorkspace, here: string): string {
  const fromHere = pathsFromHere(root, here);
  const lanes = [...loaded.board.lanes.values()].map((lane) => ({ id: lane.id, path: fromHere(lane.path) }));
  const ofId =
    lanes.find(({ id }) => id === path) ??
    lanes.find(
      ({ id }) =>
        id ===
        nearest(
          path,
          lanes.map((lane) => lane.id),
        ),
    );
  const meant =
    nearest(
      path,
      lanes.map((lane) => lane.path),
    ) ?? ofId?.path;
  return `There is no file or folder ${JSON.stringify(path)}.${meant === undefined ? '' : ` Did you mean ${JSON.stringify(meant)}?`}`;
}
