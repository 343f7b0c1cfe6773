import { posix } from 'node:path';
import { type ChangedFile, type Git, type GitProblem, type Head, isReviewsPath } from '../core/index.ts';
import { readDifferences } from './git-differences.ts';
import { DIFF, openRepository, type Repository } from './git-repository.ts';
import { hiddenFiles, untrackedFiles, untrackedPaths } from './git-unseen-files.ts';
import { untrackedDiff } from './untracked-diff.ts';

/**
 * Asks git about the repository that holds a workspace folder. Nothing in the repository can start a program: neither its
 * settings nor its attributes.
 */
export function guardedGit(root: string): Git {
  const within = async <T>(
    answer: (repository: Repository) => Promise<T | GitProblem>,
  ): Promise<T | GitProblem> => {
    const repository = await openRepository(root);
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

async function head(repository: Repository): Promise<Head | GitProblem> {
  const [commit, status] = await Promise.all([
    repository.ask('rev-parse', '--verify', '--quiet', 'HEAD^{commit}'),
    repository.ask(
      'status',
      '--porcelain=v1',
      '-z',
      '--no-renames',
      '--untracked-files=normal',
      '--ignore-submodules=dirty',
    ),
  ]);
  if ('problem' in status) return status;
  const isDirty = status.output.split('\0').some((line) => line !== '' && !isReviewsPath(line));
  if ('problem' in commit) return { dirty: isDirty };
  const hash = await workCommit(repository, commit.output.trim());
  if (isDirty) return { commit: hash, dirty: true };
  const hidden = await hiddenFiles(repository, hash);
  return 'problem' in hidden ? hidden : { commit: hash, dirty: hidden.length > 0 };
}

/** The last commit up to this one that changed anything but reviews files: outside them, both have the same files. */
async function workCommit({ ask }: Repository, commit: string): Promise<string> {
  const reviews = ['yaml', 'yml'].map((ending) => `:(top,exclude,glob)**/*.reviews.${ending}`);
  const answer = await ask('log', '--max-count=1', '--format=%H', commit, '--', ':(top)', ...reviews);
  return ('output' in answer && answer.output.trim()) || commit;
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
  const unseen = to === undefined ? await unseenFiles(repository, commits[0] ?? '') : [];
  if ('problem' in unseen) return unseen;
  const toWorkspace = (path: string) => posix.relative(`/${repository.prefix}`, `/${path}`);
  // What is seen of a file itself counts more than what git believes of it.
  const files = new Map([...readDifferences(answer.output), ...unseen].map((file) => [file.path, file]));
  return [...files.values()].map((file) => ({
    ...file,
    path: toWorkspace(file.path),
    ...(file.from === undefined ? {} : { from: toWorkspace(file.from) }),
  }));
}

async function unseenFiles(
  repository: Repository,
  commit: string,
): Promise<readonly ChangedFile[] | GitProblem> {
  const untracked = await untrackedFiles(repository);
  if ('problem' in untracked) return untracked;
  const hidden = await hiddenFiles(repository, commit);
  return 'problem' in hidden ? hidden : [...untracked, ...hidden];
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
