import type { Page } from 'playwright-core';
import { givenWorkbench } from '../harness/given-workbench.ts';

describe('findings', () => {
  const workbench = givenWorkbench({ workspace: 'examples/shop' });
  const path = 'lanes/refund-mail.lane.yaml';

  it('come as squiggles and problems while somebody types, and go with a quick fix', async () => {
    const { page, command, openFile, screenshot } = workbench();
    await openFile(path);
    await retype(page, 'kind: feature', 'knd: feature');
    await page.locator('.squiggly-error').first().waitFor();
    await command('Problems: Focus on Problems View');
    const problems = page.locator('.markers-panel').getByRole('treeitem');
    await problems.filter({ hasText: '"knd"' }).first().waitFor();
    await screenshot('findings-light');
    await page.locator('.squiggly-error').first().hover({ force: true });
    await page.locator('.monaco-hover').filter({ hasText: 'unknown-key' }).waitFor();
    await screenshot('findings-hover');
    await problems
      .filter({ hasText: '"knd"' })
      .first()
      .dblclick({ position: { x: 120, y: 10 } });
    // The editor takes the focus a moment later; a palette that is open by then would lose what is typed to it.
    await page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await command('Quick Fix...');
    await page.locator('.action-widget').first().waitFor();
    await screenshot('findings-quick-fix');
    await page.keyboard.press('Enter');
    await page.locator('.squiggly-error').first().waitFor({ state: 'detached' });
    await page.locator('.view-line', { hasText: /^kind:.feature$/ }).waitFor();
  });

  it('are counted in the language status, move by move', async () => {
    const { page, openFile, screenshot } = workbench();
    await openFile('lanes/faster-checkout.lane.yaml');
    await page.locator('.squiggly-warning').first().waitFor();
    await page.locator('#status\\.languageStatus').hover();
    const status = page.locator('.hover-language-status');
    await status.filter({ hasText: /\d+ to look at/ }).waitFor();
    await screenshot('language-status');
  });

  it('are explained by their rule', async () => {
    const { page, command, openFile, screenshot } = workbench();
    await openFile('lanes/faster-checkout.lane.yaml');
    await command('Lanekeeper: Explain Rule');
    await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await screenshot('explain-list');
    await page.keyboard.type('unproven-criterion');
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: 'unproven-criterion' }).waitFor();
    const preview = page.frameLocator('iframe.webview.ready').frameLocator('iframe[title]');
    await preview.getByRole('heading', { name: 'unproven-criterion' }).waitFor();
    await screenshot('explain-page');
  });

  it('look well in the dark too', async () => {
    const { page, command, openFile, screenshot } = workbench();
    await command('Preferences: Toggle between Light/Dark Themes');
    await openFile('lanes/faster-checkout.lane.yaml');
    await page.locator('.squiggly-warning').first().waitFor();
    await command('Problems: Focus on Problems View');
    await page.locator('.markers-panel').getByRole('treeitem').first().waitFor();
    await screenshot('findings-dark');
    await command('Preferences: Toggle between Light/Dark Themes');
  });
});

async function retype(page: Page, old: string, now: string): Promise<void> {
  await page.locator('.view-line', { hasText: old }).first().click();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await page.keyboard.type(now);
  await page.keyboard.press('Escape');
}
