import * as vscode from 'vscode';
import type { Board, Files, Finding, LaneFile, ReviewsFile, Workspace } from '../core/index.ts';
import type { Core } from './core.ts';
import { type FolderChanges, FolderWatcher } from './folder-watcher.ts';
import { isLane, openTabs } from './lane-documents.ts';
import { pathBelow } from './path-below.ts';
import type { Session, SessionChange } from './session.ts';

/** What a folder session stands on. */
export interface FolderSource {
  readonly core: Core;
  readonly root: vscode.Uri;
  readonly files: Files;
  readonly log: vscode.LogOutputChannel;
  /** Hears of every change. */
  readonly tell: (change: SessionChange) => void;
}

/** The lanes of one root folder. It loads once and follows what changes; it loads again when the list of files is another. */
export class FolderSession implements Session {
  readonly #source: FolderSource;
  readonly #watching: vscode.Disposable;
  #workspace: Workspace;
  /** Lanes that were deleted while a document still shows them. */
  #deleted: ReadonlySet<string> = new Set();

  private constructor(source: FolderSource, workspace: Workspace) {
    this.#source = source;
    this.#workspace = workspace;
    const knows = (path: string) => this.board.files.hasFile(path) || this.board.files.hasFolder(path);
    this.#watching = new FolderWatcher({ ...source, knows, follow: (changes) => this.#follow(changes) });
  }

  /** Reads the folder. */
  static async load(source: FolderSource): Promise<FolderSession> {
    const workspace = await source.core.loadWorkspace(source.files, { unsaved: unsavedBelow(source.root) });
    if (workspace.isCut)
      source.log.warn(
        `${source.root.fsPath} holds more than ${source.core.MOST_ENTRIES} files and folders; the rest is not seen. Name what is not part of the work in .gitignore.`,
      );
    return new FolderSession(source, workspace);
  }

  get core(): Core {
    return this.#source.core;
  }

  get board(): Board {
    return this.#workspace.board;
  }

  path(uri: vscode.Uri): string | undefined {
    return pathBelow(this.#source.root, uri);
  }

  uri(path: string): vscode.Uri {
    return vscode.Uri.joinPath(this.#source.root, path);
  }

  text(path: string): string | undefined {
    const { board, settingsFile, reviews } = this.#workspace;
    if (path === this.core.SETTINGS_PATH) return settingsFile?.text;
    return (board.lanes.get(path) ?? [...reviews.values()].find((file) => file.path === path))?.text;
  }

  reviews(lanePath: string): ReviewsFile | undefined {
    return this.#workspace.reviews.get(lanePath);
  }

  async read(document: vscode.TextDocument): Promise<LaneFile | undefined> {
    const path = this.path(document.uri);
    if (path === undefined || (this.#deleted.has(path) && !document.isDirty)) return undefined;
    const file = saysWhatIsOnDisk(document)
      ? this.#lane(path, document.getText())
      : await this.core.loadLane(this.#source.files, path);
    this.#put(file);
    return file;
  }

  async forget(document: vscode.TextDocument): Promise<void> {
    const path = this.path(document.uri);
    if (path === undefined) return;
    if (this.board.files.hasFile(path)) await this.#load(path);
    else this.#remove(path);
  }

  otherFindings(): ReadonlyMap<string, readonly Finding[]> {
    const { board, settingsFile, reviews } = this.#workspace;
    const { lintWorkspace, toFindings, SETTINGS_PATH } = this.core;
    const textOf = (path: string) => this.text(path);
    const found = [
      ...lintWorkspace(board),
      ...(settingsFile ? toFindings(SETTINGS_PATH, settingsFile.problems, board, textOf) : []),
      ...[...reviews.values()].flatMap(({ path, problems }) => toFindings(path, problems, board, textOf)),
    ];
    const byPath = new Map<string, Finding[]>();
    for (const finding of found) byPath.set(finding.path, [...(byPath.get(finding.path) ?? []), finding]);
    return byPath;
  }

  dispose(): void {
    this.#watching.dispose();
  }

  #lane(path: string, text: string): LaneFile {
    const known = this.board.lanes.get(path);
    return known?.text === text ? known : this.core.readLaneFile(path, text);
  }

  async #load(path: string): Promise<void> {
    const file = await this.core.loadLane(this.#source.files, path);
    // By now it may be gone.
    if (this.board.files.hasFile(path)) this.#put(file);
  }

  #put(file: LaneFile): void {
    const before = this.board.lanes.get(file.path);
    if (before === file) return;
    this.board.put(file);
    this.#source.tell({ session: this, paths: new Set([file.path, ...this.board.affectedBy(before, file)]) });
  }

  #remove(path: string): void {
    const before = this.board.lanes.get(path);
    if (!before) return;
    this.board.remove(path);
    this.#source.tell({ session: this, paths: new Set([path, ...this.board.affectedBy(before, undefined)]) });
  }

  async #follow({ lanes, deleted, isOther }: FolderChanges): Promise<void> {
    this.#deleted = deleted;
    if (isOther) return this.#reload();
    for (const path of lanes) {
      const open = openLanes(this.#source.root).find(({ uri }) => this.path(uri) === path);
      if (open) await this.read(open);
      else if (this.board.lanes.has(path)) await this.#load(path);
    }
  }

  async #reload(): Promise<void> {
    const { root, files, tell } = this.#source;
    const readLane = (path: string, text: string) => this.#lane(path, text);
    this.#workspace = await this.core.loadWorkspace(files, { unsaved: unsavedBelow(root), readLane });
    for (const document of openLanes(root)) await this.read(document);
    tell({ session: this });
  }
}

/** False where VS Code guessed another encoding than UTF-8 or replaced bytes: what it shows is then not what others read. */
function saysWhatIsOnDisk(document: vscode.TextDocument): boolean {
  return document.isDirty || (document.encoding.startsWith('utf8') && !document.getText().includes('\uFFFD'));
}

function openLanes(root: vscode.Uri): readonly vscode.TextDocument[] {
  const open = new Set(openTabs().map(String));
  return vscode.workspace.textDocuments.filter(
    (document) =>
      isLane(document) && open.has(document.uri.toString()) && pathBelow(root, document.uri) !== undefined,
  );
}

function unsavedBelow(root: vscode.Uri): ReadonlyMap<string, string> {
  const unsaved = vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty);
  const texts = unsaved.map((document) => [pathBelow(root, document.uri), document.getText()] as const);
  return new Map(texts.filter((entry): entry is [string, string] => entry[0] !== undefined));
}
