import type { TextEdit } from '../text/span.ts';

/**
 * The text with the edits made; every other character stays as it is. Edits refer to the text before any of them; of two that
 * overlap the later one is left out, so that no edit is made on text that is no longer there.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = edits
    .map((edit, index) => ({ ...edit, index }))
    .sort((a, b) => a.span.start - b.span.start || a.index - b.index);
  let result = '';
  let at = 0;
  for (const { span, newText } of sorted) {
    if (span.start < at) continue;
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}
