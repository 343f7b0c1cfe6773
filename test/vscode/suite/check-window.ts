// Checks in the window that runs the tests, on a machine that only notes what it would start.
import * as vscode from 'vscode';
import type { Ended, RunHooks } from '../../../src/core/index.ts';
import { TrustQuestion } from '../../../src/vscode/checks/ask-trust.ts';
import { CheckRuns, type Extent } from '../../../src/vscode/checks/check-runs.ts';
import { CheckTree } from '../../../src/vscode/checks/check-tree.ts';
import type { FolderChecks } from '../../../src/vscode/host.ts';
import { Sessions } from '../../../src/vscode/sessions.ts';
import { workspaceFiles } from '../../../src/vscode/workspace-files.ts';

/** How a command ends on the machine of the tests. */
export type Machine = (line: string, hooks: RunHooks) => Partial<Ended> | Promise<Partial<Ended>>;

/** A Test Explorer of its own, with what it showed. */
export interface CheckWindow extends vscode.Disposable {
  /** Lines that were started, in order. */
  readonly started: readonly string[];
  /** How checks ended, by label: `passed`, or the state and the messages. */
  readonly shown: ReadonlyMap<string, string>;
  /** What runs printed, in order. */
  readonly printed: readonly string[];
  /** Messages with a place, by label. */
  readonly places: ReadonlyMap<string, vscode.Location>;
  /** Runs all checks of a lane. */
  run(lane: vscode.Uri, extent?: Extent): Promise<void>;
  /** Runs all checks of all lanes, as the Test Explorer does without a choice. */
  runAll(): Promise<void>;
  lane(uri: vscode.Uri): Promise<vscode.TestItem>;
  /** Looks at the list of all lanes, as who opens the Test Explorer does. */
  list(): Promise<void>;
  /** The labels of what is listed at the top. */
  labels(): readonly string[];
}

/** Opens one; without a machine it is as in the browser. */
export function checkWindow(machine?: Machine): CheckWindow {
  const log = vscode.window.createOutputChannel('Checks under test', { log: true });
  const sessions = new Sessions({}, log);
  const controller = vscode.tests.createTestController('lanekeeper-tests', 'Checks under test');
  const tree = new CheckTree(controller, sessions, log);
  const trust = new TrustQuestion(memory());
  const [started, shown, places] = [
    [] as string[],
    new Map<string, string>(),
    new Map<string, vscode.Location>(),
  ];
  const printed: string[] = [];
  const createTestRun: vscode.TestController['createTestRun'] = (request) =>
    printing(noting(controller.createTestRun(request), shown, places), printed);
  const host = machine ? { checks: async (folder: vscode.Uri) => checksOn(folder, machine, started) } : {};
  const runs = new CheckRuns({ controller: { createTestRun }, tree, host, trust, log });
  const lane = async (uri: vscode.Uri) => {
    await sessions.of(await vscode.workspace.openTextDocument(uri));
    const item = await tree.itemOf(uri);
    if (!item) throw new Error(`${uri} is no lane`);
    return item;
  };
  return {
    ...{ started, shown, printed, places, lane },
    list: async () => controller.resolveHandler?.(undefined),
    labels: () => [...controller.items].map(([, { label }]) => label),
    runAll: async () => runs.run(new vscode.TestRunRequest(), 'all'),
    run: async (uri, extent = 'all') => runs.run(new vscode.TestRunRequest([await lane(uri)]), extent),
    dispose: () => {
      for (const one of [runs, tree, trust, sessions, controller, log]) one.dispose();
    },
  };
}

function checksOn(folder: vscode.Uri, machine: Machine, started: string[]): FolderChecks {
  return {
    root: folder.path,
    shell: 'sh',
    files: workspaceFiles(folder),
    trust: {
      allows: async (digest) => allowedHere.has(digest),
      allow: async (digest) => void allowedHere.add(digest),
    },
    runner: {
      parallel: 2,
      run: async (command, hooks = {}) => {
        const line = command.start.kind === 'shell' ? command.start.line : command.start.args.join(' ');
        started.push(line);
        const ended = {
          end: { kind: 'exit', code: 0 },
          stdout: '',
          output: '',
          isCut: false,
          ms: 1,
        } as const;
        return { ...ended, survivors: [], ...(await machine(line, hooks)) };
      },
    },
    baseOf: async () => ({ problem: 'There is no history here.' }),
    now: () => new Date().toISOString(),
    ms: () => performance.now(),
  };
}

const allowedHere = new Set<string>();

/** Forgets what was allowed in earlier tests. */
export function forgetTrust(): void {
  allowedHere.clear();
}

function memory(): vscode.Memento {
  const kept = new Map<string, unknown>();
  return {
    keys: () => [...kept.keys()],
    get: <T>(key: string, otherwise?: T) => (kept.get(key) as T | undefined) ?? otherwise,
    update: async (key: string, value: unknown) => void kept.set(key, value),
  } as vscode.Memento;
}

function noting(
  run: vscode.TestRun,
  shown: Map<string, string>,
  places: Map<string, vscode.Location>,
): vscode.TestRun {
  const note = (
    state: string,
    { label }: vscode.TestItem,
    messages: vscode.TestMessage | readonly vscode.TestMessage[],
  ) => {
    const all = [messages].flat() as vscode.TestMessage[];
    shown.set(label, `${state}: ${all.map(({ message }) => String(message)).join('\n')}`);
    for (const { location } of all.slice(0, 1)) if (location) places.set(label, location);
  };
  return Object.assign(Object.create(run) as vscode.TestRun, {
    passed: (item: vscode.TestItem, ms?: number) => {
      shown.set(item.label, 'passed');
      run.passed(item, ms);
    },
    skipped: (item: vscode.TestItem) => {
      shown.set(item.label, 'skipped');
      run.skipped(item);
    },
    failed: (item: vscode.TestItem, messages: vscode.TestMessage[], ms?: number) => {
      note('failed', item, messages);
      run.failed(item, messages, ms);
    },
    errored: (item: vscode.TestItem, messages: vscode.TestMessage[]) => {
      note('errored', item, messages);
      run.errored(item, messages);
    },
  });
}

function printing(run: vscode.TestRun, printed: string[]): vscode.TestRun {
  return Object.assign(Object.create(run) as vscode.TestRun, {
    appendOutput: (...output: Parameters<vscode.TestRun['appendOutput']>) => {
      printed.push(output[0]);
      run.appendOutput(...output);
    },
  });
}

/** Answers every dialog until the returned function is called; `answer` hears what was asked. */
export function answerDialogs(
  answer: (detail: string) => string | undefined | Promise<string | undefined>,
): () => void {
  const { showWarningMessage } = vscode.window;
  const stub = async (_: string, options: vscode.MessageOptions) => answer(options.detail ?? '');
  Object.assign(vscode.window, { showWarningMessage: stub });
  return () => void Object.assign(vscode.window, { showWarningMessage });
}
