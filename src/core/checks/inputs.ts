import { digestOf } from '../digest/digest-of.ts';
import { sha256Digest } from '../digest/sha256.ts';
import { encodeUtf8 } from '../digest/utf8.ts';
import { anyDepth, type Glob, type GlobProblem, matchesGlob } from '../glob/glob.ts';
import type { Files, FolderEntry } from '../workspace/files.ts';
import { askOnce } from './ask-once.ts';

/** What checks read and leave, asked of the disk: git's ignored files, which the board does not know, are among it. */
export interface Inputs {
  /** The files that globs name, sorted; undefined if one cannot be used, or if there is more than can be looked at. */
  matching(globs: readonly string[]): Promise<readonly string[] | undefined>;
  /** The digest of what those files are called and hold; undefined if there are none, or one cannot be read. */
  digest(globs: readonly string[]): Promise<string | undefined>;
  /** Forgets what it has seen: a process may have changed it. */
  forget(): void;
}

/** A larger file is not read again and again: what names it is never skipped. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Entries that are looked at for one list of globs. */
const MOST_ENTRIES = 100_000;

/** How many files are asked of the host at once. */
const BATCH = 64;

/** Folders that only a glob which names them means. */
const SKIPPED: readonly string[] = ['.git', 'node_modules'];

/** Looks at files through a host. What it has seen it remembers until it is told to forget. */
export function createInputs(
  files: Files,
  compile: (glob: string) => Glob | GlobProblem,
  digestFile = (path: string) => digestByReading(files, path),
): Inputs {
  const listed = new Map<string, Promise<readonly FolderEntry[]>>();
  const digests = new Map<string, Promise<string | undefined>>();
  const list = (folder: string) => askOnce(listed, folder, () => files.list(folder));
  const matching = (globs: readonly string[]) => {
    const usable = globs.map(compile).filter((glob): glob is Glob => !('problem' in glob));
    return usable.length === globs.length ? filesMatching(usable, list) : Promise.resolve(undefined);
  };
  return {
    matching,
    async digest(globs) {
      const paths = (await matching(globs)) ?? [];
      const contents: [string, string][] = [];
      for (let at = 0; at < paths.length; at += BATCH) {
        const batch = paths.slice(at, at + BATCH);
        const found = await Promise.all(batch.map((path) => askOnce(digests, path, () => digestFile(path))));
        for (const [index, digest] of found.entries()) {
          if (digest === undefined) return undefined;
          contents.push([batch[index] as string, digest]);
        }
      }
      return contents.length === 0 ? undefined : digestOf(contents);
    },
    forget() {
      listed.clear();
      digests.clear();
    },
  };
}

type List = (folder: string) => Promise<readonly FolderEntry[]>;

async function filesMatching(globs: readonly Glob[], list: List): Promise<readonly string[] | undefined> {
  const found = new Set<string>();
  const budget = { left: MOST_ENTRIES };
  for (const glob of globs) {
    for (const place of placesOf(glob)) {
      for await (const entries of entriesBelow(place, list, budget)) {
        const named = entries.filter(({ path }) => matchesGlob(glob, path.normalize('NFC')));
        if (named.some(({ kind }) => kind === 'other')) return undefined;
        for (const { path } of named) found.add(path);
      }
    }
  }
  return budget.left < 0 ? undefined : [...found].sort();
}

/** A folder with how many levels below it are looked at. */
interface Place {
  readonly path: string;
  readonly depth: number;
}

/** Everything below a folder that is no folder, one folder after the other, until the budget of entries is used up. */
async function* entriesBelow(
  start: Place,
  list: List,
  budget: { left: number },
): AsyncIterable<readonly { readonly path: string; readonly kind: FolderEntry['kind'] }[]> {
  const open = [start];
  for (let place = open.pop(); place; place = open.pop()) {
    const base = place.path && `${place.path}/`;
    const depth = place.depth - 1;
    const entries = await list(place.path);
    budget.left -= entries.length;
    if (budget.left < 0) return;
    const [folders, others] = [entries.filter(isFolder), entries.filter((entry) => !isFolder(entry))];
    yield others.map(({ name, kind }) => ({ path: base + name, kind }));
    if (depth > 0)
      open.push(
        ...folders
          .filter(({ name }) => !SKIPPED.includes(name))
          .map(({ name }) => ({ path: base + name, depth })),
      );
  }
}

function isFolder({ kind }: FolderEntry): boolean {
  return kind === 'folder';
}

/** The folders below which a glob finds files, each with how many levels it reaches down. */
function placesOf({ alternatives }: Glob): readonly Place[] {
  return alternatives.map(({ start, segments }) => {
    const path = start.slice(0, Math.max(0, start.lastIndexOf('/')));
    const above = path === '' ? 0 : path.split('/').length;
    const depth = segments.includes(anyDepth) ? Number.POSITIVE_INFINITY : segments.length - above;
    return { path, depth };
  });
}

async function digestByReading(files: Files, path: string): Promise<string | undefined> {
  const content = await files.read(path, MOST_BYTES);
  switch (content.kind) {
    case 'bytes':
      return sha256Digest(content.bytes);
    case 'text':
      return sha256Digest(encodeUtf8(content.text));
    case 'too-large':
    case 'unreadable':
    case 'missing':
      return undefined;
  }
}
