import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { givenWorkbench } from '../harness/given-workbench.ts';

describe('a new lane', () => {
  const workbench = givenWorkbench({ workspace: 'examples/shop' });

  it('comes from four questions, without a placeholder and with little to look at', async () => {
    const { page, command, folder, screenshot } = workbench();
    await command('Lanekeeper: New Lane');
    await question(page, 'New Lane (1/4)');
    await screenshot('new-lane-1-outcome');
    await answer(page, 'Customers see on the order page when their parcel arrives, within 1 s of opening it');
    await question(page, 'New Lane (2/4)');
    await screenshot('new-lane-2-id');
    await answer(page);
    await question(page, 'New Lane (3/4)');
    await page.keyboard.type('src/mail');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'src/mail/**' }).click();
    await screenshot('new-lane-3-write');
    await answer(page);
    await question(page, 'New Lane (4/4)');
    await screenshot('new-lane-4-checks');
    await answer(page);
    await page.locator('.tab.active', { hasText: 'customers-see-order-page-parcel.lane.yaml' }).waitFor();
    const text = await readFile(path.join(folder, 'lanes/customers-see-order-page-parcel.lane.yaml'), 'utf8');
    assert.match(text, /outcome: .*parcel arrives/s);
    assert.match(text, /write:.*src\/mail\/\*\*/s);
    assert.match(text, /run: npm test|: npm test/);
    await command('Problems: Focus on Problems View');
    await page.locator('.markers-panel').waitFor();
    await screenshot('new-lane-5-opened');
    assert.ok((await page.locator('.markers-panel').getByRole('treeitem', { level: 2 }).count()) <= 3);
  });

  it('leaves no trace when it is cancelled', async () => {
    const { page, command } = workbench();
    await command('Lanekeeper: New Lane');
    await question(page, 'New Lane (1/4)');
    await answer(page, 'Nothing');
    await question(page, 'New Lane (2/4)');
    await page.keyboard.press('Escape');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    assert.equal(await page.locator('.tab', { hasText: 'nothing.lane.yaml' }).count(), 0);
  });

  it('can go back to an earlier question', async () => {
    const { page, command } = workbench();
    await command('Lanekeeper: New Lane');
    await question(page, 'New Lane (1/4)');
    await answer(page, 'Orders can be cancelled');
    await question(page, 'New Lane (2/4)');
    await page.locator('.quick-input-titlebar').getByRole('button', { name: 'Back' }).click();
    await question(page, 'New Lane (1/4)');
    assert.equal(
      await page.locator('.quick-input-widget input[type=text]').inputValue(),
      'Orders can be cancelled',
    );
    await page.keyboard.press('Escape');
  });

  it('may be asked for at a folder of the explorer, whose paths it then proposes', async () => {
    const { page, screenshot } = workbench();
    const explorer = page.getByRole('tree', { name: 'Files Explorer' });
    await explorer.getByRole('treeitem', { name: 'docs' }).click({ button: 'right' });
    await screenshot('new-lane-in-folder');
    await page.getByRole('menuitem', { name: 'New Lane in Folder…' }).click();
    await question(page, 'New Lane (1/4)');
    await answer(page);
    await question(page, 'New Lane (2/4)');
    await answer(page);
    await question(page, 'New Lane (3/4)');
    await page.locator('.quick-input-count', { hasText: '1 Selected' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('may begin from a template, which asks the same and adds what such work needs', async () => {
    const { page, command, folder } = workbench();
    await command('Lanekeeper: New Lane From Template');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Bug' }).first().click();
    await question(page, '(1/4)');
    await answer(page, 'A refund of 0 cents is refused with a message');
    for (const step of ['(2/4)', '(3/4)', '(4/4)']) {
      await question(page, step);
      await answer(page);
    }
    await page.locator('.tab.active', { hasText: 'refund-0-cents-refused-message.lane.yaml' }).waitFor();
    const text = await readFile(path.join(folder, 'lanes/refund-0-cents-refused-message.lane.yaml'), 'utf8');
    assert.match(text, /kind: bug/);
    assert.match(text, /A refund of 0 cents is refused/);
  });
});

async function question(page: Page, title: string): Promise<void> {
  await page.locator('.quick-input-title', { hasText: title }).waitFor();
}

async function answer(page: Page, text?: string): Promise<void> {
  if (text !== undefined) await page.locator('.quick-input-widget input[type=text]').fill(text);
  await page.keyboard.press('Enter');
}
