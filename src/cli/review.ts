import { type Command, Option } from 'commander';
import { isSamePerson, leaveToApprove } from '../core/index.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { ReviewOptions } from './given-review.ts';
import { type OpenLane, openLane } from './open-lane.ts';
import { reviewIntent } from './review-intent.ts';
import { reviewOutcome } from './review-outcome.ts';
import { refuse, type Terminal } from './terminal.ts';
import { visible } from './visible.ts';
import type { Refusal } from './workspace.ts';

const INTENT = ['approved', 'returned', 'withdrawn'];
const OUTCOME = ['accepted', 'returned', 'killed'];
const BECAUSE = ['outcome', 'context', 'limits', 'decisions', 'done', 'checks', 'none'];

const HELP = `
A review is added to NAME.reviews.yaml beside the lane, in your name as git knows it. Commit it. Only a person at a terminal
can approve or accept; the lane must be committed as it is, and lanekeeper.yaml says who may.

Examples:
  $ lanekeeper review intent refund-mail --verdict approved
  $ lanekeeper review intent refund-mail --verdict returned --note "What is the key of the mail?"
  $ lanekeeper review outcome refund-mail --verdict returned --because done --note "The mail arrives twice"
  $ lanekeeper review outcome loyalty --verdict killed --learned "Nobody opens the mail" --cost "3 h"`;

/** `lanekeeper review intent|outcome ID`: records what a reviewer says at a gate. */
export function addReview(program: Command, terminal: Terminal): void {
  program
    .command('review')
    .argument('<gate>', 'intent or outcome')
    .argument('<id>', 'the id of a lane, or its path in the workspace')
    .description('approve, accept, return or kill: record a verdict at a gate of a lane')
    .requiredOption(
      '--verdict <verdict>',
      `of an intent: ${INTENT.join(', ')}; of an outcome: ${OUTCOME.join(', ')}`,
    )
    .option('--note <text>', 'what you add')
    .addOption(
      new Option(
        '--because <part>',
        'of returned: the part of the lane that would have prevented it',
      ).choices(BECAUSE),
    )
    .option('--learned <text>', 'of killed: what was learned')
    .option('--cost <text>', 'of killed: what it cost')
    .option('--json', 'print JSON')
    .addHelpText('after', HELP)
    .action(async (gate: string, id: string, options: ReviewOptions) =>
      terminal.end(await review(gate, id, options, terminal)),
    );
}

async function review(
  gate: string,
  id: string,
  options: ReviewOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (gate !== 'intent' && gate !== 'outcome')
    return refuse(terminal, `There is no gate ${JSON.stringify(visible(gate))}. Write intent or outcome.`);
  const verdicts = gate === 'intent' ? INTENT : OUTCOME;
  if (!verdicts.includes(options.verdict))
    return refuse(
      terminal,
      `${JSON.stringify(visible(options.verdict))} is no verdict of the ${gate} gate. Write one of ${verdicts.join(', ')}.`,
    );
  const open = await openLane(id);
  if ('problem' in open) return refuse(terminal, open.problem);
  const by = await reviewerOf(open, options.verdict);
  if (typeof by !== 'string') return refuse(terminal, by.problem);
  const said = { open, by, options, terminal };
  const problem = gate === 'intent' ? await reviewIntent(said) : await reviewOutcome(said);
  return problem === undefined ? EXIT.clean : refuse(terminal, problem);
}

/** Who gives the review, if they may: an owner may always take back or kill what is theirs. */
async function reviewerOf({ file, host, workspace }: OpenLane, verdict: string): Promise<string | Refusal> {
  const by = await host.history.identity();
  if (typeof by !== 'string') return by;
  const { settingsFile, board } = workspace.loaded;
  const owner = file.lane?.owner?.value;
  const isApproving = verdict === 'approved' || verdict === 'accepted';
  if (!isApproving && owner !== undefined && isSamePerson(by, owner)) return by;
  if ((settingsFile?.problems.length ?? 0) > 0)
    return {
      problem:
        'lanekeeper.yaml cannot be relied on, so nobody knows who may approve. `lanekeeper lint lanekeeper.yaml` shows what is wrong with it.',
    };
  const leave = leaveToApprove(by, owner, board.settings.policy);
  return leave.isGiven ? by : { problem: visible(leave.because) };
}
