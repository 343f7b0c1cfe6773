import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { givenWorkbench } from '../harness/given-workbench.ts';
import { ended, row } from './test-explorer.ts';

const LANE = `lane: 1
title: Counted
checks:
  unit: echo ran >> ran
`;

describe('a workspace that is trusted later', function () {
  this.timeout(120_000);
  const workbench = givenWorkbench({ vsix: 'lanekeeper.vsix', trust: 'ask' });
  const runs = () => {
    try {
      return readFileSync(path.join(workbench().folder, 'ran'), 'utf8').split('\n').length - 1;
    } catch {
      return 0;
    }
  };

  it('says before that why nothing runs', async () => {
    const { page, command, openFile, folder, screenshot } = workbench();
    await writeFile(path.join(folder, 'lanes/counted.lane.yaml'), LANE);
    await openFile('lanes/counted.lane.yaml');
    await command('Lanekeeper: Run Checks of This Lane');
    // VS Code opens its results by itself, but not every time.
    await command('Test Results: Focus on Test Results View');
    await page
      .getByRole('treeitem', { name: /Not started\. No command runs before you trust this workspace/ })
      .first()
      .waitFor();
    await screenshot('checks-untrusted');
    assert.equal(await page.locator('.monaco-dialog-box').count(), 0);
    assert.equal(runs(), 0);
  });

  it('asks for the commands then, and runs them', async () => {
    const { page, command, openFile } = workbench();
    await page.locator('#status\\.workspaceTrust').click();
    await page.getByRole('button', { name: 'Trust', exact: true }).click();
    await page.locator('#status\\.workspaceTrust').waitFor({ state: 'hidden' });
    await openFile('lanes/counted.lane.yaml');
    await command('Lanekeeper: Run Checks of This Lane');
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.getByText('unit: echo ran >> ran').waitFor();
    assert.equal(runs(), 0);
    await dialog.getByRole('button', { name: 'Run These Commands' }).click();
    await command('Testing: Focus on Test Explorer View');
    await row(page, 'counted').click();
    await page.keyboard.press('ArrowRight');
    await ended(page, 'unit', 'Passed');
    assert.equal(runs(), 1);
  });
});
