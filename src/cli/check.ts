import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  type CheckReport,
  dueChecks,
  type GitProblem,
  type PlannedCheck,
  reportForAgent,
  reportJson,
  runChecks,
} from '../core/index.ts';
import { type NodeCheckHost, nodeCheckHost } from '../node/index.ts';
import { whyNotAllowed } from './allow-commands.ts';
import { showProgress } from './check-progress.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { textsOf } from './findings.ts';
import { gather } from './gather.ts';
import { cancelOnSignal } from './interruption.ts';
import { reportCheck, reportTotal } from './report-checks.ts';
import { safeJson } from './safe-json.ts';
import { type PlannedLane, selectChecks, selectPlans } from './select-checks.ts';
import { refuse, type Terminal } from './terminal.ts';
import { type OpenWorkspace, openWorkspace } from './workspace.ts';
import { readReportOption, type WantedReport, writeReports } from './write-reports.ts';

interface CheckOptions {
  readonly kind?: readonly string[];
  readonly check?: readonly string[];
  readonly due?: true;
  readonly all?: true;
  readonly jobs?: number;
  readonly bail?: true;
  readonly force?: true;
  readonly base?: string;
  readonly report?: readonly WantedReport[];
  readonly allow?: readonly string[];
  readonly trustRef?: string;
  readonly forAgent?: true;
  readonly json?: true;
}

const KINDS: readonly string[] = ['test', 'lint', 'eval', 'taste', 'limits', 'budget', 'own-standard'];

const HELP = `
Before the first run the commands of a lane are shown and asked for; see \`lanekeeper trust --help\`.

Examples:
  $ lanekeeper check refund-mail                      every check of a lane, the built-in ones included
  $ lanekeeper check refund-mail --check unit         one of them
  $ lanekeeper check --due                            what has not passed on what is here now
  $ lanekeeper check --all --kind test --kind lint
  $ lanekeeper check --all --report junit=checks.xml,json=checks.json
  $ lanekeeper check refund-mail --for-agent          a short verdict in JSON, for whoever does the work

Exit codes:
  0    every check passed, or nothing that it reads has changed since it did
  1    a check failed, took too long, or could not start
  2    could not run: no such lane, a lane with errors in its file, a report that could not be written
  3    commands that are not allowed on this machine
  130  cancelled`;

/** `lanekeeper check [ID…]`: runs the checks of lanes, and says how each ended. */
export function addCheck(program: Command, terminal: Terminal): void {
  program
    .command('check')
    .argument('[ids...]', 'ids of lanes, or their paths in the workspace')
    .description('run the checks of lanes')
    .option('--check <id>', 'only this check (repeatable)', gather)
    .option('--kind <kind>', `only this kind (repeatable): ${KINDS.join(', ')}`, gatherKind)
    .option('--due', 'only checks that are due: without a pass that speaks of what is here now')
    .option('--all', 'every lane that has not ended')
    .option('--jobs <number>', 'how many run at once; as many as the computer has cores otherwise', readJobs)
    .option('--bail', 'end the run at the first check that fails')
    .option('--force', 'run also what nothing has changed for')
    .option('--base <revision>', 'what the work of the lanes is compared with, instead of the approved base')
    .option('--allow <digest>', 'allow the commands of this digest for this run (repeatable)', gather)
    .option('--trust-ref <revision>', 'allow commands that are the same at this revision')
    .option('--report <reports>', 'write junit=FILE, json=FILE, or both with a comma', readReportOption)
    .addOption(new Option('--json', 'print JSON as schemas/check.schema.json describes it'))
    .addOption(new Option('--for-agent', 'print a short verdict as JSON, and nothing else').conflicts('json'))
    .addHelpText('after', HELP)
    .action(async (ids: string[], options: CheckOptions) => {
      // Should the process be ended in between, it has not passed.
      terminal.end(EXIT.failed);
      terminal.end(await check(ids, options, terminal));
    });
}

async function check(ids: readonly string[], options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const workspace = await openWorkspace(process.cwd());
  if ('problem' in workspace) return refuse(terminal, workspace.problem);
  const selected = selectPlans({ ids, isAll: options.all === true || options.due === true }, workspace);
  if ('problem' in selected) return refuse(terminal, selected.problem);
  for (const problem of selected.broken) terminal.note(problem);
  const chosen = selectChecks(selected.lanes, {
    kinds: options.kind ?? [],
    checks: options.check ?? [],
  });
  if ('problem' in chosen) return refuse(terminal, chosen.problem);
  const host = nodeCheckHost(workspace.root);
  const base = options.base === undefined ? undefined : await host.git.resolve(options.base);
  if (typeof base === 'object') return refuse(terminal, base.problem);
  const plan = options.due ? await dueChecks(chosen, host, workspace.loaded) : chosen;
  const code = await allowAndRun({ workspace, host, lanes: selected.lanes, plan, base }, options, terminal);
  return code === EXIT.clean && selected.broken.length > 0 ? EXIT.failed : code;
}

