import * as vscode from 'vscode';
import type { CheckOutcome, GitProblem, PlannedCheck } from '../../core/index.ts';
import type { Core } from '../core.ts';
import type { Host } from '../host.ts';
import type { Session } from '../session.ts';
import type { TrustQuestion } from './ask-trust.ts';
import { cancellationOf } from './cancellation.ts';
import type { CheckTree, ChosenCheck } from './check-tree.ts';
import { canRun, checksOf, type WindowChecks } from './folder-checks.ts';
import { messageAt, printLine, printOutput, reportOutcome } from './report-outcome.ts';

/** Which of the chosen checks run: all, skipping what has not changed; those that are due; all anew. */
export type Extent = 'all' | 'due' | 'anew';

/** What runs stand on. */
export interface RunSource {
  readonly controller: Pick<vscode.TestController, 'createTestRun'>;
  readonly tree: CheckTree;
  readonly host: Host;
  readonly trust: TrustQuestion;
  readonly log: vscode.LogOutputChannel;
}

/** Runs checks for the Test Explorer and for commands. Each run was started by somebody; none starts by itself. */
export class CheckRuns implements vscode.Disposable {
  readonly #source: RunSource;
  readonly #running = new Set<vscode.CancellationTokenSource>();

  constructor(source: RunSource) {
    this.#source = source;
  }

  /** Ends what runs. */
  dispose(): void {
    for (const source of this.#running) source.cancel();
  }

  /** Runs what a request names, and reports it. */
  async run(request: vscode.TestRunRequest, extent: Extent): Promise<void> {
    const { controller, tree, log } = this.#source;
    const { checks, broken } = await tree.choose(request.include, request.exclude);
    const run = controller.createTestRun(request);
    const source = new vscode.CancellationTokenSource();
    const listening = run.token.onCancellationRequested(() => source.cancel());
    this.#running.add(source);
    try {
      for (const { item } of checks) run.enqueued(item);
      for (const item of broken)
        run.errored(item, messageAt(item, 'This lane cannot be read. The Problems view says why.'));
      for (const session of new Set(checks.map((one) => one.session))) {
        const own = checks.filter((one) => one.session === session);
        await this.#runFolder(run, own, { session, extent, token: source.token });
      }
    } catch (error) {
      log.error('Running checks failed:', error instanceof Error ? (error.stack ?? error.message) : error);
      for (const { item } of checks)
        run.errored(item, messageAt(item, 'Running the checks failed. "Lanekeeper: Show Log" says why.'));
    } finally {
      this.#running.delete(source);
      listening.dispose();
      source.dispose();
      run.end();
    }
  }

  async #runFolder(run: vscode.TestRun, chosen: readonly ChosenCheck[], how: FolderRun): Promise<void> {
    const { core, board } = how.session;
    const checks = await checksOf(how.session.uri(''), this.#source.host);
    const wanted = how.extent === 'due' ? await keepDue(run, chosen, checks, how) : chosen;
    if (wanted.length === 0 || !(await this.#isAllowed(run, wanted, checks, core))) {
      for (const { item } of wanted) run.skipped(item);
      return;
    }
    const bases = await basesOf(wanted, checks, how);
    const items = new Map(wanted.map(({ check, item }) => [check, item]));
    const shown = (check: PlannedCheck) => ({
      run,
      item: items.get(check) as vscode.TestItem,
      session: how.session,
    });
    await core.runChecks(
      wanted.map(({ check }) => check),
      checks,
      {
        board,
        baseOf: (lane) => bases.get(lane),
        force: how.extent === 'anew',
        cancellation: cancellationOf(how.token),
        onStart: (check) => {
          run.started(shown(check).item);
          if (check.run !== undefined && canRun(checks))
            printLine(run, core.neutralise(`$ ${check.run}`), shown(check).item);
        },
        onOutput: (check, text) => printOutput(run, text, shown(check).item),
        onResult: (outcome: CheckOutcome) => reportOutcome(shown(outcome.check), outcome),
      },
    );
  }

  /** Whether the user allows what is about to start: exactly these plans, whatever the files say by then. */
  async #isAllowed(
    run: vscode.TestRun,
    wanted: readonly ChosenCheck[],
    checks: WindowChecks,
    core: Core,
  ): Promise<boolean> {
    if (!canRun(checks)) return true;
    const starting = wanted.filter(({ check }) => core.laneCommands([check], checks.shell).length > 0);
    const plans = new Map(starting.map(({ lanePath, plan }) => [lanePath, plan]));
    const { isAllowed, problem } = await this.#source.trust.allow(core, checks, [...plans.values()]);
    if (problem !== undefined) printLine(run, core.neutralise(problem));
    if (!isAllowed) printLine(run, 'Nothing was run: the commands were not allowed.');
    return isAllowed;
  }
}

interface FolderRun {
  readonly session: Session;
  readonly extent: Extent;
  readonly token: vscode.CancellationToken;
}

/** The checks that are due; the others are shown as passed, for their evidence still speaks for the lane. */
async function keepDue(
  run: vscode.TestRun,
  chosen: readonly ChosenCheck[],
  checks: WindowChecks,
  { session: { core, board } }: FolderRun,
): Promise<readonly ChosenCheck[]> {
  const plan = chosen.map(({ check }) => check);
  const due = new Set(await core.dueChecks(plan, checks, { board }));
  for (const { item, check } of chosen) {
    if (due.has(check)) continue;
    printLine(run, `"${check.id}" is not due: the evidence of its last pass still counts.`, item);
    run.passed(item);
  }
  return chosen.filter(({ check }) => due.has(check));
}

/** With what the work of each lane is compared; asked of git only for checks that compare. */
async function basesOf(
  wanted: readonly ChosenCheck[],
  checks: WindowChecks,
  { session }: FolderRun,
): Promise<ReadonlyMap<string, string | GitProblem>> {
  const bases = new Map<string, string | GitProblem>();
  if (!canRun(checks)) return bases;
  for (const { check, lanePath } of wanted) {
    const compares = check.run === undefined || check.kind === 'taste';
    if (compares && !bases.has(check.lane))
      bases.set(check.lane, await checks.baseOf(session.reviews(lanePath)));
  }
  return bases;
}
