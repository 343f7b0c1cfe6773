import ignore, { type Ignore } from 'ignore';
import { decodeText } from './decode-text.ts';
import type { Files, FolderEntry } from './files.ts';

/** Files and folders that are looked at before a walk is cut: more than the largest repositories that people lint hold. */
export const MOST_ENTRIES = 500_000;

/** Folders that are no part of the work, with or without a `.gitignore`. */
const SKIPPED = new Set(['.git', '.hg', '.svn', 'node_modules']);

/** A `.gitignore` larger than this is not read. */
const IGNORE_FILE_BYTES = 256 * 1024;

/** The files of a workspace folder. */
export interface Listing {
  readonly paths: readonly string[];
  /** True if the folder holds more than was looked at: some files are then missing. */
  readonly isCut: boolean;
}

interface Rules {
  /** The folder that holds the `.gitignore`, with `/` at its end, or empty. */
  readonly base: string;
  readonly rules: Ignore;
}

interface Folder {
  readonly path: string;
  readonly rules: readonly Rules[];
}

/**
 * The paths of all files of a workspace folder, as git would see them: what a `.gitignore` names is left out, and so are git's own
 * folder and `node_modules`. The order is that of the host. The walk ends after `limit` entries, so that an endless tree ends.
 */
export async function listFiles(files: Files, limit = MOST_ENTRIES): Promise<Listing> {
  const paths: string[] = [];
  const open: Folder[] = [{ path: '', rules: [] }];
  let left = limit;
  for (let folder = open.pop(); folder; folder = open.pop()) {
    const entries = await files.list(folder.path);
    if (entries.length > left) return { paths, isCut: true };
    left -= entries.length;
    const base = folder.path && `${folder.path}/`;
    const rules = await rulesIn(files, base, entries, folder.rules);
    const isIgnored = ignoringIn(rules);
    for (const { name, kind } of entries) {
      const path = base + name;
      if (kind === 'other' || isIgnored(kind === 'folder' ? `${path}/` : path)) continue;
      if (kind === 'file') paths.push(path);
      else if (!SKIPPED.has(name)) open.push({ path, rules });
    }
  }
  return { paths, isCut: false };
}

/** The rules that hold in a folder: those above it, and its own `.gitignore`. */
async function rulesIn(
  files: Files,
  base: string,
  entries: readonly FolderEntry[],
  above: readonly Rules[],
): Promise<readonly Rules[]> {
  const hasOwn = entries.some(({ name, kind }) => name === '.gitignore' && kind === 'file');
  const own = hasOwn ? await readIgnore(files, base) : undefined;
  return own ? [...above, own] : above;
}

async function readIgnore(files: Files, base: string): Promise<Rules | undefined> {
  const content = await files.read(`${base}.gitignore`, IGNORE_FILE_BYTES);
  if (content.kind === 'missing') return undefined;
  const decoded = decodeText(content);
  return 'text' in decoded ? { base, rules: ignore().add(decoded.text) } : undefined;
}

/** Whether git ignores paths of one folder: the innermost `.gitignore` that speaks of a path decides. */
function ignoringIn(rules: readonly Rules[]): (path: string) => boolean {
  // The library remembers every path that it is asked about. A copy for each folder shares the compiled rules and forgets.
  const innermostFirst = rules.map(({ base, rules: own }) => ({ base, rules: ignore().add(own) })).reverse();
  return (path) => {
    for (const { base, rules: own } of innermostFirst) {
      const { ignored, unignored } = own.test(path.slice(base.length));
      if (ignored || unignored) return ignored;
    }
    return false;
  };
}
