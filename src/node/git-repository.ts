import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { GitProblem } from '../core/index.ts';
import { askGit, type GitAnswer } from './git-command.ts';
import { isWithin, realPath } from './real-path.ts';

/** How git compares: without any program of the repository, and without looking into the work trees of submodules. */
export const DIFF = [
  'diff',
  '--no-ext-diff',
  '--no-textconv',
  '--no-color',
  '--ignore-submodules=dirty',
  '--find-renames',
  '-l2000',
] as const;

/** A repository that holds a workspace folder, and how it is asked: with the filters turned off that its settings name. */
export interface Repository {
  /** Where the workspace folder lies in it: `''` or `a/b/`. */
  readonly prefix: string;
  /** Its folder: the real path. */
  readonly top: string;
  ask(...args: readonly string[]): Promise<GitAnswer>;
}

/** Finds the repository that holds a workspace folder. */
export async function openRepository(root: string): Promise<Repository | GitProblem> {
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
