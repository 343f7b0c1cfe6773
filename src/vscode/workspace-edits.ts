import * as vscode from 'vscode';
import type { FileEdit } from '../core/index.ts';
import { editsOf, rangesOf } from './ranges.ts';
import type { Session } from './session.ts';

/** The edits of a fix or of a rename, as VS Code applies and undoes them; a file that is not read here is left alone. */
export function workspaceEdit(session: Session, edits: readonly FileEdit[]): vscode.WorkspaceEdit {
  const result = new vscode.WorkspaceEdit();
  for (const edit of edits) {
    const uri = session.uri(edit.path);
    const text = session.text(edit.path);
    if (edit.kind === 'create')
      result.createFile(uri, { ignoreIfExists: true, contents: new TextEncoder().encode(edit.text) });
    else if (text !== undefined) result.set(uri, editsOf(rangesOf(session.core, text), edit.edits));
  }
  return result;
}
