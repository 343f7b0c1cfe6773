import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Server } from './server.ts';

const folder = '.vscode-test/artifacts';

/** Takes a picture of `page` as `.vscode-test/artifacts/screenshots/NAME.png` and returns that path. */
export async function takeScreenshot(page: Page, name: string): Promise<string> {
  const file = path.join(folder, 'screenshots', `${name}.png`);
  await page.screenshot({ path: file });
  return file;
}

/** Keeps what explains a failure: the window as seen, its console and the server's log. Returns the folder. */
export async function keepFailure(
  name: string,
  window: { readonly page: Page; readonly server: Server; readonly console: readonly string[] },
): Promise<string> {
  const target = path.join(folder, 'failures', name.replace(/[^\w.-]+/g, '-').slice(0, 100));
  await mkdir(target, { recursive: true });
  await window.page.screenshot({ path: path.join(target, 'window.png') }).catch(() => {});
  await writeFile(path.join(target, 'console.log'), window.console.join('\n'));
  await writeFile(path.join(target, 'server.log'), window.server.log());
  return target;
}
