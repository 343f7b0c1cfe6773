import * as vscode from 'vscode';
import type { FileContent, Files, FolderEntry } from '../core/index.ts';

/** The files below a folder of any file system that VS Code knows, local or virtual. */
export function workspaceFiles(root: vscode.Uri): Files {
  const at = (path: string) => (path === '' ? root : vscode.Uri.joinPath(root, path));
  return { list: (folder) => list(at(folder)), read: (path, atMost) => read(at(path), atMost) };
}

async function list(folder: vscode.Uri): Promise<readonly FolderEntry[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder).then(undefined, () => []);
  return entries.map(([name, type]) => ({ name, kind: kindOf(type) }));
}

// VS Code cannot say where a symbolic link leads, and one may lead out of the workspace or round in circles.
function kindOf(type: vscode.FileType): FolderEntry['kind'] {
  if (type === vscode.FileType.File) return 'file';
  return type === vscode.FileType.Directory ? 'folder' : 'other';
}

async function read(uri: vscode.Uri, atMost: number): Promise<FileContent> {
  try {
    const { size, type } = await vscode.workspace.fs.stat(uri);
    if (type !== vscode.FileType.File) return { kind: 'unreadable', reason: 'it is not a file' };
    if (size > atMost) return { kind: 'too-large', size };
    return { kind: 'bytes', bytes: await vscode.workspace.fs.readFile(uri) };
  } catch (error) {
    const code = error instanceof vscode.FileSystemError ? error.code : undefined;
    if (code === 'FileNotFound') return { kind: 'missing' };
    const reason = (error as Error).message;
    return code === 'NoPermissions'
      ? { kind: 'unreadable', reason, remedy: 'Check its permissions.' }
      : { kind: 'unreadable', reason };
  }
}
