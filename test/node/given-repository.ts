import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A git repository in a temporary folder, made anew for each test. */
export interface GivenRepository {
  readonly root: string;
  put(path: string, text: string | Uint8Array): void;
  /** Runs git in it and returns what it prints. */
  git(...args: readonly string[]): string;
  /** Adds everything, commits, and returns the commit. */
  commit(): string;
}

/** Call it in a `describe`; the function it returns gives the repository of the running test. */
export function givenRepository(): () => GivenRepository {
  let repository: GivenRepository;
  beforeEach(() => {
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'lanekeeper-git-')));
    repository = openRepository(root);
    repository.git('init', '--quiet', '--initial-branch=main');
  });
  afterEach(() => rmSync(repository.root, { recursive: true, force: true }));
  return () => repository;
}

/** A folder as a repository, whose `git` must be told to `init` or `clone` first. */
export function openRepository(root: string): GivenRepository {
  const git = (...args: readonly string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=A', '-c', 'user.email=a@b.c', '-c', 'protocol.file.allow=always', ...args],
      {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, GIT_CONFIG_NOSYSTEM: '1' },
      },
    );
  return {
    root,
    git,
    put(path, text) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    commit() {
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message=x');
      return git('rev-parse', 'HEAD').trim();
    },
  };
}
