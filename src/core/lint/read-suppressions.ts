import type { Span } from '../text/span.ts';
import type { Suppression } from './suppression.ts';

const MARK = /^#\s*lanekeeper-disable-next-line\b[ \t]*/;

/** The suppressions among a file's comments. */
export function readSuppressions(text: string, comments: readonly Span[]): Suppression[] {
  const found: Suppression[] = [];
  for (const span of comments) {
    const comment = text.slice(span.start, span.end);
    const mark = MARK.exec(comment);
    if (!mark) continue;
    const said = comment.slice(mark[0].length);
    const dash = /(^|\s)--(\s|$)/.exec(said);
    const names = dash ? said.slice(0, dash.index) : said;
    const rules = [...names.matchAll(/[^\s,]+/g)].map((word) => {
      const start = span.start + mark[0].length + word.index;
      return { id: word[0], span: { start, end: start + word[0].length } };
    });
    const reason = dash ? said.slice(dash.index + dash[0].length).trim() : '';
    found.push({ span, rules, reason, covers: nextLine(text, span.end) });
  }
  return found;
}

/** The next line that is neither blank nor a comment. */
function nextLine(text: string, from: number): Span {
  let start = from;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    if (newline < 0) break;
    const end = text.indexOf('\n', newline + 1);
    const line = { start: newline + 1, end: end < 0 ? text.length : end };
    if (!/^\s*(#|$)/.test(text.slice(line.start, line.end))) return line;
    start = line.start;
  }
  return { start: text.length, end: text.length };
}
