import type { GitProblem } from '../core/index.ts';
import { openRepository, type Repository } from './git-repository.ts';

/**
 * The revision with which the work of a lane is compared: the later of the base that was approved and the commit where this
 * branch left the one that it will be merged into. On that branch itself it is what was approved; where nothing was, what is
 * committed already. An approved base that git does not know is returned as it is, so that whoever compares with it learns why.
 */
export async function laneBase(root: string, approved?: string): Promise<string | GitProblem> {
  const repository = await openRepository(root);
  if ('problem' in repository) return repository;
  const head = await commitOf(repository, 'HEAD');
  if (head === undefined)
    return { problem: 'The repository has no commit yet. Commit once, then try again.' };
  const known = approved === undefined ? undefined : await commitOf(repository, approved);
  if (approved !== undefined && known === undefined) return approved;
  const target = await targetOf(repository);
  const fork = target && (await answerOf(repository, 'merge-base', head, target.commit));
  if (known === undefined) return fork ?? head;
  if (fork === undefined || (fork === head && target?.isCurrent)) return known;
  // What was approved may lie on a branch that was rebased since; then only the fork is certain to be before the work.
  const isLater = (await answerOf(repository, 'merge-base', known, fork)) === fork;
  return isLater && (await answerOf(repository, 'merge-base', known, head)) === known ? known : fork;
}

interface Target {
  readonly commit: string;
  /** True if it is the branch that is checked out. */
  readonly isCurrent: boolean;
}

/** The branch that work is merged into: the default one of `origin`, else `main` or `master`. */
async function targetOf(repository: Repository): Promise<Target | undefined> {
  const current = await answerOf(repository, 'symbolic-ref', '--quiet', 'HEAD');
  const standard = await answerOf(repository, 'symbolic-ref', '--quiet', 'refs/remotes/origin/HEAD');
  const remotes = [standard, 'refs/remotes/origin/main', 'refs/remotes/origin/master'];
  for (const ref of [...remotes, 'refs/heads/main', 'refs/heads/master']) {
    const commit = ref && (await commitOf(repository, ref));
    if (commit)
      return { commit, isCurrent: ref.replace(/^refs\/(?:remotes\/origin|heads)/, 'refs/heads') === current };
  }
  return undefined;
}

function commitOf(repository: Repository, revision: string): Promise<string | undefined> {
  if (revision === '' || revision.startsWith('-')) return Promise.resolve(undefined);
  return answerOf(repository, 'rev-parse', '--verify', '--quiet', `${revision}^{commit}`);
}

async function answerOf(repository: Repository, ...args: readonly string[]): Promise<string | undefined> {
  const answer = await repository.ask(...args);
  return 'output' in answer && answer.output.trim() !== '' ? answer.output.trim() : undefined;
}
