import ignore, { type Ignore } from 'ignore';
import { decodeText } from './decode-text.ts';
import type { Files, FolderEntry } from './files.ts';

/** Folders that are no part of the work, with or without a `.gitignore`. */
const SKIPPED = new Set(['.git', '.hg', '.svn', 'node_modules']);

/** A `.gitignore` larger than this is not read. */
const IGNORE_FILE_BYTES = 256 * 1024;

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
 * folder and `node_modules`. The order is that of the host. At most `limit` files, so that an endless tree ends.
 */
export async function listFiles(files: Files, limit = 500_000): Promise<string[]> {
  const paths: string[] = [];
  const open: Folder[] = [{ path: '', rules: [] }];
  for (let folder = open.pop(); folder && paths.length < limit; folder = open.pop()) {
    const entries = await files.list(folder.path);
    const base = folder.path && `${folder.path}/`;
    const rules = await rulesIn(files, base, entries, folder.rules);
    for (const { name, kind } of entries) {
      const path = base + name;
      if (kind === 'other' || isIgnored(rules, kind === 'folder' ? `${path}/` : path)) continue;
      if (kind === 'file') paths.push(path);
      else if (!SKIPPED.has(name)) open.push({ path, rules });
    }
  }
  return paths;
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

/** The innermost `.gitignore` that speaks of the path decides. */
function isIgnored(rules: readonly Rules[], path: string): boolean {
  for (const { base, rules: own } of rules.toReversed()) {
    const { ignored, unignored } = own.test(path.slice(base.length));
    if (ignored || unignored) return ignored;
  }
  return false;
}
