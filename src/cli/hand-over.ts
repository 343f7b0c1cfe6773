import { writeFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { appendReview, type LaneGates, laneDigest, shellWord } from '../core/index.ts';
import { describeFailure } from '../node/index.ts';
import { briefOf } from './brief.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { changeReviewsOf, effectiveNow, gatesOf, type OpenLane, openSoundLane } from './open-lane.ts';
import { safeJson } from './safe-json.ts';
import { refuse, type Terminal } from './terminal.ts';
import { visible } from './visible.ts';

interface HandOverOptions {
  readonly to: string;
  readonly toFile?: string;
  readonly stdout?: true;
  readonly anyway?: string;
  readonly json?: true;
}

const HELP = `
No agent is started: the brief is yours to give. That it was handed over is recorded in the reviews file of the lane.

Examples:
  $ lanekeeper hand-over refund-mail --to claude --to-file /tmp/refund-mail.md
  $ lanekeeper hand-over refund-mail --to codex --stdout | codex exec -
  $ lanekeeper hand-over refund-mail --to claude --stdout --anyway "the shop is down, Bea is away"`;

/** `lanekeeper hand-over ID --to NAME`: gives the brief of an approved lane, and records that. */
export function addHandOver(program: Command, terminal: Terminal): void {
  program
    .command('hand-over')
    .argument('<id>', 'the id of a lane, or its path in the workspace')
    .description('hand an approved lane over to an agent: give its brief, and record that')
    .requiredOption('--to <name>', 'the agent')
    .option('--to-file <file>', 'write the brief to this file, instead of printing it')
    .addOption(new Option('--stdout', 'print the brief, which is the default').conflicts('toFile'))
    .option('--anyway <reason>', 'although the intent is not approved; the reason is recorded')
    .option('--json', 'print JSON')
    .addHelpText('after', HELP)
    .action(async (id: string, options: HandOverOptions) =>
      terminal.end(await handOver(id, options, terminal)),
    );
}

async function handOver(id: string, options: HandOverOptions, terminal: Terminal): Promise<ExitCode> {
  const { to, toFile, anyway } = options;
  if (to.trim() === '' || anyway?.trim() === '')
    return refuse(terminal, 'Name the agent with --to, and with --anyway the reason.');
  const open = await openSoundLane(id);
  if ('problem' in open) return refuse(terminal, open.problem);
  const by = await open.host.history.identity();
  if (typeof by !== 'string') return refuse(terminal, by.problem);
  const gates = await gatesOf(open);
  const closed = whyClosed(gates, open, anyway);
  if (closed !== undefined) return refuse(terminal, closed);
  const brief = await briefOf(open);
  const unwritten = toFile === undefined ? undefined : write(toFile, brief);
  if (unwritten !== undefined) return refuse(terminal, unwritten);
  const isOverridden = gates.intent.state !== 'passed';
  const entry = {
    over: open.host.now(),
    by,
    to,
    digest: laneDigest(await effectiveNow(open)),
    anyway: isOverridden ? anyway : undefined,
  };
  const problem = await changeReviewsOf(open, (path) => (text) => appendReview(path, text, 'handed', entry));
  if (problem !== undefined) return refuse(terminal, problem);
  for (const need of unacceptedNeeds(open))
    terminal.note(`It needs the lane ${JSON.stringify(visible(need))}, which is not accepted yet.`);
  if (options.json)
    terminal.print(
      safeJson({ lane: open.file.id, handed: entry, ...(toFile ? { file: toFile } : { brief }) }, 2),
    );
  else if (toFile === undefined) terminal.print(brief.trimEnd());
  else terminal.print(`Handed over to ${visible(to)}: the brief is in ${visible(toFile)}.`);
  return EXIT.clean;
}

function whyClosed(
  { intent, stage }: LaneGates,
  { file }: OpenLane,
  anyway: string | undefined,
): string | undefined {
  if (stage === 'accepted' || stage === 'killed')
    return `The lane is ${stage}. Draw a new one for what is left.`;
  if (intent.state === 'passed' || anyway !== undefined) return undefined;
  return `The intent gate is ${intent.state}, not passed: \`lanekeeper status\` says why, \`lanekeeper review intent ${shellWord(file.id)} --verdict approved\` approves. --anyway REASON hands it over all the same.`;
}

function unacceptedNeeds({ file, workspace }: OpenLane): readonly string[] {
  const needs = file.lane?.needs.map(({ lane }) => lane.value) ?? [];
  return needs.filter((need) => !workspace.loaded.board.hasEnded(need));
}

function write(file: string, brief: string): string | undefined {
  try {
    writeFileSync(file, brief);
    return undefined;
  } catch (error) {
    return `The brief could not be written to ${JSON.stringify(visible(file))}: ${describeFailure(error)}. Nothing was recorded.`;
  }
}
