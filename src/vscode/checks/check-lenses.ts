import * as vscode from 'vscode';
import type { Host } from '../host.ts';
import { LANES } from '../lane-documents.ts';
import { rangesIn } from '../ranges.ts';
import type { Sessions } from '../sessions.ts';

/** One line above a lane's checks: run them, or those that are due. Absent where no command can run. */
export function registerCheckLenses(sessions: Sessions, { checks }: Host): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    async provideCodeLenses(document, token) {
      if (!checks || !vscode.workspace.isTrusted || !vscode.workspace.getWorkspaceFolder(document.uri))
        return [];
      const file = await (await sessions.of(document)).read(document);
      const key = file?.lane?.sections.checks?.key;
      if (!key || token.isCancellationRequested) return [];
      const range = rangesIn(document)(key);
      const lens = (title: string, command: string) =>
        new vscode.CodeLens(range, { title, command, arguments: [document.uri] });
      return [
        lens('$(play) Run checks', 'lanekeeper.runLaneChecks'),
        lens('Run due', 'lanekeeper.runDueChecks'),
      ];
    },
  };
  return vscode.Disposable.from(
    changed,
    vscode.languages.registerCodeLensProvider(LANES, provider),
    vscode.workspace.onDidGrantWorkspaceTrust(() => changed.fire()),
  );
}
