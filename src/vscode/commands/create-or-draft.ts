import * as vscode from 'vscode';

/** Opens a file; where there is none it is made with this text, or drafted, unsaved, where nothing can be written. */
export async function createOrDraft(uri: vscode.Uri, text: string): Promise<void> {
  const open = vscode.workspace.openTextDocument;
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { ignoreIfExists: true, contents: new TextEncoder().encode(text) });
  const isThere =
    vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== false &&
    (await vscode.workspace.applyEdit(edit));
  if (isThere) await vscode.window.showTextDocument(uri, { preview: false });
  else {
    const draft = await open(uri.with({ scheme: 'untitled' }));
    const editor = await vscode.window.showTextDocument(draft);
    if (draft.getText() === '')
      await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), text));
  }
}
