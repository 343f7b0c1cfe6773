import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

const fixture = 'test/vscode/workspace';

/** A copy of a workspace that a test may change. */
export type WorkspaceCopy = { readonly folder: string; readonly remove: () => Promise<void> };

/** Copies `folder` (default: the fixture) into a temporary folder, so that no test changes the repository. */
export async function copyWorkspace(folder: string = fixture): Promise<WorkspaceCopy> {
  const temporary = await realpath(await mkdtemp(path.join(os.tmpdir(), 'lanekeeper-workspace-')));
  const copy = path.join(temporary, path.basename(folder));
  await cp(folder, copy, { recursive: true });
  return { folder: copy, remove: () => rm(temporary, { recursive: true, force: true, maxRetries: 5 }) };
}
