import * as vscode from 'vscode';
import { registerChecks } from './checks/register-checks.ts';
import { registerCodeActions } from './code-actions.ts';
import { registerExplainRule } from './commands/explain-rule.ts';
import { registerNewLane } from './commands/new-lane.ts';
import { registerOpenSettings } from './commands/open-settings.ts';
import { registerCompletion } from './completion.ts';
import { registerDefinition } from './definition.ts';
import { registerDiagnostics } from './diagnostics.ts';
import type { Host } from './host.ts';
import { registerHover } from './hover.ts';
import { registerLinks } from './links.ts';
import { Linter } from './linter.ts';
import { registerReferences } from './references.ts';
import { registerRename } from './rename.ts';
import { Sessions } from './sessions.ts';
import { registerStatus } from './status.ts';
import { registerSymbols } from './symbols.ts';

/** Registers everything and returns; the core is loaded and lanes are read after that. */
export function activate({ subscriptions, workspaceState }: vscode.ExtensionContext, host: Host = {}): void {
  const log = vscode.window.createOutputChannel('Lanekeeper', { log: true });
  const sessions = new Sessions(host, log);
  const linter = new Linter(sessions, log);
  const starting = setTimeout(() => linter.start());
  subscriptions.push(
    log,
    sessions,
    linter,
    new vscode.Disposable(() => clearTimeout(starting)),
    registerDiagnostics(linter),
    registerStatus(linter),
    registerCodeActions(linter),
    ...[registerCompletion, registerHover, registerDefinition, registerReferences].map((register) =>
      register(sessions),
    ),
    ...[registerRename, registerSymbols, registerLinks].map((register) => register(sessions)),
    ...[registerNewLane, registerOpenSettings].map((register) => register(sessions)),
    registerExplainRule(linter),
    registerChecks({ sessions, host, log, memory: workspaceState }),
    vscode.commands.registerCommand('lanekeeper.showLog', () => log.show()),
  );
}