/** What is about to run. */
interface Prepared {
  readonly workspace: OpenWorkspace;
  readonly host: NodeCheckHost;
  readonly lanes: readonly PlannedLane[];
  readonly plan: readonly PlannedCheck[];
  readonly base: string | undefined;
}

async function allowAndRun(prepared: Prepared, options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const { host, lanes, plan } = prepared;
  const isForPeople = !options.json && !options.forAgent;
  const starting = new Set(plan.filter(startsSomething).map(({ lane }) => lane));
  const refused = await whyNotAllowed(
    lanes.filter(({ file }) => starting.has(file.id)),
    host,
    {
      digests: options.allow ?? [],
      ...(options.trustRef === undefined ? {} : { ref: options.trustRef }),
      mayAsk: terminal.isInteractive && isForPeople,
    },
    terminal,
  );
  if (refused !== undefined) return refused;
  const { report, isCancelled } = await run(prepared, options, terminal);
  const unwritten = writeReports(report, options.report);
  if (options.forAgent) terminal.print(safeJson(reportForAgent(report)));
  else if (options.json) terminal.print(safeJson(report, 2));
  else terminal.print(plan.length === 0 ? 'Nothing is due.' : reportTotal(report));
  for (const problem of unwritten) terminal.note(problem);
  if (isCancelled) {
    terminal.note('Cancelled. Everything that ran was ended.');
    return EXIT.cancelled;
  }
  if (!report.summary.isPass) return EXIT.findings;
  return unwritten.length > 0 ? EXIT.failed : EXIT.clean;
}

function startsSomething({ run, judge }: PlannedCheck): boolean {
  return run !== undefined || judge?.args !== undefined;
}

async function run(
  { workspace, host, plan, base }: Prepared,
  options: CheckOptions,
  terminal: Terminal,
): Promise<{ readonly report: CheckReport; readonly isCancelled: boolean }> {
  const { board, reviews } = workspace.loaded;
  const isForPeople = !options.json && !options.forAgent;
  const progress = isForPeople ? showProgress(plan.length, terminal) : undefined;
  const { cancellation, dispose } = cancelOnSignal(() => terminal.note('Ending what runs …'));
  const bases = await basesOf(plan, { host, given: base, reviews, board });
  const outcomes = await runChecks(plan, host, {
    board,
    baseOf: (lane) => bases.get(lane),
    ...(options.jobs === undefined ? {} : { jobs: options.jobs }),
    bail: options.bail ?? false,
    force: options.force ?? false,
    cancellation,
    onStart: (started) => progress?.start(started),
    onResult: (outcome) => {
      progress?.end(outcome);
      const [reported] = reportJson([outcome], textsOf(workspace)).checks;
      if (isForPeople && reported) for (const line of reportCheck(reported, terminal)) terminal.print(line);
    },
  });
  progress?.close();
  dispose();
  return { report: reportJson(outcomes, textsOf(workspace)), isCancelled: cancellation.isCancelled };
}

interface BaseQuestion {
  readonly host: NodeCheckHost;
  readonly given: string | undefined;
  readonly reviews: OpenWorkspace['loaded']['reviews'];
  readonly board: OpenWorkspace['loaded']['board'];
}

/** What the work of each lane is compared with; asked of git only where a check wants to know. */
async function basesOf(
  plan: readonly PlannedCheck[],
  { host, given, reviews, board }: BaseQuestion,
): Promise<ReadonlyMap<string, string | GitProblem>> {
  const compared = plan.filter(({ kind }) => /^(?:taste|limits|budget|own-standard)$/.test(kind));
  const bases = new Map<string, string | GitProblem>();
  for (const lane of new Set(compared.map((one) => one.lane))) {
    const [file] = board.withId(lane);
    bases.set(lane, given ?? (await host.baseOf(file && reviews.get(file.path))));
  }
  return bases;
}

function gatherKind(value: string, before: readonly string[] = []): readonly string[] {
  if (!KINDS.includes(value)) throw new InvalidArgumentError(`The kinds are ${KINDS.join(', ')}.`);
  return [...before, value];
}

function readJobs(value: string): number {
  const jobs = /^[0-9]{1,4}$/.test(value) ? Number(value) : 0;
  if (jobs < 1) throw new InvalidArgumentError('Write a whole number from 1.');
  return jobs;
}
