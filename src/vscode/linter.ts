import * as vscode from 'vscode';
import type { Finding } from '../core/index.ts';
import { isLane, openTabs } from './lane-documents.ts';
import { inBackground } from './log.ts';
import type { Session, SessionChange } from './session.ts';
import type { Sessions } from './sessions.ts';

/** What was found in one file, with the text that the spans belong to. */
export interface Linted {
  readonly uri: vscode.Uri;
  readonly session: Session;
  readonly path: string;
  readonly text: string;
  readonly findings: readonly Finding[];
}

// Long enough not to speak between two keystrokes, short enough to seem immediate.
const PAUSE = 200;
// Linting is done in slices, so that typing and completion are never kept waiting.
const SLICE = 10;

/** Decides which files are linted and when, and keeps what was found. Whatever shows findings listens here. */
export class Linter implements vscode.Disposable {
  readonly #found = new Map<string, Linted>();
  readonly #edited = new Set<vscode.TextDocument>();
  readonly #stale = new Map<Session, Set<string>>();
  readonly #didLint = new vscode.EventEmitter<vscode.Uri>();
  readonly #sessions: Sessions;
  readonly #log: vscode.LogOutputChannel;
  readonly #listening: vscode.Disposable;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #slice: ReturnType<typeof setTimeout> | undefined;

  /** Tells of a file whose findings are new, or gone. */
  readonly onDidLint = this.#didLint.event;

  constructor(sessions: Sessions, log: vscode.LogOutputChannel) {
    this.#sessions = sessions;
    this.#log = log;
    this.#listening = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => this.#open(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#edit(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#close(document)),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.start()),
      vscode.window.tabGroups.onDidChangeTabs(() => this.#followTabs()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('lanekeeper.problems')) this.start();
      }),
      sessions.onDidChange((change) => this.#relint(change)),
      sessions.onDidClose((session) => this.#forget((linted) => linted.session === session)),
    );
  }

  /** Lints what is open, and all lanes of the folders where the user wants that. */
  start(): void {
    this.#followTabs();
    for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
      if (!wantsAll(uri)) continue;
      inBackground(this.#log, `Reading ${uri}`, async () =>
        this.#relint({ session: await this.#sessions.ofFolder(uri) }),
      );
    }
  }

  /** What was found last; nothing while that is not known. */
  last(uri: vscode.Uri): Linted | undefined {
    return this.#found.get(uri.toString());
  }

  /** What is found in a document as it is now; nothing if its file is gone. */
  async fresh(document: vscode.TextDocument): Promise<Linted | undefined> {
    const session = await this.#sessions.of(document);
    const file = await session.read(document);
    return file && lint(session, file.path);
  }

  dispose(): void {
    clearTimeout(this.#pause);
    clearTimeout(this.#slice);
    this.#listening.dispose();
    this.#didLint.dispose();
  }

  #followTabs(): void {
    this.#forget(({ session, path }) => !isShown(session, path));
    for (const document of vscode.workspace.textDocuments) if (!this.last(document.uri)) this.#open(document);
  }

  #open(document: vscode.TextDocument): void {
    if (isLane(document) && isWanted(document.uri)) this.#read(document);
  }

  #read(document: vscode.TextDocument): void {
    inBackground(this.#log, `Reading ${document.uri}`, async () => {
      const session = await this.#sessions.of(document);
      const file = document.isClosed ? undefined : await session.read(document);
      if (file) this.#relint({ session, paths: new Set([file.path]) });
    });
  }

  #edit(document: vscode.TextDocument): void {
    if (!isLane(document)) return;
    this.#edited.add(document);
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      const edited = [...this.#edited];
      this.#edited.clear();
      for (const one of edited) this.#read(one);
    }, PAUSE);
  }

  #close(document: vscode.TextDocument): void {
    if (!isLane(document)) return;
    this.#edited.delete(document);
    inBackground(this.#log, `Closing ${document.uri}`, async () => {
      // Another language closes a document too, and opens it again at once.
      await Promise.resolve();
      if (!document.isClosed && isLane(document)) return;
      await this.#sessions.close(document);
      this.#forget(({ uri }) => !wantsAll(uri) && uri.toString() === document.uri.toString());
    });
  }

  #relint({ session, paths = new Set(session.board.lanes.keys()) }: SessionChange): void {
    const stale = this.#stale.get(session) ?? new Set();
    const shown = wantsAll(session.uri('')) ? paths : openPaths(session).filter((path) => paths.has(path));
    for (const path of shown) stale.add(path);
    this.#stale.set(session, stale);
    this.#slice ??= setTimeout(() => this.#work());
  }

  #work(): void {
    this.#slice = undefined;
    const until = Date.now() + SLICE;
    for (const [session, stale] of this.#stale) {
      for (const path of stale) {
        stale.delete(path);
        this.#keep(session, path, lint(session, path));
        if (Date.now() >= until) {
          this.#slice = setTimeout(() => this.#work());
          return;
        }
      }
      this.#stale.delete(session);
      this.#lintOthers(session);
    }
  }

  /** Files that are no lanes, and lanes that are no longer on the board. */
  #lintOthers(session: Session): void {
    const others = session.otherFindings();
    for (const [path, findings] of others) {
      const uri = session.uri(path);
      this.#keep(
        session,
        path,
        isShown(session, path) ? { uri, session, path, text: session.text(path) ?? '', findings } : undefined,
      );
    }
    this.#forget(
      (linted) =>
        linted.session === session && !session.board.lanes.has(linted.path) && !others.has(linted.path),
    );
  }

  #keep(session: Session, path: string, linted: Linted | undefined): void {
    const uri = session.uri(path);
    if (!linted && !this.#found.has(uri.toString())) return;
    if (linted) this.#found.set(uri.toString(), linted);
    else this.#found.delete(uri.toString());
    this.#didLint.fire(uri);
  }

  #forget(isOver: (linted: Linted) => boolean): void {
    for (const linted of this.#found.values())
      if (isOver(linted)) this.#keep(linted.session, linted.path, undefined);
  }
}

function lint(session: Session, path: string): Linted | undefined {
  const file = session.board.lanes.get(path);
  return (
    file && {
      uri: session.uri(path),
      session,
      path,
      text: file.text,
      findings: session.core.lintLane(file, session.board),
    }
  );
}

/** The lanes that tabs show as lanes; somebody may have chosen another language for one. */
function openPaths(session: Session): string[] {
  const others = new Set(
    vscode.workspace.textDocuments.filter((document) => !isLane(document)).map(({ uri }) => uri.toString()),
  );
  const lanes = openTabs().filter((uri) => !others.has(uri.toString()));
  return lanes.map((uri) => session.path(uri)).filter((path) => path !== undefined);
}

/** The settings decide about every lane, so their problems are always shown. */
function isShown(session: Session, path: string): boolean {
  return path === session.core.SETTINGS_PATH || isWanted(session.uri(path));
}

/** Whether problems of a file are shown: it is open, or the user wants those of the whole workspace. */
function isWanted(uri: vscode.Uri): boolean {
  return wantsAll(uri) || openTabs().some((open) => open.toString() === uri.toString());
}

function wantsAll(uri: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration('lanekeeper', uri).get('problems') === 'workspace';
}
