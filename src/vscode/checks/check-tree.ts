import * as vscode from 'vscode';
import type { LaneFile, PlannedCheck, SoundLane } from '../../core/index.ts';
import { isLane } from '../lane-documents.ts';
import { inBackground } from '../log.ts';
import { rangesOf } from '../ranges.ts';
import type { Session, SessionChange } from '../session.ts';
import type { Sessions } from '../sessions.ts';

/** A check that is to run, with its place in the Test Explorer. */
export interface ChosenCheck {
  readonly session: Session;
  readonly item: vscode.TestItem;
  readonly check: PlannedCheck;
  /** All checks of its lane, planned from the same text. */
  readonly plan: readonly PlannedCheck[];
  readonly lanePath: string;
}

/** What is to run, and lanes of which nobody knows what to run. */
export interface Choice {
  readonly checks: readonly ChosenCheck[];
  readonly broken: readonly vscode.TestItem[];
}

type Meaning =
  | { readonly kind: 'folder'; readonly session: Session }
  | { readonly kind: 'lane'; readonly session: Session; readonly path: string }
  | { readonly kind: 'check'; readonly session: Session; readonly path: string; readonly digest: string };

/** A lane that has ended stays in the list, below the others. */
const LAST = '\u{10ffff}';

/**
 * Lanes and their checks as the Test Explorer shows them: folders if there are several, lanes, checks. Nothing is read before
 * somebody looks; lanes that editors show are there at once, so that their lines can be run.
 */
export class CheckTree implements vscode.Disposable {
  readonly #controller: vscode.TestController;
  readonly #sessions: Sessions;
  readonly #meanings = new WeakMap<vscode.TestItem, Meaning>();
  readonly #open = new Set<Session>();
  readonly #listening: vscode.Disposable;
  /** True once somebody has looked at the list of all lanes. */
  #isListed = false;

