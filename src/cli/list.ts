import type { Command } from 'commander';
import { type Finding, lintLane } from '../core/index.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { endOf } from './lane-json.ts';
import { reportNoLanes } from './no-lanes.ts';
import { countBySeverity } from './report.ts';
import { refuse, type Terminal } from './terminal.ts';
import { LONGEST_TITLE, shortened, visible } from './visible.ts';
import { type OpenWorkspace, openWorkspace } from './workspace.ts';

interface ListOptions {
  readonly json?: true;
}

const EXAMPLES = `
Examples:
  $ lanekeeper list
  $ lanekeeper list --json`;

/** `lanekeeper list`: the lanes of the workspace. */
export function addList(program: Command, terminal: Terminal): void {
  program
    .command('list')
    .description('list the lanes of the workspace, broken ones included')
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (options: ListOptions) => terminal.end(await list(options, terminal)));
}

async function list({ json }: ListOptions, terminal: Terminal): Promise<ExitCode> {
  const workspace = await openWorkspace(process.cwd());
  if ('problem' in workspace) return refuse(terminal, workspace.problem);
  const rows = await rowsOf(workspace);
  if (json) terminal.print(JSON.stringify({ lanes: rows.map(rowJson) }, null, 2));
  else if (rows.length === 0) for (const line of reportNoLanes(workspace, [])) terminal.print(line);
  else for (const line of table(rows, terminal)) terminal.print(line);
  return EXIT.clean;
}

interface Row {
  readonly id: string;
  readonly path: string;
  readonly title?: string | undefined;
  readonly owner?: string | undefined;
  readonly ended?: 'accepted' | 'killed' | undefined;
  readonly findings: readonly Finding[];
}

async function rowsOf(workspace: OpenWorkspace): Promise<readonly Row[]> {
  const { board } = workspace.loaded;
  const rows: Row[] = [];
  for (const path of [...board.lanes.keys()].sort()) {
    await workspace.breathe();
    const file = board.lanes.get(path);
    if (!file) continue;
    const { id, lane } = file;
    const findings = lintLane(file, board);
    rows.push({
      id,
      path,
      title: lane?.title?.value,
      owner: lane?.owner?.value,
      ended: endOf(path, workspace),
      findings,
    });
  }
  return rows;
}

function rowJson({ findings, ...row }: Row) {
  const count = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return { ...row, errors: count('error'), warnings: count('warning') };
}

function table(rows: readonly Row[], { colors }: Terminal): readonly string[] {
  const shown = rows.map(({ id, title, ended, findings }) => ({
    id: visible(id),
    state: ended ?? countBySeverity(findings) ?? 'nothing found',
    title: shortened(visible(title ?? ''), LONGEST_TITLE),
  }));
  const width = (texts: readonly string[]): number => Math.max(...texts.map((text) => text.length));
  const ids = width(shown.map(({ id }) => id));
  const states = width(shown.map(({ state }) => state));
  return shown.map(({ id, state, title }) =>
    `${colors.bold(id.padEnd(ids))}  ${state.padEnd(states)}  ${title}`.trimEnd(),
  );
}
