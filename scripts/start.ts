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

function openOnDesktop(): boolean {
  const shell = process.platform === 'win32'; // `code` is code.cmd there
  const args = [`--extensionDevelopmentPath=${path.resolve('.')}`, example];
  const { status } = spawnSync('code', shell ? args.map((arg) => `"${arg}"`) : args, {
    shell,
    stdio: 'ignore',
  });
  return status === 0;
}

async function build(...args: readonly string[]): Promise<void> {
  const { code, output } = await runNode(args);
  if (code === 0) return;
  console.error(output);
  process.exit(code);
}

async function serve(): Promise<void> {
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
  throw new Error(`VS Code's server stopped:\n${server.log()}`);
}

async function stop(): Promise<void> {
  await server?.close();
  process.exit(130);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
if (!existsSync(example)) throw new Error(`There is no ${example}.`);
await build('esbuild.config.mjs');
if (!process.argv.includes('--browser') && openOnDesktop()) console.log('VS Code is opening examples/shop.');
else await serve();
