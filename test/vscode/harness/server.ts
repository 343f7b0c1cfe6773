import { type ChildProcess, execFile, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { installServer } from './install.ts';

/** How a server is to run; every field has a default that suits tests. */
export type ServerOptions = {
  /** User settings on top of those that keep tests quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** `ask` is what users have: a folder opens untrusted. Default `all`: no workspace trust. */
  readonly trust?: 'all' | 'ask';
  /** A packaged extension to install. Without it the server takes an extension under development (see below). */
  readonly vsix?: string;
  /** Data folder to keep; its settings are written once. Default: a fresh one, deleted by `close`. */
  readonly home?: string;
  /** A port, or a range such as `8765-8775`; default any free port. */
  readonly port?: string;
  /** Secret that the address must carry; default none. */
  readonly token?: string;
};

/** A running server; `close` ends it and all it started. */
export type Server = {
  readonly port: number;
  /** Where the user's own settings of command-line tools lie, so that no test reads or writes the real ones. */
  readonly config: string;
  /** Everything the server printed so far. */
  readonly log: () => string;
  /** Resolves when the server has ended, for whatever reason. */
  readonly ended: Promise<unknown>;
  readonly close: () => Promise<void>;
};

const quiet = {
  'security.workspace.trust.startupPrompt': 'never',
  'extensions.autoCheckUpdates': false,
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'git.openRepositoryInParentFolders': 'never',
};

/** Starts VS Code's server on 127.0.0.1 and returns once it answers. Throws with its log when it stops instead. */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const { node, main } = await installServer();
  const home = options.home ?? (await mkdtemp(path.join(os.tmpdir(), 'lanekeeper-vscode-')));
  const clean = () => {
    if (options.home === undefined)
      rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  const common = [main, '--accept-server-license-terms', '--server-data-dir', home];
  try {
    await writeSettings(home, { ...quiet, ...options.settings });
    if (options.vsix)
      await installExtension(node, [...common, '--install-extension', path.resolve(options.vsix)]);
    // An own process group, so that the extension hosts and terminals it starts can be ended with it.
    const stdio: StdioOptions = ['ignore', 'pipe', 'pipe'];
    const config = path.join(home, 'config');
    const env = { ...process.env, XDG_CONFIG_HOME: config };
    return {
      ...(await serve(
        spawn(node, [...common, ...serverArguments(options)], { detached: true, stdio, env }),
        clean,
      )),
      config,
    };
  } catch (error) {
    clean();
    throw error;
  }
}

async function installExtension(node: string, args: readonly string[]): Promise<void> {
  await promisify(execFile)(node, [...args, '--force']).catch(({ stderr }: { readonly stderr: string }) => {
    throw new Error(`The extension could not be installed: …${stderr.slice(-500)}`);
  });
}

async function writeSettings(home: string, settings: object): Promise<void> {
  const file = path.join(home, 'data/User/settings.json');
  if (existsSync(file)) return;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(settings, undefined, 2));
}

function serverArguments({ home, port = '0', token, trust = 'all', vsix }: ServerOptions): readonly string[] {
  return [
    ...[
      '--host',
      '127.0.0.1',
      '--port',
      port,
      '--disable-telemetry',
      '--disable-experiments',
      '--disable-update-check',
    ],
    ...(token === undefined ? ['--without-connection-token'] : ['--connection-token', token]),
    ...(trust === 'all' ? ['--disable-workspace-trust'] : []),
    // Should this process be killed outright, the server ends five minutes after its last window.
    ...(home === undefined ? ['--enable-remote-auto-shutdown'] : []),
    // Only with its smoke-test driver does a built VS Code load an extension under development and report a suite's
    // result. The driver hides notifications and refuses modal dialogs: those are tested with a .vsix.
    ...(vsix === undefined ? ['--enable-smoke-test-driver'] : []),
  ];
}

async function serve(child: ChildProcess, clean: () => void): Promise<Omit<Server, 'config'>> {
  const ended = once(child, 'exit');
  const end = (signal: NodeJS.Signals) => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, signal);
    } catch {
      // Already gone.
    }
  };
  const onExit = () => {
    end('SIGKILL');
    clean();
  };
  process.once('exit', onExit);
  let log = '';
  const port = await new Promise<number>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      log += chunk;
      const listening = /Extension host agent listening on (\d+)/.exec(log);
      if (listening) resolve(Number(listening[1]));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    ended.then(([code]) => reject(new Error(`VS Code's server stopped with code ${code}:\n${log}`)), reject);
  });
  const close = async () => {
    end('SIGTERM');
    const late = setTimeout(end, 5000, 'SIGKILL');
    await ended;
    clearTimeout(late);
    end('SIGKILL'); // what the server left behind in its group
    process.off('exit', onExit);
    clean();
  };
  return { port, log: () => log, ended, close };
}
