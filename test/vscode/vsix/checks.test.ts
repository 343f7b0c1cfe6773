import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { givenWorkbench } from '../harness/given-workbench.ts';
import { ended, row, run } from './test-explorer.ts';

const ID = 'split-refund-cents';
const LANE = `lanes/${ID}.lane.yaml`;

describe('checks in the Test Explorer', function () {
  this.timeout(180_000);
  const workbench = givenWorkbench({ vsix: 'lanekeeper.vsix', workspace: 'examples/shop' });

  before('gives the shop a history and the tools of the repository', async () => {
    const { folder } = workbench();
    await symlink(path.resolve('node_modules'), path.join(folder, '..', 'node_modules'));
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.com', ...args], {
        cwd: folder,
      });
    git('init', '--quiet', '--initial-branch=main');
    git('add', '.');
    git('commit', '--quiet', '--message=The shop');
  });

  it('ask for commands that are new on this machine, and run none that is refused', async () => {
    const { page, command, openFile, screenshot } = workbench();
    await openFile(LANE);
    await page.locator('.monaco-editor .view-line').first().click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.locator('.codelens-decoration a', { hasText: 'Run checks' }).click();
    const dialog = page.locator('.monaco-dialog-box');
    for (const line of ['split: npm run accept -- split-refund-cents', 'types: npm run typecheck'])
      await dialog.getByText(line).waitFor();
    await screenshot('checks-trust');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await command('Testing: Focus on Test Explorer View');
    await row(page, ID).click();
    await page.keyboard.press('ArrowRight');
    await ended(page, 'split', 'Skipped');
  });

  it('show one failing at its line; once it is mended, all pass', async () => {
    const { page, command, folder, screenshot } = workbench();
    await run(page, ID);
    await page.locator('.monaco-dialog-box').getByRole('button', { name: 'Run These Commands' }).click();
    await ended(page, 'split', 'Failed');
    for (const name of ['unit', 'types (lanekeeper.yaml)', 'limits (built in)'])
      await ended(page, name, 'Passed');
    await row(page, /^split[^-]/).click();
    await page
      .locator('.view-line', { hasText: /It.ended.with.exit.code.1\./ })
      .first()
      .waitFor();
    await screenshot('checks-failed');
    await command('Preferences: Toggle between Light/Dark Themes');
    await screenshot('checks-failed-dark');
    await command('Preferences: Toggle between Light/Dark Themes');
    const file = path.join(folder, 'src/refunds/issue-refund.ts');
    await writeFile(file, mended(await readFile(file, 'utf8')));
    await run(page, ID);
    for (const name of ['split', 'unit', 'types (lanekeeper.yaml)', 'style (lanekeeper.yaml)'])
      await ended(page, name, 'Passed');
    await ended(page, 'limits (built in)', 'Passed');
    await screenshot('checks-passed');
  });

  it('show a file outside the limits at its place', async () => {
    const { page, command, folder, openFile, screenshot } = workbench();
    await writeFile(path.join(folder, 'src/stray.ts'), 'export const stray = 1;\n');
    await command('Testing: Focus on Test Explorer View');
    await run(page, ID);
    await ended(page, 'limits (built in)', 'Failed');
    await page.getByRole('treeitem', { name: /^src\/stray\.ts: no write path allows it/ }).waitFor();
    await openFile('src/stray.ts');
    await page.locator('.tab.active', { hasText: 'stray.ts' }).waitFor();
    await screenshot('checks-limits');
  });

  it('ask again for a command that has changed, and say what it was', async () => {
    const { page, command, folder, screenshot } = workbench();
    const file = path.join(folder, LANE);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('npm test -- refunds money', 'npm test -- refunds'));
    await command('Testing: Focus on Test Explorer View');
    const dialog = page.locator('.monaco-dialog-box');
    // What the disk says is known a moment later; until then what runs is what was allowed.
    for (let attempt = 0; attempt < 10 && !(await dialog.isVisible()); attempt++) {
      await run(page, ID);
      await dialog.waitFor({ timeout: 3_000 }).catch(() => {});
    }
    await dialog.getByText('unit: npm test -- refunds money').waitFor();
    await screenshot('checks-trust-changed');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });
});

/** Each refund pays back what is owed for all teas so far, less what was paid back before. */
function mended(text: string): string {
  const result = text
    .replace(
      /const cents = sum\(.*\);/,
      () => 'const cents = owed(order, [...before.flat(), ...skus]) - owed(order, before.flat());',
    )
    .replace(
      /function paidFor[^}]*}/,
      () => `function owed({ lines, voucher }: Order, skus: readonly string[]): Cents {
  const price = sum(lines.filter(({ sku }) => skus.includes(sku)).map((line) => line.price));
  return price - percentOf(price, voucher);
}`,
    );
  assert.notEqual(result, text);
  return result;
}
