import type { Command } from 'commander';
import { appendReview, nearest } from '../core/index.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { changeReviewsOf, type OpenLane, openLane } from './open-lane.ts';
import { safeJson } from './safe-json.ts';
import { refuse, type Terminal } from './terminal.ts';
import { visible } from './visible.ts';

const HELP = `
An answer is part of the brief from then on; the intent stays approved. Only a person at a terminal can answer.

Examples:
  $ lanekeeper answer refund-mail "any new field in the announcement" "none; keep the mail's id in refunds"`;

/** `lanekeeper answer ID DECISION ANSWER`: answers a reserved decision that came up. */
export function addAnswer(program: Command, terminal: Terminal): void {
  program
    .command('answer')
    .argument('<id>', 'the id of a lane, or its path in the workspace')
    .argument('<decision>', 'the decision, as it was asked or as the lane reserves it')
    .argument('<answer>', 'what you say to it')
    .description('answer a decision that came up in a lane')
    .option('--json', 'print JSON')
    .addHelpText('after', HELP)
    .action(async (id: string, decision: string, answer: string, options: { readonly json?: true }) =>
      terminal.end(await answerIt({ id, decision, answer, ...options }, terminal)),
    );
}

interface Given {
  readonly id: string;
  readonly decision: string;
  readonly answer: string;
  readonly json?: true;
}

async function answerIt({ id, decision, answer, json }: Given, terminal: Terminal): Promise<ExitCode> {
  if (answer.trim() === '') return refuse(terminal, 'The answer is empty. Say what holds.');
  const open = await openLane(id);
  if ('problem' in open) return refuse(terminal, open.problem);
  const known = decisionsOf(open);
  if (!known.includes(decision)) return refuse(terminal, unknown(decision, known));
  if (!terminal.isInteractive)
    return refuse(terminal, 'Only a person at a terminal can answer. Run it there; an agent never can.');
  const by = await open.host.history.identity();
  if (typeof by !== 'string') return refuse(terminal, by.problem);
  const entry = { decision, answer, by, at: open.host.now() };
  const problem = await changeReviewsOf(open, (path) => (text) => appendReview(path, text, 'answers', entry));
  if (problem !== undefined) return refuse(terminal, problem);
  terminal.print(json ? safeJson({ lane: open.file.id, answer: entry }, 2) : 'Answered.');
  return EXIT.clean;
}

/** What was asked, and what the lane reserves. */
function decisionsOf({ file, reviews }: OpenLane): readonly string[] {
  const asked = reviews?.asked ?? [];
  const reserved = file.lane?.limits.decisions.reserved ?? [];
  return [...new Set([...asked.map((one) => one.decision.value), ...reserved.map(({ value }) => value)])];
}

function unknown(decision: string, known: readonly string[]): string {
  const near = nearest(decision, known);
  const name = JSON.stringify(visible(decision));
  if (known.length === 0) return `The decision ${name} was not asked, and the lane reserves none.`;
  return near === undefined
    ? `The decision ${name} was neither asked nor reserved. There is: ${known.map(visible).join('; ')}.`
    : `The decision ${name} was neither asked nor reserved. Did you mean ${JSON.stringify(visible(near))}?`;
}
