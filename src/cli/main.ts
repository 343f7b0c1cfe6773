import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import { addAnswer } from './answer.ts';
import { addAnswers } from './answers.ts';
import { addBrief } from './brief.ts';
import { addCheck } from './check.ts';
import { addCollect } from './collect.ts';
import { EXIT } from './exit-code.ts';
import { addExplain } from './explain.ts';
import { addHandIn } from './hand-in.ts';
import { addHandOver } from './hand-over.ts';
import { addInit } from './init.ts';
import { addLint } from './lint.ts';
import { addList } from './list.ts';
import { addNew } from './new.ts';
import { addPlan } from './plan.ts';
import { addReview } from './review.ts';
import { addShow } from './show.ts';
import { addStatus } from './status.ts';
import { processTerminal, refuse } from './terminal.ts';
import { addTrust } from './trust.ts';
import { addReviews } from './verify-reviews.ts';

const HELP = `
A lane is one unit of work, drawn so that one agent can finish it without talking to another agent. It is one file,
NAME.lane.yaml; its id is NAME. Commands work anywhere inside a workspace: its root is the nearest folder upwards with
lanekeeper.yaml, else with .git, else the current folder, unless that is a whole disk or home folder.

Start here:
  $ lanekeeper init                      settings and a place for shared context
  $ lanekeeper new                       a lane about your own work, from at most four questions
  $ lanekeeper lint                      what is weak in the lanes
  $ lanekeeper check ID                  whether the work of a lane passes its checks
  $ lanekeeper status                    what waits for whom

Exit codes:
  0    nothing found at or above --fail-on; every check passed
  1    findings at or above --fail-on; a check that did not pass
  2    could not run
  3    commands that are not allowed on this machine
  130  cancelled`;

const terminal = processTerminal();

process.on('uncaughtException', reportBug);
process.on('SIGINT', () => process.exit(EXIT.cancelled));
void run();

async function run(): Promise<void> {
  if (!hasCurrentFolder()) {
    terminal.end(refuse(terminal, 'The current folder is no longer there. Go to one that is.'));
    return;
  }
  try {
    await program().parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) terminal.end(error.exitCode === 0 ? EXIT.clean : EXIT.failed);
    else reportBug(error);
  }
}

/** False where somebody deleted the folder of the shell. */
function hasCurrentFolder(): boolean {
  try {
    process.cwd();
    return true;
  } catch {
    return false;
  }
}

function program(): Command {
  const command = new Command('lanekeeper')
    .description('Design lanes that AI agents run in: agree on the intent before, judge the outcome after.')
    .version(version)
    .option('--no-color', 'never colour the output; NO_COLOR does the same')
    .addHelpText('after', HELP)
    .exitOverride();
  const commands = [
    addInit,
    addNew,
    addLint,
    addCheck,
    addTrust,
    addStatus,
    addReview,
    addBrief,
    addHandOver,
    addHandIn,
    addAnswers,
    addAnswer,
    addReviews,
    addPlan,
    addCollect,
    addList,
    addShow,
    addExplain,
  ];
  for (const add of commands) add(command, terminal);
  return command;
}

function reportBug(error: unknown): never {
  const message = error instanceof Error ? error.message : String(error);
  terminal.note(`This is a bug in Lanekeeper: ${message.split('\n', 1)[0]}`);
  if (process.env.LANEKEEPER_DEBUG === '1' && error instanceof Error) terminal.note(error.stack ?? '');
  process.exit(EXIT.failed);
}
