import { relative } from 'node:path';
import { SETTINGS_PATH } from '../core/index.ts';
import { findRoot } from '../node/index.ts';
import { type Selection, settingsFindings } from './findings.ts';
import { plural } from './report.ts';
import type { Terminal } from './terminal.ts';
import { visible } from './visible.ts';
import type { OpenWorkspace } from './workspace.ts';

/** Names that people give the settings and that mean nothing. */
const MISNAMED = /^(?:.*\/)?(?:\.?lanekeeper\.yml|\.lanekeeper\.yaml)$/;

/** Says on standard error what about the workspace may surprise whoever lints some of it. */
export function noteWorkspace(workspace: OpenWorkspace, selection: Selection, terminal: Terminal): void {
  const here = process.cwd();
  if (findRoot(here) !== workspace.root)
    terminal.note(
      `This belongs to the workspace ${visible(relative(here, workspace.root) || workspace.root)}.`,
    );
  const misnamed = workspace.loaded.board.files.paths.find((path) => MISNAMED.test(path));
  if (misnamed !== undefined)
    terminal.note(`${visible(misnamed)} is not read: settings are read from ${SETTINGS_PATH}. Rename it.`);
  // Broken settings change what every rule does, so they are mentioned even where only some lanes were asked for.
  const { length } = selection.includesSettings ? [] : settingsFindings(workspace);
  if (length > 0)
    terminal.note(
      `lanekeeper.yaml has ${plural(length, 'finding')}; \`lanekeeper lint lanekeeper.yaml\` shows them.`,
    );
}
