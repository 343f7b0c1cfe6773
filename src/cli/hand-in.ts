import type { Command } from 'commander';
import {
  dueChecks,
  handInReview,
  planChecks,
  SETTINGS_PATH,
  type SoundLane,
  shellWord,
  unanswered,
} from '../core/index.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { changeReviewsOf, gatesOf, type OpenLane, openSoundLane } from './open-lane.ts';
import { safeJson } from './safe-json.ts';
import { refuse, type Terminal } from './terminal.ts';
import { visible } from './visible.ts';

const HELP = `
The last thing an agent does. Its work must be committed. It runs nothing: it says which checks are due.

Examples:
  $ lanekeeper hand-in refund-mail
  $ lanekeeper hand-in refund-mail --json`;

/** `lanekeeper hand-in ID`: records that an agent is done. */
export function addHandIn(program: Command, terminal: Terminal): void {
  program
    .command('hand-in')
    .argument('<id>', 'the id of a lane, or its path in the workspace')
    .description('hand a lane in: record that the agent is done')
    .option('--json', 'print JSON')
    .addHelpText('after', HELP)
    .action(async (id: string, options: { readonly json?: true }) =>
      terminal.end(await handIn(id, options, terminal)),
    );
}

async function handIn(id: string, { json }: { readonly json?: true }, terminal: Terminal): Promise<ExitCode> {
  const open = await openSoundLane(id);
  if ('problem' in open) return refuse(terminal, open.problem);
  const { stage, next } = await gatesOf(open);
  const [question] = open.reviews ? unanswered(open.reviews) : [];
  if (question)
    return refuse(
      terminal,
      `The decision ${JSON.stringify(visible(question.decision.value))} has no answer yet. \`lanekeeper answers ${shellWord(id)} --wait\` waits for it.`,
    );
  if (stage === 'outcome review') return refuse(terminal, 'The lane is handed in already.');
  if (next !== 'work')
    return refuse(
      terminal,
      `Nothing is out that could be handed in: ${next === 'hand over' ? 'hand it over first, as it is now' : `the stage of the lane is "${stage}"`}.`,
    );
  const head = await open.host.git.head();
  if (!('problem' in head) && head.dirty)
    return refuse(
      terminal,
      'There is work that is not committed. Commit what belongs to the lane, take back the rest.',
    );
  const commit = 'problem' in head ? undefined : head.commit;
  const at = open.host.now();
  const problem = await changeReviewsOf(open, (path) => (text) => handInReview(path, text ?? '', at, commit));
  if (problem !== undefined) return refuse(terminal, problem);
  const due = await dueOf(open);
  if (json) terminal.print(safeJson({ lane: open.file.id, in: at, ...(commit ? { commit } : {}), due }, 2));
  else {
    terminal.print(`Handed in${commit ? ` at ${commit.slice(0, 12)}` : ''}.`);
    if (due.length > 0)
      terminal.print(
        `Due before it is judged: ${due.map(visible).join(', ')}. \`lanekeeper check ${shellWord(open.file.id)} --due\` runs them.`,
      );
  }
  return EXIT.clean;
}

async function dueOf({
  file,
  host,
  workspace,
}: OpenLane & { readonly file: SoundLane }): Promise<readonly string[]> {
  const { board } = workspace.loaded;
  const due = await dueChecks(planChecks(file, board.settings, SETTINGS_PATH), host, { board });
  return due.map((check) => check.id);
}
