// Opens the example workspace in VS Code with the extension: in the desktop build when `code` is installed, else in a
// browser, through VS Code's own server. Usage: node --import tsx scripts/start.ts [--browser]
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Server, startServer } from '../test/vscode/harness/server.ts';
import { runNode } from './command.ts';

const example = path.resolve('examples/shop');
let server: Server | undefined;
let stopping = false;

// Fails too where `code` is there and may not open a window, as for root.
function code(...args: readonly string[]): boolean {
  const shell = process.platform === 'win32'; // `code` is code.cmd there
  const quoted = shell ? args.map((arg) => `"${arg}"`) : args;
  return spawnSync('code', quoted, { shell, stdio: 'ignore' }).status === 0;
}

async function build(...args: readonly string[]): Promise<void> {
  const result = await runNode(args);
  if (result.code === 0) return;
  console.error(result.output);
  process.exit(result.code);
}

async function openOnDesktop(): Promise<void> {
  await build('esbuild.config.mjs');
  if (!code(`--extensionDevelopmentPath=${path.resolve('.')}`, example))
    throw new Error('VS Code did not open.');
  console.log('VS Code is opening examples/shop.');
}

async function openInBrowser(): Promise<void> {
  console.log('Packaging the extension …');
  await build('--import', 'tsx', 'scripts/package.ts');
  const token = randomBytes(12).toString('hex');
  server = await startServer({
    vsix: 'lanekeeper.vsix',
    home: path.resolve('.vscode-test/home'),
    port: '8765-8785', // the same address next time, so that the browser knows its trusted folders and its layout
    trust: 'ask',
    token,
    settings: { 'security.workspace.trust.startupPrompt': 'once', 'workbench.startupEditor': 'readme' },
  });
  console.log(
    `Open http://127.0.0.1:${server.port}/?${new URLSearchParams({ tkn: token, folder: example })}`,
  );
  console.log('Ctrl+C ends it.');
  await server.ended;
  if (stopping) return;
  console.error(`VS Code's server stopped:\n${server.log()}`);
  process.exit(1);
}

async function stop(): Promise<void> {
  stopping = true;
  await server?.close();
  process.exit(130);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
// Whoever ends npm ends its shell, and not what that shell started.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && stop(), 1000).unref();
if (!existsSync(example)) throw new Error(`There is no ${example}.`);
if (!process.argv.includes('--browser') && code('--version')) await openOnDesktop();
else await openInBrowser();
