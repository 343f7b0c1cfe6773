import * as vscode from 'vscode';
import { inBackground } from './log.ts';
import { pathBelow } from './path-below.ts';

/** What happened below a folder since the last report. */
export interface FolderChanges {
  /** Lanes with another text on disk. */
  readonly lanes: ReadonlySet<string>;
  /** Every lane that was deleted and has not come back, since the watch began. */
  readonly deleted: ReadonlySet<string>;
  /** True if the list of files, the settings, reviews or scripts are other ones. */
  readonly isOther: boolean;
}

/** What is watched, and who is told. */
export interface FolderWatch {
  readonly root: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
  /** True for a file or folder that is on the list of files. */
  readonly knows: (path: string) => boolean;
  readonly follow: (changes: FolderChanges) => Promise<void>;
}

const READ = '**/{*.lane,*.reviews,lanekeeper}.{yaml,yml}';
const COUNTED = '**/{package.json,Makefile,makefile,GNUmakefile,.gitignore}';
const UNSAVED = /(^lanekeeper|\.reviews)\.ya?ml$/;
const LANE = /\.lane\.ya?ml$/;
const SKIPPED = /(^|\/)(\.git|\.hg|\.svn|node_modules)(\/|$)/;
// A checkout or a build touches many files at once.
const PAUSE = 300;

/** Watches a folder, and what editors hold of its settings and reviews. Reports come one at a time. */
export class FolderWatcher implements vscode.Disposable {
  readonly #watch: FolderWatch;
  readonly #listening: vscode.Disposable;
  readonly #deleted = new Set<string>();
  #lanes = new Set<string>();
  #isOther = false;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<unknown> = Promise.resolve();

  constructor(watch: FolderWatch) {
    this.#watch = watch;
    const on = (glob: string, ignoresChange: boolean) => {
      const pattern = new vscode.RelativePattern(watch.root, glob);
      return vscode.workspace.createFileSystemWatcher(pattern, !ignoresChange, ignoresChange, !ignoresChange);
    };
    const [entries, read, counted] = [on('**/*', true), on(READ, false), on(COUNTED, false)];
    this.#listening = vscode.Disposable.from(
      ...[entries, read, counted],
      entries.onDidCreate((uri) => this.#created(uri)),
      entries.onDidDelete((uri) => this.#removed(uri)),
      read.onDidChange((uri) => this.#changed(uri)),
      counted.onDidChange((uri) => this.#changed(uri)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#typed(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#typed(document)),
    );
  }

  dispose(): void {
    clearTimeout(this.#pause);
    this.#listening.dispose();
  }

  #created(uri: vscode.Uri): void {
    const path = this.#path(uri);
    if (path === undefined) return;
    const isBack = this.#deleted.delete(path);
    this.#note(path, isBack || !this.#watch.knows(path));
  }

  #removed(uri: vscode.Uri): void {
    const path = this.#path(uri);
    if (path === undefined) return;
    // One that came and went so fast that it is not known yet may be in an editor all the same.
    if (LANE.test(path)) this.#deleted.add(path);
    if (LANE.test(path) || this.#watch.knows(path)) this.#note(path, true);
  }

  #changed(uri: vscode.Uri): void {
    const path = this.#path(uri);
    if (path !== undefined) this.#note(path, !LANE.test(path));
  }

  #typed({ uri }: vscode.TextDocument): void {
    const path = this.#path(uri);
    if (path !== undefined && UNSAVED.test(path)) this.#note(path, true);
  }

  #path(uri: vscode.Uri): string | undefined {
    const path = pathBelow(this.#watch.root, uri);
    return path === undefined || SKIPPED.test(path) ? undefined : path;
  }

  #note(path: string, isOther: boolean): void {
    if (isOther) this.#isOther = true;
    else if (LANE.test(path)) this.#lanes.add(path);
    else return;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#report(), PAUSE);
  }

  #report(): void {
    const changes = { lanes: this.#lanes, deleted: this.#deleted, isOther: this.#isOther };
    this.#lanes = new Set();
    this.#isOther = false;
    const { root, log, follow } = this.#watch;
    const next = this.#running.then(() => follow(changes));
    this.#running = next.catch(() => {});
    inBackground(log, `Following changes in ${root}`, () => next);
  }
}
