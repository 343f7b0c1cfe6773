import type { TextEdit } from '../text/span.ts';
import { applyEdits } from './apply-edits.ts';
import type { Operation } from './operation.ts';
import { editableYaml, resolveOperation } from './resolve-operations.ts';

/**
 * The edit of one file's text that several operations mean when each is made on what the one before it left; so an entry can be
 * added under a key before the last other one goes. A `replace` among them comes first: its span is that of the text as it is.
 * None where one of the operations finds no place.
 */
export function resolveInTurn(
  text: string,
  operations: readonly Exclude<Operation, { kind: 'create' }>[],
): TextEdit[] {
  let result = text;
  for (const operation of operations) {
    const edits = resolveOperation(editableYaml(result), operation);
    if (edits.length === 0) return [];
    result = applyEdits(result, edits);
  }
  return [difference(text, result)];
}

/** The one edit that makes the second text of the first and leaves alone what both begin and end with. */
function difference(from: string, to: string): TextEdit {
  const most = Math.min(from.length, to.length);
  let start = 0;
  while (start < most && from[start] === to[start]) start++;
  let same = 0;
  while (same < most - start && from[from.length - 1 - same] === to[to.length - 1 - same]) same++;
  return { span: { start, end: from.length - same }, newText: to.slice(start, to.length - same) };
}
