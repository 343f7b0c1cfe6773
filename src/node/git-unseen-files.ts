import { lstatSync } from 'node:fs';
import { posix } from 'node:path';
import type { ChangedFile, GitProblem } from '../core/index.ts';
import { readDifferences } from './git-differences.ts';
import { DIFF, type Repository } from './git-repository.ts';
import { readUntracked } from './untracked-file.ts';

/** Files that git does not know yet and does not ignore, from the top of the repository; a repository among them ends in a slash. */
export async function untrackedPaths({ ask }: Repository): Promise<readonly string[] | GitProblem> {
  const answer = await ask('ls-files', '--others', '--exclude-standard', '--full-name', '-z', '--', ':/');
  return 'problem' in answer ? answer : answer.output.split('\0').filter((path) => path !== '');
}

/** The same as added files, with their lines counted. */
export async function untrackedFiles(repository: Repository): Promise<readonly ChangedFile[] | GitProblem> {
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

/**
 * Files that differ from a commit although git was told not to look at them (`update-index --assume-unchanged` and
 * `--skip-worktree`). Those that a sparse checkout leaves out are not on the disk, and not meant.
 */
export async function hiddenFiles(
  repository: Repository,
  commit: string,
): Promise<readonly ChangedFile[] | GitProblem> {
  const listed = await repository.ask('ls-files', '-v', '--full-name', '-z', '--', ':/');
  if ('problem' in listed) return listed;
  const files: ChangedFile[] = [];
  for (const [tag = '', path] of listed.output.split('\0').map((line) => [line[0], line.slice(2)] as const)) {
    if (!/[a-zS]/.test(tag)) continue;
    const file = await hiddenFile(repository, commit, path, /s/i.test(tag));
    if (file && 'problem' in file) return file;
    if (file) files.push(file);
  }
  return files;
}

async function hiddenFile(
  repository: Repository,
  commit: string,
  path: string,
  mayBeMissing: boolean,
): Promise<ChangedFile | GitProblem | undefined> {
  const file = posix.join(repository.top, path);
  if (!lstatSync(file, { throwIfNoEntry: false })) {
    return mayBeMissing ? undefined : { path, change: 'deleted', added: 0, removed: 0, isBinary: false };
  }
  const before = await repository.ask(
    '--literal-pathspecs',
    'ls-tree',
    '-z',
    '--full-tree',
    commit,
    '--',
    path,
  );
  if ('problem' in before) return before;
  if (before.output === '') {
    const held = (await readUntracked(file)) ?? { lines: 0, isBinary: true };
    return { path, change: 'added', added: held.lines, removed: 0, isBinary: held.isBinary };
  }
  // A blob against a file: the index, which holds the marks, is not asked.
  const here = `./${posix.relative(`/${repository.prefix}`, `/${path}`)}`;
  const answer = await repository.ask(
    '--literal-pathspecs',
    ...DIFF,
    '--raw',
    '--numstat',
    '-z',
    `${commit}:${path}`,
    here,
  );
  if ('problem' in answer) return answer;
  const [difference] = readDifferences(answer.output);
  return difference && { ...difference, path };
}
