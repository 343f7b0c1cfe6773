import type * as vscode from 'vscode';
import type { Files } from '../core/index.ts';

/** What only one kind of host can do. Without it everything still works, through VS Code's own interfaces. */
export interface Host {
  /** Reads a folder from the disk, as the command line does; nothing for a folder that is not on this machine. */
  readonly diskFiles?: (folder: vscode.Uri) => Promise<Files | undefined>;
}
