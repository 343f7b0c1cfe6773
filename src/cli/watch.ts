import { posix } from 'node:path';
import { type Finding, loadLane } from '../core/index.ts';
import { type Changes, watchFolder } from '../node/index.ts';
import { findIn, type Selection } from './findings.ts';
import { printFindings } from './print-findings.ts';
import type { Terminal } from './terminal.ts';
import { type OpenWorkspace, type Refusal, reloadWorkspace } from './workspace.ts';

/** What is watched: the lanes asked for, and how to tell them once files came or went. */
export interface Watched {
  readonly workspace: OpenWorkspace;
  readonly selection: Selection;
  readonly select: (workspace: OpenWorkspace) => Selection | Refusal;
}

/** Findings by the path of their lane; those outside any lane stand at `''`. */
type Known = Map<string, readonly Finding[]>;

/** Files of which the content, too, says how lanes are linted. */
const SHAPING =
  /(^|\/)(lanekeeper\.yaml|package\.json|[Mm]akefile|GNUmakefile|\.gitignore)$|\.reviews\.ya?ml$/;
/** Folders that hold nothing of the work, however many files that is. */
const SKIPPED = /(^|\/)(\.git|\.hg|\.svn|node_modules)(\/|$)/;
const CLEAR_SCREEN = '\u001b[2J\u001b[H';

/** Lints whenever something changes, until the process is ended: of a changed lane, only it and the lanes that it bears on. */
export async function watchLanes(first: Watched, quiet: boolean, terminal: Terminal): Promise<never> {
  let watched = first;
  const known: Known = new Map();
  const lint = async (paths: readonly string[]): Promise<void> => {
    const changed = await relint(watched, paths, known);
    if (!changed) return;
    const { workspace, selection } = watched;
    const inAll = [...known.values()].flat();
    // A person sees the whole board anew; a log gets what changed.
    if (terminal.isInteractive) terminal.print(CLEAR_SCREEN);
    const shown = terminal.isInteractive ? inAll : changed;
    printFindings(shown, { workspace, selection, inAll, quiet }, terminal);
  };
  await lint(allOf(first.selection));
  let isScanning = true;
  const { listed, loaded } = first.workspace;
  await watchFolder(first.workspace.root, {
    // A folder that is made later may come to hold lanes, so only what was there already can be left out for git's sake.
    isIgnored: (path) =>
      SKIPPED.test(path) || (isScanning && !listed.has(path) && !loaded.board.files.hasFile(path)),
    onTrouble: (reason) => terminal.note(`Some files cannot be watched: ${reason}.`),
    onChange: async (changes) => {
      const relevant = relevantOf(changes, watched.workspace);
      if (relevant.size === 0) return;
      const lanes = lanesOf(relevant, watched.workspace);
      if (lanes) return lint(await putChanged(watched, lanes));
      watched = await reload(watched, terminal);
      return lint(allOf(watched.selection));
    },
  });
  isScanning = false;
  terminal.note('Watching for changes. Ctrl+C ends.');
  return new Promise(() => {});
}

function allOf({ lanes, includesSettings }: Selection): readonly string[] {
  return includesSettings ? ['', ...lanes] : lanes;
}

/** Lints these lanes again. Returns what is found in those that stand otherwise than before; undefined if none does. */
async function relint(
  { workspace, selection }: Watched,
  paths: readonly string[],
  known: Known,
): Promise<Finding[] | undefined> {
  const areFewer = forgetOthers(known, selection);
  const changed: Finding[][] = [];
  for (const path of paths) {
    const lanes = path === '' ? [] : [path];
    const findings = await findIn(workspace, { lanes, includesSettings: path === '' });
    if (JSON.stringify(findings) === JSON.stringify(known.get(path))) continue;
    known.set(path, findings);
    changed.push(findings);
  }
  return areFewer || changed.length > 0 ? changed.flat() : undefined;
}

/** Without what happens in folders that git ignores. */
function relevantOf(changes: Changes, { listed }: OpenWorkspace): Changes {
  return new Map([...changes].filter(([path]) => listed.has(folderOf(path))));
}

function folderOf(path: string): string {
  return path.includes('/') ? posix.dirname(path) : '';
}

/** The lanes whose text changed, if nothing happened that bears on more than that. */
function lanesOf(changes: Changes, { loaded: { board } }: OpenWorkspace): readonly string[] | undefined {
  const shapesAll = [...changes].some(([path, change]) => change === 'presence' || SHAPING.test(path));
  return shapesAll ? undefined : [...changes.keys()].filter((path) => board.lanes.has(path));
}

/** Puts changed lanes on the board. Returns the lanes to lint again, as far as they were asked for. */
async function putChanged(
  { workspace, selection }: Watched,
  paths: readonly string[],
): Promise<readonly string[]> {
  const { board } = workspace.loaded;
  const affected = new Set(paths);
  for (const path of paths) {
    const before = board.lanes.get(path);
    const after = await loadLane(workspace.files, path);
    for (const other of board.affectedBy(before, after)) affected.add(other);
    board.put(after);
  }
  return selection.lanes.filter((path) => affected.has(path));
}

/** Loads the workspace anew. What was asked for may be gone: then nothing is left of it, and that is said. */
async function reload({ workspace, select }: Watched, terminal: Terminal): Promise<Watched> {
  const reloaded = await reloadWorkspace(workspace);
  const selection = select(reloaded);
  if (!('problem' in selection)) return { workspace: reloaded, selection, select };
  terminal.note(selection.problem);
  return { workspace: reloaded, selection: { lanes: [], includesSettings: false, named: [] }, select };
}

/** True if there was something to forget. */
function forgetOthers(known: Known, selection: Selection): boolean {
  const kept = new Set(allOf(selection));
  const gone = [...known.keys()].filter((path) => !kept.has(path));
  for (const path of gone) known.delete(path);
  return gone.length > 0;
}
