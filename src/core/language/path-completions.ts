import { firstAtLeast } from '../glob/sorted-paths.ts';
import type { Proposal, Request } from './completion-item.ts';
import type { Cursor } from './cursor.ts';
import { type Meaning, placeOf } from './language.ts';
import { fittingText, snippetText } from './snippet.ts';

type PathMeaning = Extract<Meaning, 'file' | 'glob' | 'folder'>;

/** Where shared context lives. */
const SHARED_CONTEXT = 'lanes/context/';

/**
 * Files and folders for the path that is being written, one segment at a time; where globs can stand, a folder also as all that
 * is below it. In `context`, shared context comes first.
 */
export function proposePaths(
  { cursor, language, board }: Request,
  meaning: 'file' | 'glob' | 'folder',
): Proposal[] {
  const { paths } = board.files;
  const folder = cursor.typed.slice(0, cursor.typed.lastIndexOf('/') + 1);
  const proposals = childrenOf(paths, folder).flatMap((path) => asProposals(path, meaning, cursor));
  if (placeOf(language, cursor.path) !== 'brief.context') return proposals;
  const shared = filesIn(paths, SHARED_CONTEXT).filter((path) => path.endsWith('.md'));
  const first = shared.map(
    (path): Proposal => ({ label: path, kind: 'path', detail: 'shared context', sort: `0${path}` }),
  );
  return [...first, ...proposals.filter(({ label }) => !shared.includes(label))];
}

/** What lies directly in a folder (with its slash, '' for the workspace): files, and folders with a slash. */
function childrenOf(paths: readonly string[], folder: string): string[] {
  const children: string[] = [];
  let at = firstAtLeast(paths, folder);
  while (at < paths.length) {
    const path = paths[at] as string;
    if (!path.startsWith(folder)) break;
    const slash = path.indexOf('/', folder.length);
    const child = slash < 0 ? path : path.slice(0, slash + 1);
    children.push(child);
    // `0` is the character after `/`: the next path outside of that folder.
    at = slash < 0 ? at + 1 : firstAtLeast(paths, `${path.slice(0, slash)}0`);
  }
  return children;
}

function filesIn(paths: readonly string[], folder: string): string[] {
  return childrenOf(paths, folder).filter((path) => !path.endsWith('/'));
}

function asProposals(path: string, meaning: PathMeaning, cursor: Cursor): Proposal[] {
  const proposal: Proposal = { label: path, kind: 'path', sort: `2${path}` };
  const isFolder = path.endsWith('/');
  if (meaning === 'folder') return isFolder ? [{ ...proposal, text: path.slice(0, -1) }] : [];
  if (!isFolder) return [proposal];
  // Writing goes on behind the slash, also where the path must be quoted.
  const text = snippetText(fittingText(path, cursor));
  const folder = {
    ...proposal,
    snippet: `${text.slice(0, text.lastIndexOf('/') + 1)}$1${text.slice(text.lastIndexOf('/') + 1)}`,
  };
  if (meaning === 'file') return [folder];
  return [{ label: `${path}**`, kind: 'path', detail: 'every file below', sort: `1${path}` }, folder];
}
