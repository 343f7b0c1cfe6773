import { join, resolve } from 'node:path';
import { isLanePath, SETTINGS_PATH } from '../core/index.ts';
import { isWithin } from '../node/index.ts';
import { plural } from './report.ts';
import { visible } from './visible.ts';
import { type OpenWorkspace, pathsFromHere } from './workspace.ts';

const MOST_NAMED = 3;

/** What to say where no lane is in what was named, or in all the workspace where nothing was; and where there are some. */
export function reportNoLanes(
  { root, loaded: { board } }: OpenWorkspace,
  named: readonly string[],
): readonly string[] {
  const here = process.cwd();
  const all = nestedWorkspaces(board.files.paths);
  const isMeant = (folder: string) =>
    board.lanes.size === 0 || named.some((path) => isWithin(resolve(here, path), join(root, folder)));
  const nested = new Map([...all].filter(([folder]) => isMeant(folder)));
  const fromHere = pathsFromHere(root, here);
  const elsewhere = [...nested].slice(0, MOST_NAMED).map(([folder, lanes]) => {
    const path = visible(fromHere(folder));
    return `${path} is a workspace of its own, with ${plural(lanes, 'lane')}: \`lanekeeper lint ${path}\`.`;
  });
  if (nested.size > MOST_NAMED) elsewhere.push(`So are ${nested.size - MOST_NAMED} more folders below.`);
  if (board.lanes.size > 0) {
    const places = named.map((path) => JSON.stringify(visible(path))).join(' or ');
    const none = board.lanes.size === 1 ? 'The one lane' : `None of the ${board.lanes.size} lanes`;
    return [
      `${none} of this workspace is${board.lanes.size === 1 ? ' not' : ''} in ${places}.`,
      ...elsewhere,
    ];
  }
  return nested.size > 0
    ? ['This workspace has no lanes itself.', ...elsewhere]
    : ['There are no lanes here yet. `lanekeeper new` draws one.'];
}

/** The folders below with settings of their own, and how many lanes each holds; those without any are left out. */
function nestedWorkspaces(paths: readonly string[]): ReadonlyMap<string, number> {
  const folders = paths
    .filter((path) => path.endsWith(`/${SETTINGS_PATH}`))
    .map((path) => path.slice(0, -SETTINGS_PATH.length - 1))
    .sort((a, b) => b.length - a.length);
  const counts = new Map<string, number>();
  for (const path of paths.filter(isLanePath)) {
    const folder = folders.find((one) => path.startsWith(`${one}/`));
    if (folder !== undefined) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return counts;
}