  constructor(controller: vscode.TestController, sessions: Sessions, log: vscode.LogOutputChannel) {
    this.#controller = controller;
    this.#sessions = sessions;
    controller.resolveHandler = async (item) => (item ? this.#resolve(item) : this.#list());
    this.#listening = vscode.Disposable.from(
      sessions.onDidOpen((session) => this.#add(session)),
      sessions.onDidChange((change) => this.#follow(change)),
      sessions.onDidClose((session) => this.#drop(session)),
      vscode.workspace.onDidOpenTextDocument((document) => {
        if (isLane(document))
          inBackground(log, `Listing the checks of ${document.uri}`, async () => {
            const session = await sessions.of(document);
            await session.read(document);
            const path = session.path(document.uri);
            if (path !== undefined && this.#open.has(session)) this.#put(session, path);
          });
      }),
    );
  }

  dispose(): void {
    this.#listening.dispose();
  }

  /** What a request means, of lanes as they are now; without items all lanes that have not ended. */
  async choose(
    include?: readonly vscode.TestItem[],
    exclude: readonly vscode.TestItem[] = [],
  ): Promise<Choice> {
    if (!include) await this.#list();
    const left = new Set(exclude);
    const wanted = new Set(include ?? this.#lanes().filter((item) => !this.#hasEnded(item)));
    const checks: ChosenCheck[] = [];
    const broken: vscode.TestItem[] = [];
    for (const lane of new Set([...wanted].flatMap((item) => this.#lanesOf(item)))) {
      if (isWithin(lane, left)) continue;
      const planned = await this.#checksOf(lane);
      if (planned.length === 0) broken.push(lane);
      checks.push(...planned.filter(({ item }) => isWithin(item, wanted) && !isWithin(item, left)));
    }
    return { checks, broken };
  }

  /** The item of a lane; nothing for a file that is no lane of an opened folder. */
  async itemOf(uri: vscode.Uri): Promise<vscode.TestItem | undefined> {
    const document = await vscode.workspace.openTextDocument(uri);
    const session = await this.#sessions.of(document);
    const path = session.path(uri);
    if (path === undefined || !this.#open.has(session)) return undefined;
    await session.read(document);
    return this.#put(session, path);
  }

  async #list(): Promise<void> {
    this.#isListed = true;
    const folders = vscode.workspace.workspaceFolders ?? [];
    const sessions = await Promise.all(folders.map(({ uri }) => this.#sessions.ofFolder(uri)));
    for (const session of sessions) this.#add(session);
  }

  async #resolve(item: vscode.TestItem): Promise<void> {
    const meaning = this.#meanings.get(item);
    if (meaning?.kind === 'lane') this.#fill(item, meaning.session, meaning.path);
  }

  #add(session: Session): void {
    const before = this.#open.size;
    this.#open.add(session);
    // With a second folder the lanes of the first one move below it.
    if (before === 1 && this.#open.size === 2) this.#controller.items.replace([]);
    for (const one of before === 1 ? this.#open : [session]) this.#follow({ session: one });
  }

  #drop(session: Session): void {
    if (!this.#open.delete(session)) return;
    this.#controller.items.replace([]);
    for (const one of this.#open) this.#follow({ session: one });
  }

  #follow({ session, paths }: SessionChange): void {
    if (!this.#open.has(session)) return;
    const siblings = this.#siblings(session);
    const isReload = paths === undefined;
    for (const path of paths ?? session.board.lanes.keys())
      if (this.#isListed || this.#shows(session, path)) this.#put(session, path);
    if (!isReload && session.board.lanes.size >= siblings.size) return;
    for (const [id, item] of siblings) {
      const meaning = this.#meanings.get(item);
      if (meaning?.kind === 'lane' && meaning.session === session && !session.board.lanes.has(meaning.path))
        siblings.delete(id);
    }
  }

  /** True for a lane that has an item or a document. */
  #shows(session: Session, path: string): boolean {
    const uri = session.uri(path).toString();
    return (
      this.#siblings(session).get(uri) !== undefined ||
      vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri)
    );
  }

  /** Where the lanes of a folder are: below its item if there are several folders. */
  #siblings(session: Session): vscode.TestItemCollection {
    const { items } = this.#controller;
    if (this.#open.size < 2) return items;
    const uri = session.uri('');
    const id = uri.toString();
    const known = items.get(id);
    if (known) return known.children;
    const item = this.#controller.createTestItem(id, vscode.workspace.asRelativePath(uri) || uri.path, uri);
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    if (folder?.uri.toString() === id) item.label = folder.name;
    this.#meanings.set(item, { kind: 'folder', session });
    items.add(item);
    return item.children;
  }

  #put(session: Session, path: string): vscode.TestItem | undefined {
    const file = session.board.lanes.get(path);
    const siblings = this.#siblings(session);
    const uri = session.uri(path);
    if (!file) return void siblings.delete(uri.toString());
    const isOpen = vscode.workspace.textDocuments.some((one) => one.uri.toString() === uri.toString());
    const item =
      siblings.get(uri.toString()) ?? this.#controller.createTestItem(uri.toString(), file.id, uri);
    const wasFilled = item.children.size > 0;
    this.#meanings.set(item, { kind: 'lane', session, path });
    describeLane(item, file, session);
    siblings.add(item);
    if (isOpen || wasFilled) this.#fill(item, session, path);
    else item.canResolveChildren = true;
    return item;
  }

  /** Gives a lane's item its checks. A file that cannot be read for the moment keeps those that it had. */
  #fill(lane: vscode.TestItem, session: Session, path: string): void {
    const file = session.board.lanes.get(path);
    if (!file || !session.core.isSound(file)) return;
    lane.canResolveChildren = false;
    const toRange = rangesByPath(session);
    const items = planOf(session, file).map((check, at) => {
      const uri = session.uri(check.place.path);
      const id = `${check.kind} ${check.id}`;
      const known = lane.children.get(id);
      const item =
        known?.uri?.toString() === uri.toString()
          ? known
          : this.#controller.createTestItem(id, check.id, uri);
      item.range = toRange(check.place.path)(check.place.span);
      item.label = labelOf(check, path);
      item.sortText = String(at).padStart(6, '0');
      const digest = session.core.checkDigest(check);
      const before = this.#meanings.get(item);
      if (before?.kind === 'check' && before.digest !== digest) this.#controller.invalidateTestResults(item);
      this.#meanings.set(item, { kind: 'check', session, path, digest });
      return item;
    });
    lane.children.replace(items);
  }

  #lanes(): readonly vscode.TestItem[] {
    return [...this.#controller.items].flatMap(([, item]) => this.#lanesOf(item));
  }

  #lanesOf(item: vscode.TestItem): readonly vscode.TestItem[] {
    switch (this.#meanings.get(item)?.kind) {
      case 'folder':
        return [...item.children].map(([, lane]) => lane).filter((lane) => !this.#hasEnded(lane));
      case 'lane':
        return [item];
      case 'check':
        return item.parent ? [item.parent] : [];
      case undefined:
        return [];
    }
  }

  #hasEnded(lane: vscode.TestItem): boolean {
    const meaning = this.#meanings.get(lane);
    if (meaning?.kind !== 'lane') return false;
    const file = meaning.session.board.lanes.get(meaning.path);
    return file !== undefined && meaning.session.board.hasEnded(file.id);
  }

  async #checksOf(lane: vscode.TestItem): Promise<readonly ChosenCheck[]> {
    const meaning = this.#meanings.get(lane);
    if (meaning?.kind !== 'lane') return [];
    const { session, path } = meaning;
    const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === lane.id);
    if (document) await session.read(document);
    this.#fill(lane, session, path);
    const file = session.board.lanes.get(path);
    if (!file || !session.core.isSound(file)) return [];
    const plan = planOf(session, file);
    return plan.flatMap((check) => {
      const item = lane.children.get(`${check.kind} ${check.id}`);
      return item ? [{ session, item, check, plan, lanePath: path }] : [];
    });
  }
}

function planOf({ core, board }: Session, file: SoundLane): readonly PlannedCheck[] {
  return core.planChecks(file, board.settings, core.SETTINGS_PATH);
}

function describeLane(item: vscode.TestItem, file: LaneFile, session: Session): void {
  const { core, board } = session;
  const ended = board.hasEnded(file.id);
  item.sortText = `${ended ? LAST : ''}${file.id}`;
  if (!core.isSound(file)) {
    item.error = 'This lane cannot be read. The Problems view says why.';
    return;
  }
  item.error = undefined;
  item.description = ended ? 'has ended' : (file.lane.title?.value ?? '');
  item.range = rangesOf(core, file.text)(file.lane.header);
}

/** Screen readers hear the description of an item in place of its label, so the label says it all. */
function labelOf({ kind, id, place, run }: PlannedCheck, lanePath: string): string {
  if (place.path !== lanePath) return `${id} (${place.path})`;
  const isBuiltIn = run === undefined && (kind === 'limits' || kind === 'budget' || kind === 'own-standard');
  return isBuiltIn ? `${id} (built in)` : id;
}

/** Ranges in several files of a folder, of which each is indexed once. */
function rangesByPath(session: Session): (path: string) => ReturnType<typeof rangesOf> {
  const known = new Map<string, ReturnType<typeof rangesOf>>();
  return (path) => {
    const toRange = known.get(path) ?? rangesOf(session.core, session.text(path) ?? '');
    known.set(path, toRange);
    return toRange;
  };
}

function isWithin(item: vscode.TestItem, any: ReadonlySet<vscode.TestItem>): boolean {
  return any.has(item) || (item.parent !== undefined && isWithin(item.parent, any));
}
