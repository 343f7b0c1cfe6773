import {
  changedCommands,
  describeCommands,
  isSound,
  type LaneCommand,
  laneCommands,
  laneWord,
  planChecks,
  readLaneFile,
  readSettings,
  SETTINGS_PATH,
  trustDigest,
} from '../core/index.ts';
import type { NodeCheckHost } from '../node/index.ts';
import { openQuestions } from './ask.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { PlannedLane } from './select-checks.ts';
import { refuse, type Terminal } from './terminal.ts';
import { visible } from './visible.ts';

/** What allows commands beside what this user has allowed before. */
export interface Allowance {
  /** Digests that the caller has read and allows for this run. */
  readonly digests: readonly string[];
  /** A revision whose commands are allowed. */
  readonly ref?: string;
  /** True if a person can be asked. */
  readonly mayAsk: boolean;
}

/** The commands of one lane as this run would start them, with the digest under which they are allowed. */
export interface ShownCommands {
  readonly lane: PlannedLane;
  readonly commands: readonly LaneCommand[];
  readonly digest: string;
}

/** What a lane starts. Whatever is run later must come from this very plan. */
export function commandsOf(lane: PlannedLane, { shell, root }: NodeCheckHost): ShownCommands {
  const commands = laneCommands(lane.plan, shell);
  return { lane, commands, digest: trustDigest(commands, root) };
}

/** Undefined if every command of these lanes is allowed; else the code with which to end. Nothing has run by then. */
export async function whyNotAllowed(
  lanes: readonly PlannedLane[],
  host: NodeCheckHost,
  allowance: Allowance,
  terminal: Terminal,
): Promise<ExitCode | undefined> {
  const open: ShownCommands[] = [];
  for (const shown of lanes.map((lane) => commandsOf(lane, host))) {
    if (shown.commands.length === 0 || allowance.digests.includes(shown.digest)) continue;
    if (await host.trust.allows(shown.digest)) continue;
    const atRef = allowance.ref === undefined ? undefined : await commandsAt(allowance.ref, shown, host);
    if (atRef !== undefined && 'problem' in atRef) return refuse(terminal, atRef.problem);
    if (atRef?.digest !== shown.digest) open.push(shown);
  }
  if (open.length === 0) return undefined;
  if (allowance.mayAsk) return (await askToAllow(open, host, terminal)) ? undefined : EXIT.notTrusted;
  for (const shown of open) for (const line of refusal(shown, allowance.ref)) terminal.note(line);
  return EXIT.notTrusted;
}

/** Shows the commands of lanes to a person, and remembers what is allowed. False if one is not. */
export async function askToAllow(
  open: readonly ShownCommands[],
  host: NodeCheckHost,
  terminal: Terminal,
): Promise<boolean> {
  const questions = openQuestions();
  try {
    for (const shown of open) {
      for (const line of await presentation(shown, host, terminal)) terminal.print(line);
      if (!(await questions.confirm('Allow exactly these commands?'))) {
        terminal.note('Nothing was allowed, and nothing ran.');
        return false;
      }
      const seen = { lane: shown.lane.file.id, commands: shown.commands };
      const problem = await host.trust.allow(shown.digest, seen);
      if (problem !== undefined) terminal.note(problem);
    }
    return true;
  } finally {
    questions.close();
  }
}

/** The commands of a lane, each on a line of its own with nothing hidden. */
export function commandLines(commands: readonly LaneCommand[]): readonly string[] {
  const texts = describeCommands(commands);
  const width = Math.max(0, ...texts.map(({ check }) => check.length));
  return texts.flatMap(({ check, command, details }) => [
    `  ${check.padEnd(width)}  ${command.split('\n').join(`\n  ${' '.repeat(width)}  `)}`,
    ...(details.length > 0 ? [`  ${' '.repeat(width)}  (${details.join('; ')})`] : []),
  ]);
}

async function presentation(
  { lane: { file }, commands }: ShownCommands,
  { root, shell, trust }: NodeCheckHost,
  { colors }: Terminal,
): Promise<readonly string[]> {
  const before = await trust.lastAllowed?.(file.id);
  return [
    '',
    colors.bold(
      `The lane ${JSON.stringify(visible(file.id))} starts these commands, which you have not allowed yet:`,
    ),
    '',
    ...commandLines(commands),
    '',
    ...(before === undefined ? [] : [...changes(before, commands), '']),
    `They run in ${visible(root)} with ${visible(shell)}, as you, and start whatever code of the repository they name.`,
  ];
}

function changes(before: readonly LaneCommand[], after: readonly LaneCommand[]): readonly string[] {
  const changed = changedCommands(before, after);
  if (changed.length === 0) return ['They are those that you allowed last, for another folder.'];
  return [
    'Since you allowed some last:',
    ...changed.flatMap((one) => {
      const lines = (sign: string, command: LaneCommand) =>
        commandLines([command]).map((line) => `  ${sign}${line.slice(1)}`);
      return [
        ...('before' in one ? lines('-', one.before) : []),
        ...('after' in one ? lines('+', one.after) : []),
      ];
    }),
  ];
}

function refusal({ lane: { file }, digest }: ShownCommands, ref: string | undefined): readonly string[] {
  const word = laneWord(file);
  const differ =
    ref === undefined ? '' : ` They differ from those at ${JSON.stringify(visible(ref))}, or were not there.`;
  return [
    `The commands of the lane ${JSON.stringify(visible(file.id))} are not allowed on this machine.${differ} Nothing ran.`,
    `  \`lanekeeper trust ${word}\` shows them and asks you, once.`,
    `  Where nobody can be asked: read \`lanekeeper trust --print ${word}\`, then add --allow ${digest}`,
  ];
}

/** The commands of the same lane at a revision, planned in the same way; undefined where it was not there or was broken. */
async function commandsAt(
  ref: string,
  { lane: { file } }: ShownCommands,
  host: NodeCheckHost,
): Promise<ShownCommands | { readonly problem: string } | undefined> {
  const commit = await host.git.resolve(ref);
  if (typeof commit !== 'string') return commit;
  const text = await host.git.show(commit, file.path);
  const settings = await host.git.show(commit, SETTINGS_PATH);
  if (typeof text === 'object') return text;
  if (typeof settings === 'object') return settings;
  const then = text === undefined ? undefined : readLaneFile(file.path, text);
  const known = readSettings(settings ?? '');
  if (then === undefined || !isSound(then) || then.problems.length + known.problems.length > 0)
    return undefined;
  return commandsOf({ file: then, plan: planChecks(then, known.settings, SETTINGS_PATH) }, host);
}
