import { oneLine } from '../scaffold/plain-text.ts';

/** The longest text of a file that a hover repeats. */
const LONGEST = 300;

/**
 * A text of a file as Markdown that shows exactly its characters, on one line: no markup, HTML, link, image or mention of it
 * takes effect, and characters that nobody can see are written out.
 */
export function plainMarkdown(text: string): string {
  return cut(text).replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** A text of a file as a piece of code in Markdown, on one line. */
export function codeMarkdown(text: string): string {
  const shown = cut(text);
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return longest ? `${fence} ${shown} ${fence}` : `${fence}${shown || ' '}${fence}`;
}

function cut(text: string): string {
  const line = oneLine(text.slice(0, LONGEST * 4));
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
