import * as vscode from 'vscode';
import { type Core, loadCore } from './core.ts';
import { findRoot } from './find-root.ts';
import { FolderSession } from './folder-session.ts';
import type { Host } from './host.ts';
import { inBackground } from './log.ts';
import { loneSession } from './lone-session.ts';
import type { Session, SessionChange } from './session.ts';
import { workspaceFiles } from './workspace-files.ts';

/** The sessions of this window: one for each root folder, one for each lane outside all folders. Each is loaded when asked for. */
export class Sessions implements vscode.Disposable {
  readonly #host: Host;
  readonly #log: vscode.LogOutputChannel;
  /** Root folders by the folder that was asked about. */
  readonly #roots = new Map<string, Promise<vscode.Uri>>();
  readonly #folders = new Map<string, Promise<Session>>();
  readonly #lone = new Map<string, Promise<Session>>();
  readonly #didOpen = new vscode.EventEmitter<Session>();
  readonly #didChange = new vscode.EventEmitter<SessionChange>();
  readonly #didClose = new vscode.EventEmitter<Session>();
  readonly #listening: vscode.Disposable;

  /** Tells of a folder whose lanes were read for the first time. */
  readonly onDidOpen = this.#didOpen.event;
  readonly onDidChange = this.#didChange.event;
  readonly onDidClose = this.#didClose.event;

  constructor(host: Host, log: vscode.LogOutputChannel) {
    this.#host = host;
    this.#log = log;
    this.#listening = vscode.workspace.onDidChangeWorkspaceFolders(() =>
      inBackground(log, 'Closing folders', () => this.#closeFolders()),
    );
  }

  /** The session of a document; it is loaded first where that has not happened. */
  async of({ uri }: vscode.TextDocument): Promise<Session> {
    const root = await this.#rootOf(uri);
    return root
      ? this.#ofRoot(root)
      : this.#once(this.#lone, uri, async (core) => loneSession(core, uri, this.#tell));
  }

  /** The session of an opened folder. */
  async ofFolder(folder: vscode.Uri): Promise<Session> {
    return this.#ofRoot(await this.#root(folder, folder));
  }

  #ofRoot(root: vscode.Uri): Promise<Session> {
    return this.#once(this.#folders, root, async (core) => {
      const started = Date.now();
      const files = (await this.#host.diskFiles?.(root)) ?? workspaceFiles(root);
      const session = await FolderSession.load({ core, root, files, log: this.#log, tell: this.#tell });
      this.#log.info(`Read ${session.board.lanes.size} lanes in ${root} in ${Date.now() - started} ms.`);
      this.#didOpen.fire(session);
      return session;
    });
  }

  /** To be called when a document closes: what it did not save no longer counts. */
  async close(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    const lone = await this.#lone.get(key);
    if (lone && this.#lone.delete(key)) this.#end(lone);
    const root = await this.#rootOf(document.uri);
    const session = root && (await this.#folders.get(root.toString()));
    await session?.forget(document);
  }

  dispose(): void {
    this.#listening.dispose();
    for (const session of [...this.#folders.values(), ...this.#lone.values()]) {
      session.then(
        (loaded) => loaded.dispose(),
        () => {},
      );
    }
    this.#didOpen.dispose();
    this.#didChange.dispose();
    this.#didClose.dispose();
  }

  readonly #tell = (change: SessionChange): void => this.#didChange.fire(change);

  #once(
    known: Map<string, Promise<Session>>,
    uri: vscode.Uri,
    load: (core: Core) => Promise<Session>,
  ): Promise<Session> {
    const key = uri.toString();
    const session = known.get(key) ?? loadCore().then(load);
    known.set(key, session);
    // A load that failed is tried again with the next question.
    session.catch(() => known.delete(key));
    return session;
  }

  /** The root of a file in an opened folder: a folder inside it that has settings of its own is a root of its own. */
  async #rootOf(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
    const opened = vscode.workspace.getWorkspaceFolder(uri);
    return opened && this.#root(vscode.Uri.joinPath(uri, '..'), opened.uri);
  }

  #root(folder: vscode.Uri, opened: vscode.Uri): Promise<vscode.Uri> {
    const key = folder.toString();
    const root = this.#roots.get(key) ?? findRoot(folder, opened);
    this.#roots.set(key, root);
    return root;
  }

  async #closeFolders(): Promise<void> {
    const opened = vscode.workspace.workspaceFolders ?? [];
    const roots = await Promise.all(opened.map(({ uri }) => this.#root(uri, uri)));
    const kept = new Set(roots.map(String));
    for (const [key, session] of this.#folders) {
      if (kept.has(key) || vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(key))) continue;
      this.#folders.delete(key);
      this.#end(await session);
    }
  }

  #end(session: Session): void {
    session.dispose();
    this.#didClose.fire(session);
  }
}
