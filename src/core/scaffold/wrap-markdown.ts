const FENCE = /^\s*(```|~~~)/;
/** A list entry or prose with its indentation; tables, quotes, headings and HTML keep their lines. */
const WRAPPABLE = /^([ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?)(?![ \t#>|<=])/;
const LIST_ENTRY = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/;
const INDENTED = /^(?: {4}|\t)/;
/** At the start of a line these would be Markdown of another kind. */
const MARKER = /^(?:[-*+=>|~#]|\d{1,9}[.)]$|```)/;
const WORD = /(?:`[^`]*`|[^\s`]|`)+/g;

/** The Markdown with its long lines of prose broken at blanks; it reads and renders as before. */
export function wrapMarkdown(text: string, width: number): string {
  let isCode = false;
  const lines = text.split('\n').map((line, index, all) => {
    const isFence = FENCE.test(line);
    if (isFence) isCode = !isCode;
    // After a blank line, indentation makes code of a paragraph.
    const isIndented = INDENTED.test(line) && !LIST_ENTRY.test(line) && (all[index - 1] ?? '').trim() === '';
    return isCode || isFence || isIndented || line.length <= width ? line : wrapLine(line, width);
  });
  return lines.join('\n');
}

function wrapLine(line: string, width: number): string {
  const item = WRAPPABLE.exec(line);
  if (!item) return line;
  const marker = item[1] ?? '';
  const lines: string[] = [];
  let current = marker;
  for (const word of line.slice(marker.length).match(WORD) ?? []) {
    const isEmpty = current.length === marker.length && current.trim() === marker.trim();
    if (!isEmpty && current.length + 1 + word.length > width && !MARKER.test(word)) {
      lines.push(current);
      current = ' '.repeat(marker.length) + word;
    } else {
      current += isEmpty ? word : ` ${word}`;
    }
  }
  return [...lines, current].join('\n');
}
