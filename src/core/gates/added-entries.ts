import type { Git, GitProblem } from '../checks/git.ts';
import type { History, HistoryCommit } from './history.ts';
import { entriesOfText, type RecordedEntry } from './recorded-entries.ts';

/** How an entry came into its file. */
export interface AddedEntry {
  readonly commit: HistoryCommit;
  /** What stood there before. */
  readonly before: readonly RecordedEntry[];
  /** The path that the file had then. */
  readonly path: string;
}

/** An entry with the commit that changed or took it out. */
interface LostEntry {
  readonly entry: RecordedEntry;
  readonly commit: HistoryCommit;
}

/** What became of the entries of one reviews file over time. */
export interface EntryHistory {
  /** By the key of the entry. */
  readonly added: ReadonlyMap<string, AddedEntry>;
  /** Entries that a commit changed or took out. */
  readonly lost: readonly LostEntry[];
  /** Keys of what is committed. */
  readonly committed: ReadonlySet<string>;
}

/** What is asked of git about reviews. */
export type ReviewGit = Pick<Git, 'show' | 'changes'>;

/** A file is not followed through more names than this. */
const MOST_NAMES = 10;

/**
 * Follows a reviews file through the commits that changed it, and through those that renamed it with its lane. Where git lacks what
 * was before a commit, nobody knows what it added.
 */
export async function entryHistory(
  path: string,
  git: ReviewGit,
  history: History,
  names = 1,
): Promise<EntryHistory | GitProblem> {
  const commits = await history.commits(path);
  if ('problem' in commits) return commits;
  const entriesAt = remembering(async (commit: string) => {
    const text = await git.show(commit, path);
    return typeof text === 'object' ? undefined : entriesOfText(path, text);
  });
  const added = new Map<string, AddedEntry>();
  const lost: LostEntry[] = [];
  // They come newest first: the oldest that adds an entry is kept.
  for (const commit of commits) {
    const now = (await entriesAt(commit.commit)) ?? [];
    const parents = await Promise.all(commit.parents.map(entriesAt));
    const before = parents.flatMap((entries) => entries ?? []);
    const earlier =
      before.length === 0 && names < MOST_NAMES ? await renamedFrom(path, commit, git) : undefined;
    const old = earlier === undefined ? undefined : await entryHistory(earlier, git, history, names + 1);
    const step = { commit, now, before, old: old && 'added' in old ? old : undefined };
    if (!parents.includes(undefined))
      for (const key of newKeys(step)) added.set(key, { commit, before, path });
    for (const [key, first] of takenOver(step)) added.set(key, first);
    lost.push(...lostIn(step));
  }
  return { added, lost, committed: keysOf((await entriesAt('HEAD')) ?? []) };
}

/** What one commit did to the file. */
interface Step {
  readonly commit: HistoryCommit;
  readonly now: readonly RecordedEntry[];
  readonly before: readonly RecordedEntry[];
  /** What happened under the name that the file had before. */
  readonly old: EntryHistory | undefined;
}

function newKeys({ now, before }: Step): readonly string[] {
  const old = keysOf(before);
  return now.flatMap(({ key }) => (old.has(key) ? [] : [key]));
}

function takenOver({ now, old }: Step): readonly (readonly [string, AddedEntry])[] {
  return now.flatMap(({ key }) => {
    const first = old?.added.get(key);
    return first ? [[key, first] as const] : [];
  });
}

/** That the old name is gone is what renaming means, unless an entry went with it. */
function lostIn({ commit, now, before, old }: Step): readonly LostEntry[] {
  const keys = keysOf(now);
  const underOldName = (old?.lost ?? []).filter(
    (one) => one.commit.commit !== commit.commit || !keys.has(one.entry.key),
  );
  return [...before.filter(({ key }) => !keys.has(key)).map((entry) => ({ entry, commit })), ...underOldName];
}

/** The name that a file had before a commit that only now has it. */
async function renamedFrom(
  path: string,
  { commit, parents }: HistoryCommit,
  git: ReviewGit,
): Promise<string | undefined> {
  const [parent] = parents;
  const changes = parent === undefined ? [] : await git.changes(parent, commit);
  return 'problem' in changes ? undefined : changes.find((one) => one.path === path)?.from;
}

function remembering<Answer>(ask: (commit: string) => Promise<Answer>): (commit: string) => Promise<Answer> {
  const answers = new Map<string, Promise<Answer>>();
  return (commit) => {
    const answer = answers.get(commit) ?? ask(commit);
    answers.set(commit, answer);
    return answer;
  };
}

function keysOf(entries: readonly RecordedEntry[]): ReadonlySet<string> {
  return new Set(entries.map(({ key }) => key));
}
