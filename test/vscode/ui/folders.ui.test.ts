import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { givenWorkbench } from '../harness/given-workbench.ts';
import { openWithShop } from '../harness/two-folders.ts';
import { copyWorkspace, type WorkspaceCopy } from '../harness/workspace.ts';

describe('a workspace of two folders', () => {
  const workbench = givenWorkbench();
  let shop: WorkspaceCopy | undefined;

  after(() => shop?.remove());

  it('has a board for each folder', async () => {
    const { page, command, openFile, folder } = workbench();
    shop = await copyWorkspace('examples/shop');
    await writeFile(path.join(folder, 'lanes/alone.lane.yaml'), 'lane: 1\nchekcs: { unit: npm test }\n');
    await openWithShop(workbench(), shop.folder);
    await openFile('faster-checkout.lane.yaml');
    await openFile('alone.lane.yaml');
    await command('Problems: Focus on Problems View');
    const problems = page.locator('.markers-panel').getByRole('treeitem');
    // Each is found by what stands in its own folder alone.
    await problems.filter({ hasText: '"refund-mail" is another lane' }).waitFor();
    await page.locator('.tab.active', { hasText: 'alone.lane.yaml' }).waitFor();
    await page.locator('.squiggly-error').first().waitFor();
    await command('Lanekeeper: Open Workspace Settings');
    await page.locator('.tab.active', { hasText: 'lanekeeper.yaml' }).waitFor();
    await page
      .locator('.breadcrumbs-control', { hasText: path.basename(folder) })
      .first()
      .waitFor();
  });
});
