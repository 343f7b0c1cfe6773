import * as vscode from 'vscode';

/** Opens a file; where there is none it is made with this text, or drafted, unsaved, where nothing can be written. */
export async function createOrDraft(uri: vscode.Uri, text: string): Promise<void> {
  if (await create(uri, text)) await vscode.window.showTextDocument(uri, { preview: false });
  else await draft(uri, text);
}

async function create(uri: vscode.Uri, text: string): Promise<boolean> {
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return false;
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { ignoreIfExists: true, contents: new TextEncoder().encode(text) });
  return vscode.workspace.applyEdit(edit);
}

async function draft(uri: vscode.Uri, text: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri.with({ scheme: 'untitled' }));
  const editor = await vscode.window.showTextDocument(document);
  if (document.getText() === '') await editor.insertSnippet(new vscode.SnippetString().appendText(text));
}
