import { resolve } from 'node:path';
import type { Command } from 'commander';
import {
  type CheckReport,
  decodeText,
  dueChecks,
  type Expected,
  effectiveLane,
  laneDigest,
  loadContexts,
  mergeReports,
  readReport,
  type ShardReport,
  sharedContext,
  unreportedChecks,
} from '../core/index.ts';
import { nodeCheckHost, nodeFiles, realPath } from '../node/index.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { textsOf } from './findings.ts';
import { gather } from './gather.ts';
import { reportCheck, reportTotal } from './report-checks.ts';
import { safeJson } from './safe-json.ts';
import { type SelectedLanes, selectPlans } from './select-checks.ts';
import { refuse, type Terminal } from './terminal.ts';
import { visible } from './visible.ts';
import { type OpenWorkspace, openWorkspace, type Refusal } from './workspace.ts';
import { readReportOption, type WantedReport, writeReports } from './write-reports.ts';

interface CollectOptions {
  readonly lane?: readonly string[];
  readonly json?: true;
  readonly report?: readonly WantedReport[];
}

/** A report holds at most 16 KiB of output of each check. */
const MOST_BYTES = 64 * 1024 * 1024;

const HELP = `
A due check that no shard reported is not started, so that a shard which was lost is seen. Reports of another commit, or of
another version of a lane, are refused.

Examples:
  $ lanekeeper collect reports/*.json
  $ lanekeeper collect reports/*.json --lane refund-mail --report junit=checks.xml`;

/** `lanekeeper collect FILES…`: one report from those of shards. */
export function addCollect(program: Command, terminal: Terminal): void {
  program
    .command('collect')
    .argument('<files...>', 'reports that `lanekeeper check --report json=FILE` wrote')
    .description('bring the reports of shards together; exit codes as those of check')
    .option(
      '--lane <id>',
      'only this lane was planned (repeatable); every lane that has not ended otherwise',
      gather,
    )
    .option('--report <reports>', 'write junit=FILE, json=FILE, or both with a comma', readReportOption)
    .option('--json', 'print JSON as schemas/check.schema.json describes it')
    .addHelpText('after', HELP)
    .action(async (files: string[], options: CollectOptions) =>
      terminal.end(await collect(files, options, terminal)),
    );
}

async function collect(
  files: readonly string[],
  options: CollectOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const workspace = await openWorkspace(process.cwd());
  if ('problem' in workspace) return refuse(terminal, workspace.problem);
  const selected = selectPlans({ ids: options.lane ?? [], isAll: true }, workspace);
  if ('problem' in selected) return refuse(terminal, selected.problem);
  if (selected.broken.length > 0) return refuse(terminal, selected.broken.join('\n'));
  const shards: ShardReport[] = [];
  for (const name of files) {
    const report = await readShard(name);
    if ('problem' in report) return refuse(terminal, report.problem);
    shards.push({ name: visible(name), report });
  }
  const merged = mergeReports(shards, await expectedOf(selected, workspace));
  if ('problems' in merged) return refuse(terminal, merged.problems.map(visible).join('\n'));
  const unwritten = writeReports(merged, options.report);
  if (options.json) terminal.print(safeJson(merged, 2));
  else {
    for (const check of merged.checks) for (const line of reportCheck(check, terminal)) terminal.print(line);
    terminal.print(reportTotal(merged));
  }
  for (const problem of unwritten) terminal.note(problem);
  if (!merged.summary.isPass) return EXIT.findings;
  return unwritten.length > 0 ? EXIT.failed : EXIT.clean;
}

async function readShard(name: string): Promise<CheckReport | Refusal> {
  const path = realPath(resolve(name));
  const shown = JSON.stringify(visible(name));
  if (path === undefined) return { problem: `There is no file ${shown}.` };
  const slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  const content = await nodeFiles(path.slice(0, slash + 1)).read(path.slice(slash + 1), MOST_BYTES);
  if (content.kind === 'missing') return { problem: `There is no file ${shown}.` };
  if (content.kind === 'unreadable') return { problem: `${shown} cannot be read: ${content.reason}.` };
  if (content.kind === 'too-large') return { problem: `${shown} is larger than 64 MiB, and no report is.` };
  const decoded = decodeText(content);
  return 'text' in decoded
    ? readReport(visible(name), decoded.text)
    : { problem: `${shown}: ${decoded.problem.message}` };
}

async function expectedOf({ lanes }: SelectedLanes, workspace: OpenWorkspace): Promise<Expected> {
  const { board } = workspace.loaded;
  const host = nodeCheckHost(workspace.root);
  const laneDigests = new Map<string, string>();
  for (const file of board.lanes.values()) {
    if (!file.lane) continue;
    const sound = { ...file, lane: file.lane };
    const contexts = await loadContexts(sharedContext(sound, board.settings, board.files), workspace.files);
    laneDigests.set(file.id, laneDigest(effectiveLane(sound, board.settings, contexts)));
  }
  const head = await host.git.head();
  const due = await dueChecks(
    lanes.flatMap(({ plan }) => plan),
    host,
    workspace.loaded,
  );
  return {
    laneDigests,
    planned: unreportedChecks(due, textsOf(workspace)),
    ...('commit' in head && head.commit !== undefined ? { commit: head.commit } : {}),
  };
}
