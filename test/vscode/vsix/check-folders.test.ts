import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { givenWorkbench } from '../harness/given-workbench.ts';
import { openWithShop } from '../harness/two-folders.ts';
import { copyWorkspace, type WorkspaceCopy } from '../harness/workspace.ts';
import { ended, row, run } from './test-explorer.ts';

const LANE = `lane: 1
title: Counted
checks:
  unit: echo ran >> ran
`;

describe('checks of two folders', function () {
  this.timeout(120_000);
  const workbench = givenWorkbench({ vsix: 'lanekeeper.vsix' });
  let shop: WorkspaceCopy | undefined;

  after(() => shop?.remove());

  it('are below their folders, and run in their own alone', async () => {
    const { page, command, folder, screenshot } = workbench();
    shop = await copyWorkspace('examples/shop');
    for (const one of [folder, shop.folder]) await writeFile(path.join(one, 'lanes/counted.lane.yaml'), LANE);
    await openWithShop(workbench(), shop.folder);
    await command('Testing: Focus on Test Explorer View');
    const items = page.locator('.test-explorer').getByRole('treeitem');
    await items.nth(1).waitFor();
    const below = async (level: number) =>
      (await items.and(page.locator(`[aria-level="${level}"]`)).allInnerTexts()).map((text) => text.trim());
    assert.deepEqual((await below(1)).toSorted(), ['shop', 'workspace']);
    await row(page, 'workspace').click();
    await page.keyboard.press('ArrowRight');
    await row(page, 'counted').click();
    await page.keyboard.press('ArrowRight');
    await run(page, 'counted');
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.getByText(`They run in ${folder}`).waitFor();
    assert.equal(await dialog.getByText('unit: echo ran >> ran').count(), 1);
    await dialog.getByRole('button', { name: 'Run These Commands' }).click();
    await ended(page, 'unit', 'Passed');
    await screenshot('checks-folders');
    assert.equal(existsSync(path.join(folder, 'ran')), true);
    assert.equal(existsSync(path.join(shop.folder, 'ran')), false);
    await items.and(page.getByRole('treeitem', { name: 'shop (Not yet run)' })).waitFor();
    // Only the lanes of the first folder are in sight.
    const lanes = await below(2);
    assert.equal(lanes.length, 2, lanes.join());
    await row(page, 'workspace').click();
    await page.keyboard.press('ArrowLeft');
    await row(page, 'shop').click();
    await page.keyboard.press('ArrowRight');
    await row(page, 'split-refund-cents').waitFor();
    assert.equal((await below(2)).filter((text) => text.startsWith('counted')).length, 1);
  });

  it('follow lanes that are renamed and deleted on the disk', async () => {
    const { page } = workbench();
    const lanes = path.join(shop?.folder ?? '', 'lanes');
    await rename(path.join(lanes, 'counted.lane.yaml'), path.join(lanes, 'again.lane.yaml'));
    await row(page, /^again/).waitFor();
    await row(page, /^counted/).waitFor({ state: 'detached' });
    await rm(path.join(lanes, 'again.lane.yaml'));
    await row(page, /^again/).waitFor({ state: 'detached' });
    await row(page, 'split-refund-cents').waitFor();
  });
});
