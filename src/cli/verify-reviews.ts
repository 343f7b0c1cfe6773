import type { Command } from 'commander';
import { lineIndex, type Verification, type VerifiedReview, verifyReviews } from '../core/index.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { textsOf } from './findings.ts';
import type { Texts } from './lint-json.ts';
import { openHost } from './open-lane.ts';
import { plural } from './report.ts';
import { safeJson } from './safe-json.ts';
import { refuse, type Terminal } from './terminal.ts';
import { visible } from './visible.ts';
import { openWorkspace } from './workspace.ts';

interface VerifyOptions {
  readonly base?: string;
  readonly json?: true;
}

const HELP = `
Who a commit names as its author is self-declared, so a review is "unverified" unless the commit that added it is signed by the
person the review names. Signatures are checked with gpg or ssh-keygen and the keys and allowed signers of this user, never with
settings of the repository. Reviews since the base are judged by the policy at the base, so that no change allows itself.

Examples:
  $ lanekeeper reviews verify
  $ lanekeeper reviews verify --base origin/main --json

Exit codes:
  0    nothing speaks against any review
  1    a review is forged, copied, back-dated, edited or not allowed by the policy
  2    could not run`;

/** `lanekeeper reviews verify`: holds each review against the commit that added it. */
export function addReviews(program: Command, terminal: Terminal): void {
  program
    .command('reviews')
    .description('look into the reviews of the workspace')
    .command('verify')
    .description('hold each review against the commit that added it, and against the policy')
    .option(
      '--base <revision>',
      'where the policy is taken from; where this branch left its target otherwise',
    )
    .option('--json', 'print JSON')
    .addHelpText('after', HELP)
    .action(async (options: VerifyOptions) => terminal.end(await verify(options, terminal)));
}

async function verify({ base, json }: VerifyOptions, terminal: Terminal): Promise<ExitCode> {
  const workspace = await openWorkspace(process.cwd());
  if ('problem' in workspace) return refuse(terminal, workspace.problem);
  const host = openHost(workspace.root);
  const commit = base ?? (await host.baseOf(undefined));
  if (typeof commit !== 'string') return refuse(terminal, commit.problem);
  const { loaded } = workspace;
  const lanes = [...loaded.board.lanes.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  const found = await verifyReviews(lanes, loaded, commit, host);
  if ('problem' in found) return refuse(terminal, found.problem);
  const texts = textsOf(workspace);
  if (json) terminal.print(safeJson(verificationJson(found, texts), 2));
  else for (const line of report(found, texts, terminal)) terminal.print(line);
  const isSound = found.problems.length === 0 && found.reviews.every(({ state }) => state !== 'false');
  return isSound ? EXIT.clean : EXIT.findings;
}

function verificationJson({ reviews, problems }: Verification, texts: Texts) {
  return {
    reviews: reviews.map(({ path, entry, state, because, addedBy }) => ({
      path,
      ...placeOf({ path, entry }, texts),
      list: entry.list,
      verdict: entry.verdict,
      by: entry.by,
      at: entry.at,
      state,
      because,
      ...(addedBy ? { commit: addedBy } : {}),
    })),
    problems: problems.map(({ path, message }) => ({ path, message })),
  };
}

function placeOf({ path, entry }: Pick<VerifiedReview, 'path' | 'entry'>, texts: Texts) {
  return lineIndex(texts(path) ?? '').position(entry.span.start);
}

function report({ reviews, problems }: Verification, texts: Texts, { colors }: Terminal): readonly string[] {
  const colored = { verified: colors.green, unverified: colors.yellow, false: colors.red };
  const count = (state: VerifiedReview['state']) => reviews.filter((one) => one.state === state).length;
  return [
    ...reviews.flatMap((one) => {
      const { line, column } = placeOf(one, texts);
      const { state, entry, because } = one;
      const head = `${colored[state](state.padEnd(10))}  ${visible(one.path)}:${line}:${column}  ${visible(entry.verdict)} by ${visible(entry.by)}`;
      return [head, ...because.map((reason) => `            ${visible(reason)}`)];
    }),
    ...problems.map(
      ({ path, message }) => `${colors.red('false     ')}  ${visible(path)}  ${visible(message)}`,
    ),
    `${plural(reviews.length, 'review')}: ${count('verified')} verified, ${count('unverified')} unverified, ${count('false')} false; ${plural(problems.length, 'problem')} beside them`,
  ];
}
