import { posix } from 'node:path';
import type { FileContent, GitProblem, History, HistoryCommit, Revision, Signature } from '../core/index.ts';
import { openRepository, type Repository } from './git-repository.ts';

/** More commits than anyone makes to one reviews file. */
const MOST_COMMITS = 5_000;

/**
 * Asks git for earlier states of the workspace folder. Signatures are checked with the programs of this computer and, for SSH, with
 * the allowed signers of this user: nothing that the repository's settings name has a say.
 */
export function gitHistory(root: string): History {
  const within = async <T>(answer: (repository: Repository) => Promise<T | GitProblem>) => {
    const repository = await openRepository(root);
    return 'problem' in repository ? repository : answer(repository);
  };
  return {
    identity: () => within(identity),
    at: (revision) => within((repository) => revisionAt(repository, revision)),
    timeOf: (revision) => within((repository) => timeOf(repository, revision)),
    commits: (path) => within((repository) => commitsOf(repository, path)),
  };
}

async function identity({ ask }: Repository): Promise<string | GitProblem> {
  const answer = await ask('-c', 'user.useConfigOnly=true', 'var', 'GIT_AUTHOR_IDENT');
  const person = 'output' in answer ? /^(.+ <.+>) \d+ [+-]\d+\s*$/.exec(answer.output)?.[1] : undefined;
  return (
    person ?? {
      problem:
        'Git does not know who you are. Run "git config --global user.name" with your name and "git config --global user.email" with your address.',
    }
  );
}

async function commitOf({ ask }: Repository, revision: string): Promise<string | GitProblem> {
  const answer =
    revision === '' || revision.startsWith('-')
      ? undefined
      : await ask('rev-parse', '--verify', '--quiet', `${revision}^{commit}`);
  if (answer && 'output' in answer) return answer.output.trim();
  const shallow = await ask('rev-parse', '--is-shallow-repository');
  const isShallow = 'output' in shallow && shallow.output.trim() === 'true';
  const why = isShallow
    ? 'this clone is shallow; run "git fetch --unshallow"'
    : 'it may have been rebased away';
  return { problem: `Git has no commit ${JSON.stringify(revision.slice(0, 40))}: ${why}.` };
}

async function revisionAt(repository: Repository, revision: string): Promise<Revision | GitProblem> {
  const commit = await commitOf(repository, revision);
  if (typeof commit !== 'string') return commit;
  const { prefix, ask } = repository;
  const where = prefix === '' ? [] : ['--', prefix];
  const listed = await ask(
    '--literal-pathspecs',
    'ls-tree',
    '-r',
    '-l',
    '-z',
    '--full-tree',
    commit,
    ...where,
  );
  if ('problem' in listed) return listed;
  const blobs = new Map<string, { readonly blob: string; readonly size: number }>();
  for (const line of listed.output.split('\0')) {
    const [, blob, size, path] = /^100\d{3} blob ([0-9a-f]+) +(\d+)\t(.*)$/s.exec(line) ?? [];
    if (blob && path) blobs.set(path.slice(prefix.length).normalize('NFC'), { blob, size: Number(size) });
  }
  const read = async (path: string, atMost: number): Promise<FileContent> => {
    const found = blobs.get(posix.normalize(path).normalize('NFC'));
    if (!found) return { kind: 'missing' };
    if (found.size > atMost) return { kind: 'too-large', size: found.size };
    const text = await ask('cat-file', 'blob', found.blob);
    return 'problem' in text
      ? { kind: 'unreadable', reason: text.problem }
      : { kind: 'text', text: text.output };
  };
  return { commit, paths: [...blobs.keys()], files: { read } };
}

async function timeOf(repository: Repository, revision: string): Promise<string | GitProblem> {
  const commit = await commitOf(repository, revision);
  if (typeof commit !== 'string') return commit;
  const answer = await repository.ask('show', '--no-patch', '--format=%ct', commit);
  return 'problem' in answer ? answer : isoTime(answer.output.trim());
}

async function commitsOf(
  repository: Repository,
  path: string,
): Promise<readonly HistoryCommit[] | GitProblem> {
  const { ask } = repository;
  const answer = await ask(
    ...(await signatureSettings(ask)),
    '--literal-pathspecs',
    'log',
    '--full-history',
    `--max-count=${MOST_COMMITS}`,
    '-z',
    '--format=%H%x01%P%x01%an <%ae>%x01%ct%x01%G?%x01%GS',
    'HEAD',
    '--',
    path,
  );
  if ('problem' in answer) return answer;
  const commits = answer.output
    .split('\0')
    .filter((line) => line !== '')
    .map(readCommit);
  return withRealParents(commits, ask);
}

function readCommit(line: string): HistoryCommit {
  const [commit = '', parents = '', author = '', at = '', state = '', signer = ''] = line.split('\x01');
  return {
    commit,
    parents: parents.split(' ').filter((one) => one !== ''),
    author,
    at: isoTime(at),
    signature: signatureOf(state, signer),
  };
}

/** A shallow clone shows its oldest commits as if nothing had been before them. */
async function withRealParents(
  commits: readonly HistoryCommit[],
  ask: Repository['ask'],
): Promise<readonly HistoryCommit[]> {
  const shallow = await ask('rev-parse', '--is-shallow-repository');
  if (!('output' in shallow) || shallow.output.trim() !== 'true') return commits;
  return Promise.all(
    commits.map(async (one) => {
      if (one.parents.length > 0) return one;
      const raw = await ask('cat-file', 'commit', one.commit);
      const [head = ''] = 'output' in raw ? raw.output.split('\n\n', 1) : [];
      return {
        ...one,
        parents: [...head.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, parent = '']) => parent),
      };
    }),
  );
}

/** `ask` turns signing programs off; here they are those that every computer has under their own names. */
async function signatureSettings(ask: Repository['ask']): Promise<readonly string[]> {
  const signers = await ask('config', '--show-scope', '--path', '--get-all', 'gpg.ssh.allowedSignersFile');
  const lines = 'output' in signers ? signers.output.split('\n') : [];
  const own = lines.findLast((line) => /^(?:global|system)\t/.test(line)) ?? '';
  const file = own.slice(own.indexOf('\t') + 1);
  const settings: readonly (readonly [string, string])[] = [
    ['gpg.program', 'gpg'],
    ['gpg.openpgp.program', 'gpg'],
    ['gpg.x509.program', 'gpgsm'],
    ['gpg.ssh.program', 'ssh-keygen'],
    ['gpg.ssh.allowedSignersFile', file === '' ? '/dev/null' : file],
  ];
  return settings.flatMap(([key, value]) => ['-c', `${key}=${value}`]);
}

function signatureOf(state: string, signer: string): Signature {
  switch (state) {
    case 'G':
      return { state: 'good', signer };
    case 'N':
    case '':
      return { state: 'none' };
    // The key is not known here, or nobody vouches for whose it is.
    case 'E':
    case 'U':
      return { state: 'unknown' };
    default:
      return { state: 'bad' };
  }
}

function isoTime(seconds: string): string {
  const time = new Date(Number(seconds) * 1000);
  return Number.isNaN(time.getTime()) ? '' : time.toISOString();
}
