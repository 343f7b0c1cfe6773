import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { BUILT, environment, lanekeeper, type Ran } from './lanekeeper.ts';

/** A real git repository with lanes, whose owner keeps settings and caches elsewhere. */
export interface CheckedRepository {
  readonly root: string;
  /** Where this user's settings are. */
  readonly home: string;
  readonly env: Readonly<Record<string, string>>;
  put(path: string, text: string | Uint8Array): void;
  git(...args: readonly string[]): string;
  commit(): string;
  run(...args: readonly string[]): Ran;
  /** Runs `check` with the commands of the lane allowed for this run. */
  check(lane: string, ...args: readonly string[]): Ran;
  digest(lane: string): string;
  start(...args: readonly string[]): Started;
}

/** A run that goes on. */
export interface Started {
  readonly child: ReturnType<typeof spawn>;
  readonly ended: Promise<Ran & { readonly signal: NodeJS.Signals | null }>;
}

const LIMITS = 'limits: { write: [src/**] }\n';

/** The text of a lane with these checks, in YAML. */
export function laneWith(checks: string): string {
  return `lane: 1\ntitle: A\n${LIMITS}checks:\n${checks}`;
}

/** Gives each test a repository of its own: the function commits these files and returns it. */
export function givenCheckedRepositories(): (files: Readonly<Record<string, string>>) => CheckedRepository {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
  return (files) => {
    const top = realpathSync(mkdtempSync(join(tmpdir(), 'lanekeeper-check-')));
    folders.push(top);
    const [root, home] = [join(top, 'work'), join(top, 'home')];
    for (const folder of [root, home]) mkdirSync(folder);
    const repository = openChecked(root, home);
    repository.git('init', '--quiet', '--initial-branch=main');
    for (const [path, text] of Object.entries(files)) repository.put(path, text);
    repository.commit();
    return repository;
  };
}

function openChecked(root: string, home: string): CheckedRepository {
  const env = { XDG_CACHE_HOME: join(home, 'cache'), XDG_CONFIG_HOME: join(home, 'config') };
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.c', ...args], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const run = (...args: readonly string[]) => lanekeeper(args, { cwd: root, env });
  const digest = (lane: string) => /sha256-\S+/.exec(run('trust', '--print', lane).stdout)?.[0] ?? '';
  return {
    root,
    home,
    env,
    git,
    run,
    digest,
    check: (lane, ...args) => run('check', lane, '--allow', digest(lane), ...args),
    put(path, text) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    commit() {
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message=x');
      return git('rev-parse', 'HEAD').trim();
    },
    start(...args) {
      const child = spawn(process.execPath, [BUILT, ...args], { cwd: root, env: environment(root, env) });
      let [stdout, stderr] = ['', ''];
      child.stdout.setEncoding('utf8').on('data', (text) => {
        stdout += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text) => {
        stderr += text;
      });
      const ended = new Promise<Ran & { signal: NodeJS.Signals | null }>((resolve) =>
        child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr })),
      );
      return { child, ended };
    },
  };
}
