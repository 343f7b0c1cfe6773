import * as vscode from 'vscode';
import type { RenameTarget } from '../core/index.ts';
import { type Asked, ask } from './asked.ts';
import { isLane, LANES } from './lane-documents.ts';
import { rangesIn } from './ranges.ts';
import type { Sessions } from './sessions.ts';
import { workspaceEdit } from './workspace-edits.ts';

/** Renames lanes, with their files and all that needs them, and checks. */
export function registerRename(sessions: Sessions): vscode.Disposable {
  return vscode.languages.registerRenameProvider(LANES, {
    async prepareRename(document, position) {
      const { target } = await targetAt(sessions, document, position);
      return { range: rangesIn(document)(target.span), placeholder: target.id };
    },
    async provideRenameEdits(document, position, newName) {
      const { session, target } = await targetAt(sessions, document, position);
      // What editors hold and nobody has linted yet must be renamed too.
      const open = vscode.workspace.textDocuments.filter(
        (other) => isLane(other) && session.path(other.uri) !== undefined,
      );
      for (const other of open) await session.read(other);
      const renaming = session.core.rename(target, newName, session.board);
      if (renaming.kind === 'refused') throw new Error(renaming.message);
      const edit = workspaceEdit(session, renaming.edits);
      for (const { from, to } of renaming.renames) edit.renameFile(session.uri(from), session.uri(to));
      return edit;
    },
  });
}

/** What can be renamed here; rejects with a sentence for the user where that is nothing. */
async function targetAt(
  sessions: Sessions,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<Pick<Asked, 'session'> & { target: RenameTarget }> {
  const asked = await ask(sessions, document);
  const target = asked?.session.core.prepareRename(
    asked.text,
    document.offsetAt(position),
    asked.session.board,
    asked.path,
  );
  if (!asked || !target) throw new Error('Only the ids of lanes and checks can be renamed.');
  return { session: asked.session, target };
}
