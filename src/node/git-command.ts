import { neutralise } from '../core/index.ts';
import { baseEnvironment } from './base-environment.ts';
import { keepOutput } from './kept-output.ts';
import { runProcess } from './run-process.ts';

/** What git answered, or why it could not, as a sentence for people. */
export type GitAnswer = { readonly output: string } | { readonly problem: string };

/** One question to git. */
export interface GitQuestion {
  readonly root: string;
  readonly args: readonly string[];
  /** Settings that win over those of the repository. */
  readonly settings: ReadonlyMap<string, string>;
  /** How much of the answer is wanted, in bytes; a longer one is a problem. */
  readonly atMost?: number;
  /** True if code 1 means that nothing was found. */
  readonly mayFindNothing?: boolean;
}

/** More than the largest answer that makes sense, in bytes. */
const MOST_ANSWERED = 64 * 1024 * 1024;

/** Longer than the largest repository takes, in milliseconds. */
const PATIENCE_MS = 120_000;

/** Settings of a repository by which git would start a program or ask the network, and those by which its answers differ. */
const GUARD: ReadonlyMap<string, string> = new Map([
  ['core.fsmonitor', 'false'],
  ['core.hooksPath', '/dev/null'],
  ['core.pager', 'cat'],
  ['core.sshCommand', 'false'],
  ['core.askPass', 'false'],
  ['core.editor', 'false'],
  ['core.quotePath', 'false'],
  ['credential.helper', ''],
  ['gpg.program', 'false'],
  ['log.showSignature', 'false'],
  ['protocol.allow', 'never'],
  // A folder of the work tree that looks like a repository has settings of its own, which came with a commit.
  ['safe.bareRepository', 'explicit'],
  ['diff.submodule', 'short'],
  ['diff.relative', 'false'],
  ['diff.noprefix', 'false'],
  ['diff.mnemonicPrefix', 'false'],
  ['diff.context', '3'],
  ['diff.interHunkContext', '0'],
  ['diff.algorithm', 'myers'],
  ['color.ui', 'false'],
  ['submodule.recurse', 'false'],
]);

/** Asks git one thing. Nothing that the repository's settings name is started, given that `settings` turns its filters off. */
export async function askGit(question: GitQuestion): Promise<GitAnswer> {
  const { root, args, settings, atMost = MOST_ANSWERED, mayFindNothing = false } = question;
  const stdout = keepOutput(atMost);
  const stderr = keepOutput(16 * 1024);
  const { end } = await runProcess({
    program: 'git',
    args: ['--no-pager', '--no-replace-objects', ...args],
    isShellLine: false,
    cwd: root,
    env: gitEnvironment(settings),
    timeoutMs: PATIENCE_MS,
    onOutput: (bytes, from) => (from === 'stdout' ? stdout : stderr).add(bytes),
  });
  switch (end.kind) {
    case 'exit':
      if (end.code === 1 && mayFindNothing) return { output: '' };
      if (end.code !== 0) return { problem: explain(stderr.text(), root) };
      if (stdout.isCut) return { problem: 'Git answers with more than can be looked at.' };
      return { output: stdout.text() };
    case 'not-started':
      return { problem: `Git cannot be asked: ${end.reason}` };
    case 'timed-out':
      return {
        problem: `Git did not answer within ${PATIENCE_MS / 1000} seconds. Try "git status" in ${root}.`,
      };
    case 'signal':
    case 'cancelled':
      return { problem: `Git was ended before it could answer. Try "git status" in ${root}.` };
  }
}

/** Settings come by the environment, where a name may hold any character. They win over every file. */
function gitEnvironment(settings: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const entries = [...GUARD, ...settings];
  return {
    ...baseEnvironment(process.env, []),
    // Messages are read below.
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    // Wins over a `protocol.file.allow` of the repository: not even a promised object is fetched.
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_CONFIG_COUNT: String(entries.length),
    ...Object.fromEntries(
      entries.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
      ]),
    ),
  };
}

const KNOWN: readonly (readonly [RegExp, (root: string) => string])[] = [
  [/not a git repository/, (root) => `${root} is not in a git repository. Run "git init" and commit once.`],
  [
    /dubious ownership/,
    (root) =>
      `Git does not trust the repository of ${root}, as it belongs to another user. If you trust it, run "git config --global --add safe.directory" with its folder.`,
  ],
  [
    /cannot use bare repository|must be run in a work tree/,
    (root) => `The repository of ${root} has no work tree. Open a checkout of it.`,
  ],
  [
    /unable to read tree|missing blob|bad object|Could not read|promisor/i,
    () =>
      'The repository lacks objects that are needed, as it was cloned without them. Run "git fetch --unshallow", or clone it whole.',
  ],
  [
    /index file (?:corrupt|smaller)|bad index|bad signature/,
    () => 'The index of the repository is damaged. Run "git reset".',
  ],
];

function explain(said: string, root: string): string {
  const known = KNOWN.find(([pattern]) => pattern.test(said));
  if (known) return known[1](root);
  const line =
    neutralise(said)
      .replace(/^(?:fatal|error): /gm, '')
      .trim()
      .split('\n')[0] ?? '';
  return line === '' ? `Git failed in ${root} and does not say why.` : `Git failed in ${root}: ${line}`;
}
