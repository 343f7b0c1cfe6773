import assert from 'node:assert/strict';
import { ChildProcess } from 'node:child_process';
import * as vscode from 'vscode';
import { cleanUp, lane, open, problemOf, rangeOf } from '../suite/workspace.ts';

// All ways to start a process lead here. VS Code's own extensions share this host, so the callers are looked at.
const all = ChildProcess.prototype as ChildProcess & { spawn(options: unknown): unknown };

describe('an untrusted workspace', () => {
  const path = 'lanes/support-day.lane.yaml';
  afterEach(() => cleanUp(path));

  it('still has its lanes linted, completed and mended', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    const document = await open(path, lane(['checks:', 'chekcs:'], ['proof: unit', 'proof: ']));
    await problemOf('unknown-key', document.uri);
    const range = rangeOf(document, 'chekcs');
    const [fix] = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
    );
    assert.ok(fix?.edit, 'nothing is offered');
    await vscode.workspace.applyEdit(fix.edit);
    const { end } = rangeOf(document, 'proof: ');
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      end,
    );
    assert.ok(items.some(({ label }) => (typeof label === 'string' ? label : label.label) === 'unit'));
  });

  it('offers no run above its checks', async () => {
    const { uri } = await open(path, lane());
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      uri,
      10,
    );
    assert.deepEqual(lenses, []);
  });

  it('starts no process, whatever its lanes say', async () => {
    const started: string[] = [];
    const { spawn } = all;
    all.spawn = function (options) {
      started.push(new Error().stack ?? '');
      return spawn.call(this, options);
    };
    try {
      const { uri } = await open(
        path,
        lane(['unit: npm test', 'unit: touch ran'], ['proof: unit', 'proof: none']),
      );
      await problemOf('unknown-proof', uri);
      await vscode.commands.executeCommand('lanekeeper.explainRule', 'unknown-proof');
      // Somebody asks for the checks all the same: they are not started, and git is not either.
      await vscode.commands.executeCommand('lanekeeper.runLaneChecks', uri);
      await vscode.commands.executeCommand('lanekeeper.runDueChecks');
    } finally {
      all.spawn = spawn;
    }
    assert.deepEqual(
      started.filter((stack) => /(extension|core|node)\.cjs/.test(stack)),
      [],
    );
    assert.equal((await vscode.workspace.findFiles('ran')).length, 0);
  });
});
