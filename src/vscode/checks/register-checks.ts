import * as vscode from 'vscode';
import type { Host } from '../host.ts';
import { inBackground } from '../log.ts';
import type { Sessions } from '../sessions.ts';
import { TrustQuestion } from './ask-trust.ts';
import { registerCheckLenses } from './check-lenses.ts';
import { CheckRuns, type Extent } from './check-runs.ts';
import { CheckTree } from './check-tree.ts';

/** What checks take from the window. */
export interface CheckSource {
  readonly sessions: Sessions;
  readonly host: Host;
  readonly log: vscode.LogOutputChannel;
  /** For what was allowed last. */
  readonly memory: vscode.Memento;
}

const PROFILES: readonly (readonly [label: string, extent: Extent])[] = [
  ['Run Checks', 'all'],
  ['Run Checks That Are Due', 'due'],
  ['Run Checks Anew', 'anew'],
];

/** Checks in the Test Explorer, as commands and in lane files. Nothing runs before somebody asks for it. */
export function registerChecks({ sessions, host, log, memory }: CheckSource): vscode.Disposable {
  const controller = vscode.tests.createTestController('lanekeeper', 'Lanekeeper');
  const tree = new CheckTree(controller, sessions, log);
  const trust = new TrustQuestion(memory);
  const runs = new CheckRuns({ controller, tree, host, trust, log });
  const [all, due] = PROFILES.map(([label, extent]) =>
    controller.createRunProfile(
      label,
      vscode.TestRunProfileKind.Run,
      (request) => runs.run(request, extent),
      extent === 'all',
    ),
  );
  const runFrom = async (profile: vscode.TestRunProfile | undefined, extent: Extent, uri?: vscode.Uri) => {
    await saveAll();
    const item = uri && (await tree.itemOf(uri));
    if (uri && !item) return;
    // Somebody looks at the editor now: the results may come forward, as they do for a run of the Test Explorer.
    await runs.run(new vscode.TestRunRequest(item && [item], undefined, profile, false, false), extent);
  };
  const command = (id: string, run: (uri?: vscode.Uri) => Promise<void>) =>
    vscode.commands.registerCommand(id, (uri?: unknown) => {
      // Other extensions may call it with anything.
      const given = uri instanceof vscode.Uri ? uri : undefined;
      return run(given);
    });
  return vscode.Disposable.from(
    ...[controller, tree, trust, runs],
    registerCheckLenses(sessions, host),
    command('lanekeeper.runLaneChecks', async (uri = vscode.window.activeTextEditor?.document.uri) => {
      if (uri) await runFrom(all, 'all', uri);
    }),
    command('lanekeeper.runDueChecks', (uri) => runFrom(due, 'due', uri)),
    vscode.workspace.onDidGrantWorkspaceTrust(() =>
      inBackground(log, 'Forgetting what did not run', async () => controller.invalidateTestResults()),
    ),
  );
}

/** As the Test Explorer does, unless the user has switched that off. */
async function saveAll(): Promise<void> {
  if (vscode.workspace.getConfiguration('testing').get('saveBeforeTest') !== false)
    await vscode.workspace.saveAll(false);
}
