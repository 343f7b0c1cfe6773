import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, cleanUp, eventually, lane, onlyProblems, open, problemOf, rangeOf, write } from './workspace.ts';

describe('commands', () => {
  const path = 'lanes/support-day.lane.yaml';
  afterEach(() => cleanUp(path, 'lanekeeper.yaml'));

  it('Open Workspace Settings makes the file where there is none, with every default as a comment', async () => {
    await vscode.commands.executeCommand('lanekeeper.openSettings');
    const document = await inFront('lanekeeper.yaml');
    assert.match(document.getText(), /^# rules:$/m);
    assert.equal(document.languageId, 'yaml');
    await onlyProblems(document.uri);
  });

  it('Open Workspace Settings leaves a file that is there as it is', async () => {
    await write('lanekeeper.yaml', 'rules: { no-good: off }\n');
    await vscode.commands.executeCommand('lanekeeper.openSettings');
    const document = await inFront('lanekeeper.yaml');
    await eventually(
      () => document.getText(),
      (text) => text === 'rules: { no-good: off }\n',
    );
  });

  it('Explain Rule explains the finding at the cursor', async () => {
    const document = await open(path, lane(['within 1 s', 'within TBD']));
    await problemOf('undecided-marker', document.uri);
    const editor = await vscode.window.showTextDocument(document);
    const { start } = rangeOf(document, 'TBD');
    editor.selection = new vscode.Selection(start, start);
    await vscode.commands.executeCommand('lanekeeper.explainRule');
    await eventually(
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.label,
      (label) => label.includes('undecided-marker'),
    );
  });

  it('are all in the palette, in one category', async () => {
    const { contributes } = vscode.extensions.getExtension('lanekeeper.lanekeeper')?.packageJSON ?? {};
    const registered = await vscode.commands.getCommands(true);
    for (const { command, category } of contributes.commands) {
      assert.ok(registered.includes(command), `${command} is not registered`);
      assert.equal(category, 'Lanekeeper');
    }
  });
});

async function inFront(name: string): Promise<vscode.TextDocument> {
  const editor = await eventually(
    () => vscode.window.activeTextEditor,
    ({ document }) => document.uri.toString() === at(name).toString(),
  );
  return editor.document;
}
