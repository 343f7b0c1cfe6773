import * as vscode from 'vscode';
import type { Sessions } from '../sessions.ts';
import { createOrDraft } from './create-or-draft.ts';
import { pickFolder } from './pick-folder.ts';

/** *Open Workspace Settings*: `lanekeeper.yaml`, made first where there is none, with every default as a comment. */
export function registerOpenSettings(sessions: Sessions): vscode.Disposable {
  return vscode.commands.registerCommand('lanekeeper.openSettings', async () => {
    const folder = await pickFolder('Open Workspace Settings');
    if (!folder) return;
    const session = await sessions.ofFolder(folder);
    const uri = session.uri(session.core.SETTINGS_PATH);
    await createOrDraft(uri, session.core.composeSettings());
  });
}
