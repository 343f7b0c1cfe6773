import type * as vscode from 'vscode';

/** The path below a folder, as boards spell it; nothing if the file lies elsewhere. */
export function pathBelow(root: vscode.Uri, uri: vscode.Uri): string | undefined {
  const base = root.path.endsWith('/') ? root.path : `${root.path}/`;
  const isBelow = uri.scheme === root.scheme && uri.authority === root.authority && uri.path.startsWith(base);
  return isBelow ? uri.path.slice(base.length).normalize('NFC') : undefined;
}
