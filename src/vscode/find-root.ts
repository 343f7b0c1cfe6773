import * as vscode from 'vscode';

/**
 * The root of what lies in a folder: the nearest folder upwards with `lanekeeper.yaml`, else with `.git`, else the opened folder.
 * The command line finds the same one.
 */
export async function findRoot(folder: vscode.Uri, opened: vscode.Uri): Promise<vscode.Uri> {
  return (await nearestWith(folder, 'lanekeeper.yaml')) ?? (await nearestWith(folder, '.git')) ?? opened;
}

async function nearestWith(start: vscode.Uri, name: string): Promise<vscode.Uri | undefined> {
  for (let folder = start; ; ) {
    if (await exists(vscode.Uri.joinPath(folder, name))) return folder;
    const parent = vscode.Uri.joinPath(folder, '..');
    if (parent.path === folder.path) return undefined;
    folder = parent;
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
