import { existsSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import type { ChangedFile, Git, GitProblem } from '../core/index.ts';
import { askGit, type GitAnswer } from './git-command.ts';
import { readDifferences } from './git-differences.ts';
import { isWithin, realPath } from './real-path.ts';
import { untrackedDiff } from './untracked-diff.ts';
import { readUntracked } from './untracked-file.ts';

/** How git compares: without any program of the repository, and without looking into the work trees of submodules. */
const DIFF = [
  'diff',
  '--no-ext-diff',
  '--no-textconv',
  '--no-color',
  '--ignore-submodules=dirty',
  '--find-renames',
  '-l2000',
] as const;

/** What is asked once before each answer. */
interface Repository {
  /** Where the workspace folder lies in it: `''` or `a/b/`. */
  readonly prefix: string;
  /** Its folder: the real path. */
  readonly top: string;
  ask(...args: readonly string[]): Promise<GitAnswer>;
}

/**
 * Asks git about the repository that holds a workspace folder. Nothing in the repository can start a program: neither its
 * settings nor its attributes.
 */
export function guardedGit(root: string): Git {
  const within = async <T>(
    answer: (repository: Repository) => Promise<T | GitProblem>,
  ): Promise<T | GitProblem> => {
    const repository = await open(root);
    return 'problem' in repository ? repository : answer(repository);
  };
  return {
    head: () => within(head),
    resolve: (revision) => within((repository) => resolve(repository, revision)),
    mergeBase: (one, other) => within((repository) => mergeBase(repository, one, other)),
    changes: (base, to) => within((repository) => changes(repository, base, to)),
    show: (revision, path) => within((repository) => show(repository, revision, path)),
    diff: (base, atMost) => within((repository) => diff(repository, base, atMost)),
  };
}

async function open(root: string): Promise<Repository | GitProblem> {
  const real = realPath(root);
  if (real === undefined) return { problem: `${root} does not exist.` };
  const listed = await askGit({
    root: real,
    args: [
      'config',
      '--null',
      '--name-only',
      '--get-regexp',
      '^filter\\..*\\.(clean|smudge|process|required)$',
    ],
    settings: new Map(),
    mayFindNothing: true,
  });
  if ('problem' in listed) return listed;
  const settings = filtersOff(listed.output.split('\0'));
  const ask = (...args: readonly string[]) => askGit({ root: real, args, settings });
  const place = await ask('rev-parse', '--show-toplevel');
  if ('problem' in place) return place;
  const named = place.output.replace(/\n$/, '');
  const top = realPath(named) ?? named;
  // A setting can lay the work tree anywhere, even over the whole disk.
  if (!isWithin(top, real) || !existsSync(join(top, '.git'))) {
    return {
      problem: `The repository of ${root} says that its files are in ${top}. Take "core.worktree" out of its settings.`,
    };
  }
  const below = relative(top, real).split(sep).join('/');
  return { prefix: below === '' ? '' : `${below}/`, top, ask };
}

/** Turned off where they are set: what a filter would have made of a file is not needed to see that it changed. */
function filtersOff(names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    names
      .filter((name) => name !== '')
      .flatMap((name) => {
        const driver = name.slice(0, name.lastIndexOf('.'));
        return [
          [`${driver}.clean`, ''],
          [`${driver}.smudge`, ''],
          [`${driver}.process`, ''],
          [`${driver}.required`, 'false'],
        ] as const;
      }),
  );
}

async function head({ ask }: Repository) {
  const commit = await ask('rev-parse', '--verify', '--quiet', 'HEAD^{commit}');
  const status = await ask(
    'status',
    '--porcelain=v1',
    '-z',
    '--untracked-files=normal',
    '--ignore-submodules=dirty',
  );
  if ('problem' in status) return status;
  const dirty = status.output !== '';
  return 'problem' in commit ? { dirty } : { commit: commit.output.trim(), dirty };
}

async function resolve({ ask }: Repository, revision: string): Promise<string | GitProblem> {
  if (revision !== '' && !revision.startsWith('-')) {
    const answer = await ask('rev-parse', '--verify', '--quiet', `${revision}^{commit}`);
    if ('output' in answer) return answer.output.trim();
  }
  if (revision === 'HEAD')
    return { problem: 'The repository has no commit yet. Commit once, then try again.' };
  const how = (await isShallow(ask)) ? 'This clone is shallow: run "git fetch --unshallow"' : 'Fetch it';
  return { problem: `Git knows no revision "${revision}". ${how}, or name another.` };
}

