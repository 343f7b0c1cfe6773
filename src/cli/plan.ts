import { type Command, Option } from 'commander';
import { dueChecks, githubMatrix, planJobs } from '../core/index.ts';
import { nodeCheckHost } from '../node/index.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { safeJson } from './safe-json.ts';
import { selectPlans } from './select-checks.ts';
import { refuse, type Terminal } from './terminal.ts';
import { openWorkspace } from './workspace.ts';

interface PlanOptions {
  readonly format: 'github' | 'json';
  readonly due?: true;
  readonly all?: true;
}

const HELP = `
A job has a key that is safe in names, the id of its lane and mostly that of its check. Hand both to a shell through the
environment, as examples/github/lanekeeper-checks.yml does; \`lanekeeper collect\` brings the results together.

Examples:
  $ lanekeeper plan --format github          {"include":[…]} on one line, for a matrix
  $ lanekeeper plan refund-mail --all`;

/** `lanekeeper plan`: checks as jobs, for an engine that spreads them. */
export function addPlan(program: Command, terminal: Terminal): void {
  program
    .command('plan')
    .argument(
      '[ids...]',
      'ids of lanes, or their paths in the workspace; every lane that has not ended where none is given',
    )
    .description('print checks as a matrix of jobs for a CI engine; runs nothing')
    .addOption(new Option('--due', 'only checks that are due, which is the default').conflicts('all'))
    .option('--all', 'also checks that are not due')
    .addOption(new Option('--format <format>', 'for whom').choices(['github', 'json']).default('json'))
    .addHelpText('after', HELP)
    .action(async (ids: string[], options: PlanOptions) => terminal.end(await plan(ids, options, terminal)));
}

async function plan(ids: readonly string[], options: PlanOptions, terminal: Terminal): Promise<ExitCode> {
  const workspace = await openWorkspace(process.cwd());
  if ('problem' in workspace) return refuse(terminal, workspace.problem);
  const selected = selectPlans({ ids, isAll: true }, workspace);
  if ('problem' in selected) return refuse(terminal, selected.problem);
  // A matrix that lacks a lane would look as if all were well.
  if (selected.broken.length > 0) return refuse(terminal, selected.broken.join('\n'));
  const all = selected.lanes.flatMap((lane) => lane.plan);
  const checks = options.all ? all : await dueChecks(all, nodeCheckHost(workspace.root), workspace.loaded);
  if (options.format === 'json') {
    terminal.print(safeJson({ jobs: planJobs(checks) }, 2));
    return EXIT.clean;
  }
  const matrix = githubMatrix(checks);
  if ('problem' in matrix) return refuse(terminal, matrix.problem);
  terminal.print(safeJson(matrix));
  return EXIT.clean;
}
