// Takes the README's pictures: the example workspace in a real VS Code window. Usage: npm run screenshots
import path from 'node:path';
import { openWorkbench, type Workbench } from '../test/vscode/harness/workbench.ts';

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

async function take({ page }: Workbench, name: string): Promise<void> {
  const file = path.join(folder, `${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled', caret: 'initial' });
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

const workbench = await openWorkbench({ workspace: 'examples/shop', settings });
try {
  await editor(workbench);
  await palette(workbench);
} finally {
  await workbench.close();
}
