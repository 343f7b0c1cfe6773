import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('activation', () => {
  it('comes with the first lane that is opened', async () => {
    const extension = vscode.extensions.getExtension('lanekeeper.lanekeeper');
    assert.ok(extension, 'the extension is not there');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('gives lane files the language "lane"', async () => {
    const [lane] = await vscode.workspace.findFiles('lanes/refund-mail.lane.yaml');
    assert.ok(lane, 'the fixture has no lane');
    const document = await vscode.workspace.openTextDocument(lane);
    assert.equal(document.languageId, 'lane');
  });
});
