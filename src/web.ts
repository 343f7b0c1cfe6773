import type { ExtensionContext } from 'vscode';
import { activate as activateIn } from './vscode/index.ts';

/** Starts the extension in a browser, where there are no processes and files may be anywhere. */
export function activate(context: ExtensionContext): void {
  activateIn(context);
}
