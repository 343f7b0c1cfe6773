import { relative, resolve, sep } from 'node:path';
import { decodeText, isLanePath, readLaneFile, unreadableLane } from '../core/index.ts';
import { isWithin, withRealFolder } from '../node/index.ts';
import type { Selection } from './findings.ts';
import { startOf } from './select-lanes.ts';
import type { Terminal } from './terminal.ts';
import { type OpenWorkspace, openWorkspace, type Refusal } from './workspace.ts';

const MOST_BYTES = 64 * 1024 * 1024;

type Input = { readonly workspace: OpenWorkspace; readonly selection: Selection };

/** A workspace in which standard input stands in for the lane at a path; the file need not exist. Else why that cannot be. */
export async function lintInput(name: string, terminal: Terminal): Promise<Input | Refusal> {
  const here = process.cwd();
  const shown = JSON.stringify(name);
  if (!isLanePath(name))
    return { problem: `${shown} is not a lane: the name of a lane file ends with .lane.yaml.` };
  const bytes = await terminal.readInput(MOST_BYTES);
  if (bytes === undefined) return { problem: 'Standard input is longer than 64 MiB, and no lane is.' };
  const workspace = await openWorkspace(startOf([name], here));
  if ('problem' in workspace) return workspace;
  const absolute = withRealFolder(resolve(here, name));
  if (!isWithin(workspace.root, absolute))
    return { problem: `${shown} is outside the workspace ${workspace.root}.` };
  const path = relative(workspace.root, absolute).split(sep).join('/');
  const decoded = decodeText({ kind: 'bytes', bytes });
  const { board } = workspace.loaded;
  board.put('text' in decoded ? readLaneFile(path, decoded.text) : unreadableLane(path, decoded.problem));
  return { workspace, selection: { lanes: [path], includesSettings: false, named: [name] } };
}
