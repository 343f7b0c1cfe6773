import * as vscode from 'vscode';
import type { CheckHost } from '../../core/index.ts';
import type { FolderChecks, Host } from '../host.ts';
import { workspaceFiles } from '../workspace-files.ts';
import { languageModelJudge } from './language-model-judge.ts';

/** What checks get in this window: what the machine offers, or a host without processes that says why. */
export type WindowChecks = CheckHost | FolderChecks;

/** What the checks of a folder get now. Before the workspace is trusted that is nothing that starts a process. */
export async function checksOf(root: vscode.Uri, host: Host): Promise<WindowChecks> {
  if (!host.checks)
    return without(
      root,
      'No command runs in the browser. Open the folder in VS Code on your computer.',
      true,
    );
  if (!vscode.workspace.isTrusted)
    return without(
      root,
      'No command runs before you trust this workspace: "Workspaces: Manage Workspace Trust".',
    );
  const offered = await host.checks(root);
  return offered
    ? { ...offered, judge: languageModelJudge() }
    : without(root, 'No command runs in a folder that is not on the disk of this machine.', true);
}

/** True where commands can run, so that the user must have allowed them. */
export function canRun(checks: WindowChecks): checks is FolderChecks {
  return 'trust' in checks;
}

function without(root: vscode.Uri, why: string, mayAskModels = false): CheckHost {
  const judge = mayAskModels ? languageModelJudge() : { ask: async () => ({ problem: why }) };
  return {
    files: workspaceFiles(root),
    whyNoRunner: why,
    whyNoGit: why.replace('No command runs', 'Nobody can ask git'),
    judge,
    now: () => new Date().toISOString(),
    ms: () => performance.now(),
  };
}
