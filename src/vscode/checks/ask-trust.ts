import * as vscode from 'vscode';
import type { LaneCommand, PlannedCheck } from '../../core/index.ts';
import type { Core } from '../core.ts';
import type { FolderChecks } from '../host.ts';
import { type AskedLane, commandPage } from './command-page.ts';

const SCHEME = 'lanekeeper-commands';
const RUN = 'Run These Commands';
const READ = 'Read Them First';

/** So many lines a dialog can show without cutting; more are shown in an editor. */
const MOST_LINES = 16;

/** What was decided. What was allowed may have a problem: it could not be remembered. */
export type Allowed = { readonly isAllowed: boolean; readonly problem?: string };

/** Asks for commands that this user has not allowed on this machine, once for each content. */
export class TrustQuestion implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #providing: vscode.Disposable;
  readonly #didChange = new vscode.EventEmitter<vscode.Uri>();
  #page = '';

  /** `memory` keeps what was allowed last, to say what has changed; it decides nothing. */
  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    this.#providing = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: this.#didChange.event,
      provideTextDocumentContent: () => this.#page,
    });
  }

  dispose(): void {
    this.#providing.dispose();
    this.#didChange.dispose();
  }

  /** Whether these plans of whole lanes may run; one question for all that is new in them. */
  async allow(
    core: Core,
    checks: FolderChecks,
    plans: readonly (readonly PlannedCheck[])[],
  ): Promise<Allowed> {
    const lanes = plans
      .map((plan) => ({ lane: plan[0]?.lane ?? '', commands: core.laneCommands(plan, checks.shell) }))
      .filter(({ commands }) => commands.length > 0)
      .map((lane) => ({ ...lane, digest: core.trustDigest(lane.commands, checks.root) }));
    const asked: typeof lanes = [];
    for (const lane of lanes) if (!(await checks.trust.allows(lane.digest))) asked.push(lane);
    const isAllowed = asked.length === 0 || (await this.#ask(core, checks.root, asked));
    if (!isAllowed) return { isAllowed };
    const problems: string[] = [];
    for (const { digest } of asked) {
      const problem = await checks.trust.allow(digest);
      if (problem !== undefined) problems.push(problem);
    }
    for (const { lane, commands } of asked) await this.#memory.update(keyOf(checks.root, lane), commands);
    return problems[0] === undefined ? { isAllowed } : { isAllowed, problem: problems[0] };
  }

  async #ask(core: Core, root: string, lanes: readonly Omit<AskedLane, 'before'>[]): Promise<boolean> {
    const known = lanes.map((lane) => ({
      ...lane,
      before: this.#memory.get<readonly LaneCommand[]>(keyOf(root, lane.lane)),
    }));
    const page = commandPage(core, known);
    const warning = `They run in ${root}, with your rights, and can run any code of the repository. You are asked again when one of them changes.`;
    const isShort = page.split('\n').length <= MOST_LINES;
    if (!isShort) await this.#show(`${page}\n\n${warning}\n`);
    const detail = isShort
      ? `${page}\n\n${warning}`
      : `They stand in the editor behind this question. ${warning}`;
    const count = lanes.reduce((sum, { commands }) => sum + commands.length, 0);
    const what = count === 1 ? 'a command' : `${count} commands`;
    const question = known.some(({ before }) => before)
      ? `Run ${what}? Some have changed since you allowed them.`
      : `Run ${what} that you have not allowed on this machine yet?`;
    const buttons = isShort ? [RUN] : [RUN, READ];
    return (await vscode.window.showWarningMessage(question, { modal: true, detail }, ...buttons)) === RUN;
  }

  async #show(page: string): Promise<void> {
    this.#page = page;
    const uri = vscode.Uri.from({ scheme: SCHEME, path: '/Commands to Allow' });
    this.#didChange.fire(uri);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true });
  }
}

function keyOf(root: string, lane: string): string {
  return `allowed ${root} ${lane}`;
}
