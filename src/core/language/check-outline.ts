import { type Tree, treeAt } from './tree.ts';

/** A check in a few words: its command, else its kind. */
export function outlineCheck(check: Tree | undefined): string {
  if (check?.kind === 'scalar') return check.value;
  const run = treeAt(check, ['run']);
  if (run?.kind === 'scalar') return run.value;
  const kind = treeAt(check, ['kind']);
  return kind?.kind === 'scalar' ? kind.value : '';
}
