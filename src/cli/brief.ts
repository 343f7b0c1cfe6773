import type { Command } from 'commander';
import {
  composeBrief,
  laneDigest,
  loadContexts,
  planChecks,
  SETTINGS_PATH,
  type SoundLane,
  sharedContext,
} from '../core/index.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { effectiveNow, type OpenLane, openSoundLane } from './open-lane.ts';
import { safeJson } from './safe-json.ts';
import { refuse, type Terminal } from './terminal.ts';

const HELP = `
Shared context is part of the brief; other files are named. Nothing is recorded: \`lanekeeper hand-over\` does that.

Examples:
  $ lanekeeper brief refund-mail
  $ lanekeeper brief refund-mail --json       {"lane":…,"digest":…,"brief":…}`;

/** `lanekeeper brief ID`: what an agent gets. */
export function addBrief(program: Command, terminal: Terminal): void {
  program
    .command('brief')
    .argument('<id>', 'the id of a lane, or its path in the workspace')
    .description('print what an agent gets to read, in Markdown')
    .option('--json', 'print JSON')
    .addHelpText('after', HELP)
    .action(async (id: string, options: { readonly json?: true }) =>
      terminal.end(await brief(id, options, terminal)),
    );
}

async function brief(id: string, { json }: { readonly json?: true }, terminal: Terminal): Promise<ExitCode> {
  const open = await openSoundLane(id);
  if ('problem' in open) return refuse(terminal, open.problem);
  const composed = await briefOf(open);
  const digest = laneDigest(await effectiveNow(open));
  if (json) terminal.print(safeJson({ lane: open.file.id, digest, brief: composed }, 2));
  else terminal.print(composed.trimEnd());
  return EXIT.clean;
}

/** The brief of a lane as it is now. */
export async function briefOf({
  file,
  workspace,
  host,
  reviews,
}: OpenLane & { readonly file: SoundLane }): Promise<string> {
  const { settings, files } = workspace.loaded.board;
  const contexts = await loadContexts(sharedContext(file, settings, files), host.files);
  return composeBrief({
    file,
    contexts,
    inheritedNever: settings.defaults.never.map(({ value }) => value),
    plan: planChecks(file, settings, SETTINGS_PATH),
    answers: reviews?.answers ?? [],
  });
}
