import type { Command } from 'commander';
import { laneWord } from '../core/index.ts';
import { nodeCheckHost } from '../node/index.ts';
import { askToAllow, commandLines, commandsOf } from './allow-commands.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { selectPlans } from './select-checks.ts';
import { refuse, type Terminal } from './terminal.ts';
import { visible } from './visible.ts';
import { openWorkspace } from './workspace.ts';

interface TrustOptions {
  readonly print?: true;
  readonly json?: true;
}

const HELP = `
What you allow is remembered for this user, on this machine, for this folder, as the digest of exactly these commands. When
one of them changes, you are asked again. Nothing in the repository can allow anything.

Examples:
  $ lanekeeper trust refund-mail
  $ lanekeeper trust --print refund-mail`;

/** `lanekeeper trust ID…`: shows what the checks of a lane would run, and asks to allow it. */
export function addTrust(program: Command, terminal: Terminal): void {
  program
    .command('trust')
    .argument('<ids...>', 'ids of lanes, or their paths in the workspace')
    .description('allow the commands of a lane to run on this machine, after showing them')
    .option('--print', 'print the commands and their digest, and allow nothing')
    .option('--json', 'with --print: print JSON')
    .addHelpText('after', HELP)
    .action(async (ids: string[], options: TrustOptions) =>
      terminal.end(await trust(ids, options, terminal)),
    );
}

async function trust(
  ids: readonly string[],
  { print, json }: TrustOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (json && !print) return refuse(terminal, '--json goes with --print.');
  const workspace = await openWorkspace(process.cwd());
  if ('problem' in workspace) return refuse(terminal, workspace.problem);
  const selected = selectPlans({ ids, isAll: false }, workspace);
  if ('problem' in selected) return refuse(terminal, selected.problem);
  const host = nodeCheckHost(workspace.root);
  const shown = selected.lanes.map((lane) => commandsOf(lane, host));
  if (json) {
    const lanes = shown.map(({ lane, commands, digest }) => ({ lane: lane.file.id, digest, commands }));
    terminal.print(JSON.stringify({ root: host.root, lanes }, null, 2));
    return EXIT.clean;
  }
  if (print) {
    for (const { lane, commands, digest } of shown)
      for (const line of [visible(lane.file.id), ...commandLines(commands), `  ${digest}`])
        terminal.print(line);
    return EXIT.clean;
  }
  if (!terminal.isInteractive) {
    const words = selected.lanes.map(({ file }) => laneWord(file)).join(' ');
    terminal.note(
      `Only a person at a terminal can allow commands for later. Run \`lanekeeper trust ${words}\` there; or read \`lanekeeper trust --print ${words}\` and give its digest to \`check --allow\`.`,
    );
    return EXIT.notTrusted;
  }
  const open = [];
  for (const one of shown)
    if (one.commands.length > 0 && !(await host.trust.allows(one.digest))) open.push(one);
  if (open.length === 0) {
    terminal.print('You have allowed all of that already.');
    return EXIT.clean;
  }
  return (await askToAllow(open, host, terminal)) ? EXIT.clean : EXIT.notTrusted;
}
