import type { Span } from '../text/span.ts';

/** The end of a line on which a block of text begins. */
const BLOCK_HEADER = /[:-][ \t]+[|>][-+\d]{0,2}[ \t]*(?:[ \t]#[^\n]*)?\r?$/;
/** Only so much of a long line is looked at. */
const HEADER_LENGTH = 200;

/**
 * The lines that a comment can be put above to speak of an offset: its own line or, inside a block of text (`|`, `>`), the whole
 * block with the line on which it begins, since a comment inside it would be text.
 */
export function coveredLines(text: string, offset: number): Span {
  let found = lineAt(text, offset);
  let indent = indentOf(text, found) ?? Number.POSITIVE_INFINITY;
  for (let line = found; line.start > 0 && indent > 0; ) {
    line = lineAt(text, line.start - 1);
    const own = indentOf(text, line);
    if (own === undefined || own >= indent) continue;
    indent = own;
    if (beginsBlock(text, line)) found = line;
  }
  return withBlock(text, found);
}

/** A line together with the block of text that begins on it, if one does. */
export function withBlock(text: string, line: Span): Span {
  if (!beginsBlock(text, line)) return line;
  const indent = indentOf(text, line) ?? 0;
  let { end } = line;
  for (let next = line; next.end < text.length; ) {
    next = lineAt(text, next.end + 1);
    const own = indentOf(text, next);
    if (own !== undefined && own <= indent) break;
    if (own !== undefined) end = next.end;
  }
  return { start: line.start, end };
}

function beginsBlock(text: string, { start, end }: Span): boolean {
  const isComment = /^[ \t]*#/.test(text.slice(start, end));
  return !isComment && BLOCK_HEADER.test(text.slice(Math.max(start, end - HEADER_LENGTH), end));
}

function lineAt(text: string, offset: number): Span {
  const start = offset > 0 ? text.lastIndexOf('\n', offset - 1) + 1 : 0;
  const newline = text.indexOf('\n', start);
  return { start, end: newline < 0 ? text.length : newline };
}

/** The white space before the line's first character; undefined for a blank line. */
function indentOf(text: string, { start, end }: Span): number | undefined {
  const indent = /^[ \t]*(?=\S)/.exec(text.slice(start, end));
  return indent ? indent[0].length : undefined;
}
