import * as vscode from 'vscode';

/** The workspace folder that is meant: that of `uri` or of the editor in front, else the only one, else the one that is picked. */
export async function pickFolder(
  title: string,
  uri = vscode.window.activeTextEditor?.document.uri,
): Promise<vscode.Uri | undefined> {
  const { workspaceFolders: folders = [] } = vscode.workspace;
  const known = uri && vscode.workspace.getWorkspaceFolder(uri);
  if (known || folders.length <= 1) return (known ?? folders[0])?.uri;
  const items = folders.map(({ name, uri: folder }) => ({ label: name, description: folder.path, folder }));
  return (await vscode.window.showQuickPick(items, { title, placeHolder: 'In which folder?' }))?.folder;
}