async function isShallow(ask: Repository['ask']): Promise<boolean> {
  const answer = await ask('rev-parse', '--is-shallow-repository');
  return 'output' in answer && answer.output.trim() === 'true';
}

async function mergeBase(repository: Repository, one: string, other: string): Promise<string | GitProblem> {
  const first = await resolve(repository, one);
  if (typeof first !== 'string') return first;
  const second = await resolve(repository, other);
  if (typeof second !== 'string') return second;
  const answer = await repository.ask('merge-base', first, second);
  if ('output' in answer) return answer.output.trim();
  return {
    problem: (await isShallow(repository.ask))
      ? `"${one}" and "${other}" have no common commit in this shallow clone. Run "git fetch --unshallow".`
      : `"${one}" and "${other}" have no common commit. Name another base.`,
  };
}

async function changes(
  repository: Repository,
  base: string,
  to?: string,
): Promise<readonly ChangedFile[] | GitProblem> {
  const commits = await resolveAll(repository, to === undefined ? [base] : [base, to]);
  if ('problem' in commits) return commits;
  const answer = await repository.ask(...DIFF, '--raw', '--numstat', '-z', ...commits, '--');
  if ('problem' in answer) return answer;
  const untracked = to === undefined ? await untrackedFiles(repository) : [];
  if ('problem' in untracked) return untracked;
  const toWorkspace = (path: string) => posix.relative(`/${repository.prefix}`, `/${path}`);
  return [...readDifferences(answer.output), ...untracked].map((file) => ({
    ...file,
    path: toWorkspace(file.path),
    ...(file.from === undefined ? {} : { from: toWorkspace(file.from) }),
  }));
}

async function resolveAll(
  repository: Repository,
  revisions: readonly string[],
): Promise<readonly string[] | GitProblem> {
  const commits: string[] = [];
  for (const revision of revisions) {
    const commit = await resolve(repository, revision);
    if (typeof commit !== 'string') return commit;
    commits.push(commit);
  }
  return commits;
}

async function untrackedPaths({ ask }: Repository): Promise<readonly string[] | GitProblem> {
  const answer = await ask('ls-files', '--others', '--exclude-standard', '--full-name', '-z', '--', ':/');
  return 'problem' in answer ? answer : answer.output.split('\0').filter((path) => path !== '');
}

async function untrackedFiles(repository: Repository): Promise<readonly ChangedFile[] | GitProblem> {
  const paths = await untrackedPaths(repository);
  if ('problem' in paths) return paths;
  const files: ChangedFile[] = [];
  for (const path of paths) {
    // A folder is a repository of its own, which git does not look into. What cannot be read is named all the same.
    const isFolder = path.endsWith('/');
    const read = isFolder ? undefined : await readUntracked(posix.join(repository.top, path));
    const held = read ?? { lines: 0, isBinary: true };
    files.push({
      path: isFolder ? path.slice(0, -1) : path,
      change: 'added',
      added: held.lines,
      removed: 0,
      isBinary: held.isBinary,
    });
  }
  return files;
}

async function show(repository: Repository, revision: string, path: string) {
  const commit = await resolve(repository, revision);
  if (typeof commit !== 'string') return commit;
  const full = posix.join(repository.prefix, path);
  if (full.startsWith('../')) return undefined;
  const listed = await repository.ask(
    '--literal-pathspecs',
    'ls-tree',
    '-z',
    '--full-tree',
    commit,
    '--',
    full,
  );
  if ('problem' in listed) return listed;
  const found = /^100\d{3} blob ([0-9a-f]+)\t/.exec(listed.output);
  if (!found?.[1]) return undefined;
  const text = await repository.ask('cat-file', 'blob', found[1]);
  return 'problem' in text ? text : text.output;
}

async function diff(repository: Repository, base: string, atMost: number): Promise<string | GitProblem> {
  const commit = await resolve(repository, base);
  if (typeof commit !== 'string') return commit;
  const answer = await repository.ask(...DIFF, '--patch', '--unified=3', commit, '--');
  if ('problem' in answer) return answer;
  const paths = await untrackedPaths(repository);
  if ('problem' in paths) return paths;
  const whole = Buffer.from(answer.output + (await untrackedDiff(repository.top, paths, atMost)));
  // A character that is cut in two is left out.
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(whole.subarray(0, atMost), { stream: true });
}
