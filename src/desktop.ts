import type { ExtensionContext, Uri } from 'vscode';
import type { Files } from './core/index.ts';
import type { NodeCheckHost } from './node/index.ts';
import { activate as activateIn } from './vscode/index.ts';

/** Starts the extension where Node runs: on the desktop, or on a remote machine. */
export function activate(context: ExtensionContext): void {
  activateIn(context, { diskFiles, checks });
}

async function diskFiles(folder: Uri): Promise<Files | undefined> {
  if (folder.scheme !== 'file') return undefined;
  const { breather, nodeFiles } = await import('./node/index.ts');
  return nodeFiles(folder.fsPath, breather());
}

async function checks(folder: Uri): Promise<NodeCheckHost | undefined> {
  if (folder.scheme !== 'file') return undefined;
  const { nodeCheckHost } = await import('./node/index.ts');
  return nodeCheckHost(folder.fsPath);
}
