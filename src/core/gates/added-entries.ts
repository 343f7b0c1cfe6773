import type { Git, GitProblem } from '../checks/git.ts';
import type { History, HistoryCommit } from './history.ts';
import { entriesOfText, type RecordedEntry } from './recorded-entries.ts';

/** What became of the entries of one reviews file over time. */
export interface EntryHistory {
  /** The commit that added an entry, by its key, with what stood there before it. */
  readonly added: ReadonlyMap<
    string,
    { readonly commit: HistoryCommit; readonly before: readonly RecordedEntry[] }
  >;
  /** Entries that a commit changed or took out. */
  readonly lost: readonly { readonly entry: RecordedEntry; readonly commit: HistoryCommit }[];
  /** Keys of what is committed. */
  readonly committed: ReadonlySet<string>;
}

/** Follows a reviews file through the commits that changed it. Where git lacks what was before a commit, nobody knows what it added. */
export async function entryHistory(
  path: string,
  git: Pick<Git, 'show'>,
  history: History,
): Promise<EntryHistory | GitProblem> {
  const commits = await history.commits(path);
  if ('problem' in commits) return commits;
  const versions = new Map<string, readonly RecordedEntry[] | undefined>();
  const entriesAt = async (commit: string) => {
    if (!versions.has(commit)) {
      const text = await git.show(commit, path);
      versions.set(commit, typeof text === 'object' ? undefined : entriesOfText(path, text));
    }
    return versions.get(commit);
  };
  const added = new Map<string, { commit: HistoryCommit; before: readonly RecordedEntry[] }>();
  const lost: { entry: RecordedEntry; commit: HistoryCommit }[] = [];
  for (const commit of commits) {
    const now = (await entriesAt(commit.commit)) ?? [];
    const parents = await Promise.all(commit.parents.map(entriesAt));
    const before = parents.flatMap((entries) => entries ?? []);
    const [keys, old] = [keysOf(now), keysOf(before)];
    // The commits come newest first: the oldest that adds an entry is kept.
    for (const { key } of now)
      if (!old.has(key) && !parents.includes(undefined)) added.set(key, { commit, before });
    for (const entry of before) if (!keys.has(entry.key)) lost.push({ entry, commit });
  }
  const committed = keysOf((await entriesAt('HEAD')) ?? []);
  return { added, lost, committed };
}

function keysOf(entries: readonly RecordedEntry[]): ReadonlySet<string> {
  return new Set(entries.map(({ key }) => key));
}
