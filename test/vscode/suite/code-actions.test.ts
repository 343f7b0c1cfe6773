import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cleanUp, eventually, lane, onlyProblems, open, problemOf, rangeOf } from './workspace.ts';

describe('code actions', () => {
  const path = 'lanes/support-day.lane.yaml';
  afterEach(() => cleanUp(path));

  it('fix a finding, and nothing else in the file changes', async () => {
    const before = lane(
      ['checks:', '# by hand\nchekcs:   # here'],
      ['title: Support', "title:   'Support"],
      ['arrives\n', "arrives'\n"],
    );
    const document = await open(path, before.replaceAll('\n', '\r\n'));
    await problemOf('unknown-key', document.uri);
    const [fix] = await actionsAt(document, 'chekcs', vscode.CodeActionKind.QuickFix);
    assert.equal(fix?.isPreferred, true);
    await apply(fix);
    assert.equal(document.getText(), before.replace('chekcs', 'checks').replaceAll('\n', '\r\n'));
    await onlyProblems(document.uri);
  });

  it('suppress a rule with a reason to fill in', async () => {
    const document = await open(path, lane(['within 1 s', 'within TBD']));
    await problemOf('undecided-marker', document.uri);
    const actions = await actionsAt(document, 'TBD', vscode.CodeActionKind.QuickFix);
    const suppress = actions.find(({ title }) => title.startsWith('Suppress undecided-marker'));
    assert.ok(suppress, 'no action suppresses the rule');
    await apply(suppress);
    const comment =
      '  # lanekeeper-disable-next-line undecided-marker -- why it does not matter here\n  outcome: |';
    assert.ok(document.getText().includes(comment), document.getText());
    await onlyProblems(document.uri);
  });

  it('explain the rule', async () => {
    const document = await open(path, lane(['within 1 s', 'within TBD']));
    await problemOf('undecided-marker', document.uri);
    const actions = await actionsAt(document, 'TBD', vscode.CodeActionKind.QuickFix);
    const explain = actions.find(({ title }) => title === 'Explain rule undecided-marker');
    assert.ok(explain?.command, 'no action explains the rule');
    await vscode.commands.executeCommand(explain.command.command, ...(explain.command.arguments ?? []));
    await eventually(
      () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)),
      (labels) => labels.some((label) => label.includes('undecided-marker')),
    );
    const page = await vscode.workspace.openTextDocument(
      vscode.Uri.from({ scheme: 'lanekeeper-rule', path: '/undecided-marker.md' }),
    );
    assert.match(page.getText(), /^# undecided-marker\n/);
  });

  it('make all safe fixes at once, on request or on save', async () => {
    const document = await open(path, lane(['checks:', 'chekcs:'], ['limits:', 'limtis:']));
    await problemOf('unknown-key', document.uri);
    const actions = await actionsAt(document, 'chekcs', vscode.CodeActionKind.SourceFixAll);
    assert.deepEqual(
      actions.map(({ kind }) => kind?.value),
      ['source.fixAll.lanekeeper'],
    );
    await apply(actions[0]);
    assert.equal(document.getText(), lane());
  });

  it('are none where nothing is found', async () => {
    const document = await open(path, lane());
    await onlyProblems(document.uri);
    assert.deepEqual(await actionsAt(document, 'owner', vscode.CodeActionKind.QuickFix), []);
  });
});

async function actionsAt(
  document: vscode.TextDocument,
  text: string,
  kind: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  const range = rangeOf(document, text);
  return vscode.commands.executeCommand(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    kind.value,
    10,
  );
}

async function apply(action: vscode.CodeAction | undefined): Promise<void> {
  assert.ok(action?.edit, 'the action has no edit');
  assert.ok(await vscode.workspace.applyEdit(action.edit), 'the edit could not be made');
}
