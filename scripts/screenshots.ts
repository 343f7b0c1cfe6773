// Takes the README's pictures: the example workspace in a real VS Code window. Usage: npm run package && npm run screenshots
import { execFile } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { openWorkbench, type Workbench, type WorkbenchOptions } from '../test/vscode/harness/workbench.ts';

const folder = 'docs/images';

/** Only what a reader looks at; the rest of the window stays out of the way. */
const settings = {
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'editor.fontFamily': 'DejaVu Sans Mono',
  'editor.fontSize': 13,
  'editor.lightbulb.enabled': 'on',
  'editor.minimap.enabled': false,
  'editor.hover.above': false,
  'editor.scrollBeyondLastLine': false,
  'editor.cursorBlinking': 'solid',
  'explorer.compactFolders': false,
  'git.enabled': false,
};

async function take({ page }: Workbench, name: string, height = 800): Promise<void> {
  const file = path.join(folder, `${name}.png`);
  const clip = { x: 0, y: 0, width: 1280, height };
  await page.screenshot({ path: file, clip, animations: 'disabled', caret: 'initial' });
  console.log(file);
}

/** A weak lane: squiggles, what one of them says, and all problems below. */
async function editor(workbench: Workbench): Promise<void> {
  const { page, command, openFile } = workbench;
  await openFile('lanes/faster-checkout.lane.yaml');
  await command('Problems: Focus on Problems View');
  await page
    .locator('.markers-panel')
    .getByRole('treeitem', { name: /true" makes the check/ })
    .dblclick();
  await page.locator('#status\\.editor\\.selection', { hasText: 'Ln 19' }).waitFor();
  await page.locator('.monaco-editor.focused').waitFor();
  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.press('ControlOrMeta+I');
  await page.locator('.monaco-hover').getByText('makes the check').first().waitFor();
  await page.locator('.monaco-hover').getByText('Quick Fix').waitFor();
  await take(workbench, 'editor');
  await page.keyboard.press('Escape');
}

/** The palette's commands, above a lane with nothing to mend. */
async function palette(workbench: Workbench): Promise<void> {
  const { page, command, openFile } = workbench;
  await command('View: Hide Panel');
  await openFile('lanes/refund-mail.lane.yaml');
  await page.locator('.monaco-editor').getByText('Customers know of their refund').waitFor();
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input[type=text]').fill('>Lanekeeper: ');
  await page.locator('.quick-input-list').getByText('Lanekeeper: New Lane', { exact: true }).waitFor();
  await take(workbench, 'palette');
}

/** The checks of a lane after a run: one has failed, and says why at its line. */
async function checks(workbench: Workbench): Promise<void> {
  const { page, command, openFile, folder } = workbench;
  await symlink(path.resolve('node_modules'), path.join(folder, '..', 'node_modules'));
  await promisify(execFile)('git', ['init', '--quiet'], { cwd: folder });
  const identity = ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.com'];
  await promisify(execFile)('git', ['add', '.'], { cwd: folder });
  await promisify(execFile)('git', [...identity, 'commit', '--quiet', '--message=The shop'], { cwd: folder });
  await openFile('lanes/split-refund-cents.lane.yaml');
  await page.locator('.monaco-editor .view-line').first().click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.locator('.codelens-decoration a', { hasText: 'Run checks' }).click();
  await page.locator('.monaco-dialog-box').getByRole('button', { name: 'Run These Commands' }).click();
  await command('Testing: Focus on Test Explorer View');
  const lane = page.locator('.test-explorer .monaco-list-row', { hasText: 'split-refund-cents' }).first();
  await lane.click();
  await page.keyboard.press('ArrowRight');
  const tree = page.locator('.test-explorer');
  for (const name of ['split (Failed)', 'unit (Passed)', 'limits (built in) (Passed)'])
    await tree.getByRole('treeitem', { name }).waitFor();
  await tree.getByRole('treeitem', { name: 'split (Failed)' }).click();
  await page
    .locator('.view-line', { hasText: /It.ended.with.exit.code.1/ })
    .first()
    .waitFor();
  await command('View: Hide Panel');
  // Below stand paths of the machine that takes the picture.
  await take(workbench, 'checks', 640);
}

await withWorkbench({}, async (workbench) => {
  await editor(workbench);
  await palette(workbench);
});
// Only the packaged extension may ask in a dialog.
await withWorkbench({ vsix: 'lanekeeper.vsix' }, checks);

async function withWorkbench(
  options: WorkbenchOptions,
  work: (workbench: Workbench) => Promise<void>,
): Promise<void> {
  const workbench = await openWorkbench({ workspace: 'examples/shop', settings, ...options });
  try {
    await work(workbench);
  } finally {
    await workbench.close();
  }
}
