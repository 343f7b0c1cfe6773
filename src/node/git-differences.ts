import type { ChangedFile } from '../core/index.ts';

const KINDS: Readonly<Record<string, ChangedFile['change']>> = { A: 'added', D: 'deleted', R: 'renamed' };

/** The files that `git diff --raw --numstat -z` tells, with paths as git gives them: from the top of the repository. */
export function readDifferences(output: string): readonly ChangedFile[] {
  const parts = output.split('\0');
  const found = new Map<string, ChangedFile>();
  let at = 0;
  const next = () => parts[at++] ?? '';
  while (at < parts.length - 1) {
    const head = next();
    if (head.startsWith(':')) readKind(head, next, found);
    else readCounts(head, next, found);
  }
  return [...found.values()];
}

type Found = Map<string, ChangedFile>;

/** `:MODE MODE HASH HASH R100`, then one path, or two of a rename. */
function readKind(head: string, next: () => string, found: Found): void {
  const letter = head.split(' ').at(-1)?.charAt(0) ?? '';
  const first = next();
  const path = letter === 'R' ? next() : first;
  // A conflict is told twice: as such, and as the change that it is.
  if (letter === 'U' && found.has(path)) return;
  found.set(path, {
    path,
    ...(letter === 'R' ? { from: first } : {}),
    change: KINDS[letter] ?? 'changed',
    added: 0,
    removed: 0,
    isBinary: false,
  });
}

/** `ADDED<tab>REMOVED<tab>PATH`; of a rename the path is empty and two follow; of a binary file the numbers are dashes. */
function readCounts(head: string, next: () => string, found: Found): void {
  const [added = '', removed = '', ...inline] = head.split('\t');
  let path = inline.join('\t');
  if (path === '') {
    next();
    path = next();
  }
  const known = found.get(path);
  if (!known) return;
  found.set(path, {
    ...known,
    added: known.added + (Number(added) || 0),
    removed: known.removed + (Number(removed) || 0),
    isBinary: known.isBinary || added === '-',
  });
}
