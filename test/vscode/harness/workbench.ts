import path from 'node:path';
import { format } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { keepFailure, takeScreenshot } from './artifacts.ts';
import { findBrowser } from './browser.ts';
import { type Server, type ServerOptions, startServer } from './server.ts';
import { copyWorkspace } from './workspace.ts';

/** What to open; by default the extension under development in a copy of the workspace fixture. */
export type WorkbenchOptions = ServerOptions & {
  /** Folder to copy and open. */
  readonly workspace?: string;
  /** Bundled suite that VS Code is to run in the extension host. */
  readonly suite?: string;
  /** Is told every line that the window logs. */
  readonly onLine?: (line: string) => void;
};

/** A window of VS Code with what a person does in it; anything else goes through `page`. */
export type Workbench = {
  readonly page: Page;
  readonly server: Server;
  /** The opened folder, a copy that tests may change. */
  readonly folder: string;
  /** Lines that the window logged so far. */
  readonly console: readonly string[];
  /** The suite's exit code, when a suite was given. */
  readonly suiteEnded: Promise<number>;
  /** Runs a command by its title in the palette, such as `Lanekeeper: New Lane`. */
  readonly command: (title: string) => Promise<void>;
  /** Opens a file by its path in the workspace, through the palette's file search. */
  readonly openFile: (file: string) => Promise<void>;
  /** Takes a picture into `.vscode-test/artifacts/screenshots` and returns its path. */
  readonly screenshot: (name: string) => Promise<string>;
  readonly close: () => Promise<void>;
};

const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
];

/** Windows that are open now, so that a failed test can show them and none outlives its run. */
export const openWorkbenches: Set<Workbench> = new Set();

/** Starts a server and opens a window on it; resolves when the workbench is up. */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const opened: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const undo of opened.splice(0).reverse()) await undo();
  };
  try {
    return await open(options, opened, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(
  options: WorkbenchOptions,
  opened: (() => Promise<void>)[],
  close: () => Promise<void>,
): Promise<Workbench> {
  const executablePath = findBrowser();
  const { folder, remove } = await copyWorkspace(options.workspace);
  opened.push(remove);
  const server = await startServer(options);
  opened.push(server.close);
  const browser = await chromium.launch({ executablePath, args: browserArguments });
  opened.push(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
  page.setDefaultTimeout(30_000);
  const lines: string[] = [];
  const suiteEnded = listen(page, (line) => {
    lines.push(line);
    options.onLine?.(line);
  });
  suiteEnded.catch(() => {}); // only a run that gave a suite asks
  const workbench: Workbench = {
    ...{ page, server, folder, console: lines, suiteEnded, close },
    command: (title) => pick(page, `>${title}`, title),
    openFile: (file) => pick(page, file, path.basename(file)),
    screenshot: (name) => takeScreenshot(page, name),
  };
  openWorkbenches.add(workbench);
  opened.push(async () => void openWorkbenches.delete(workbench));
  await show(page, address(server.port, folder, options)).catch(async (error) => {
    console.log(`See ${await keepFailure('window', workbench)}.`);
    throw error;
  });
  return workbench;
}

async function show(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('.monaco-workbench .statusbar').waitFor({ timeout: 60_000 });
}

function listen(page: Page, onLine: (line: string) => void): Promise<number> {
  const log = (level: string, args: unknown[]) => onLine(`${level} ${format(...args)}`);
  return new Promise((resolve, reject) => {
    // The names that VS Code's driver calls.
    page.exposeFunction('codeAutomationLog', log).catch(reject);
    page.exposeFunction('codeAutomationExit', resolve).catch(reject);
    page.once('crash', () => reject(new Error('The window crashed.')));
  });
}

function address(port: number, folder: string, { vsix, suite }: WorkbenchOptions): string {
  const uri = (file: string) => `vscode-remote://127.0.0.1:${port}${path.resolve(file)}`;
  const payload = [['skipWelcome', 'true']];
  if (vsix === undefined) payload.push(['extensionDevelopmentPath', uri('.')]);
  if (suite !== undefined) payload.push(['extensionTestsPath', uri(suite)]);
  return `http://127.0.0.1:${port}/?${new URLSearchParams({ folder, payload: JSON.stringify(payload) })}`;
}

// The list is made when it is opened: what an extension brings a moment later is only in the next one.
async function pick(page: Page, typed: string, row: string): Promise<void> {
  const soon = { timeout: 3_000 };
  for (let attempt = 0; ; attempt++) {
    try {
      await page.keyboard.press('Escape');
      await page.keyboard.press(typed.startsWith('>') ? 'F1' : 'ControlOrMeta+P');
      await page.locator('.quick-input-widget input[type=text]').fill(typed, soon);
      return await page.locator('.quick-input-list').getByText(row, { exact: true }).first().click(soon);
    } catch (error) {
      if (attempt === 9) throw error;
    }
  }
}
