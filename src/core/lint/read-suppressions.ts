import type { Span } from '../text/span.ts';
import { withBlock } from './covered-lines.ts';
import type { Problem } from './report.ts';
import type { Suppression } from './suppression.ts';

const MARK = /^#\s*lanekeeper-disable-next-line(?![\w-]):?[ \t]*/;

/** What other linters call their suppressions, and people take for ours. */
const OTHER_MARK = /^#\s*(lanekeeper-(?:disable|ignore|enable)[\w-]*)/;

/** The suppressions among a file's comments. */
export function readSuppressions(text: string, comments: readonly Span[]): Suppression[] {
  const found: Suppression[] = [];
  const coveredAfter = nextLines(text);
  for (const span of comments.toReversed()) {
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
    found.push({ span, rules, reason, covers: coveredAfter(span.end) });
  }
  return found.reverse();
}

/** Comments that look like suppressions and are none: they would be ignored without a word. */
export function unknownSuppressions(text: string, comments: readonly Span[]): Problem[] {
  return comments.flatMap((span) => {
    const comment = text.slice(span.start, span.end);
    const word = MARK.test(comment) ? undefined : OTHER_MARK.exec(comment)?.[1];
    if (word === undefined) return [];
    const message = `"${word}" does nothing. Write \`# lanekeeper-disable-next-line RULE -- reason\` above the line.`;
    return [{ rule: 'unused-suppression', span, message }];
  });
}

/** The next line that is neither blank nor a comment, with the block of text that begins on it, for each of many places asked from the last to the first. */
function nextLines(text: string): (from: number) => Span {
  let known: { readonly from: number; readonly line: Span } | undefined;
  return (from) => {
    let line = { start: text.length, end: text.length };
    for (let start = lineAfter(text, from); start < text.length; start = lineAfter(text, start)) {
      if (known && start > known.from) {
        line = known.line;
        break;
      }
      const end = text.indexOf('\n', start);
      const candidate = { start, end: end < 0 ? text.length : end };
      if (/^\s*[^\s#]/.test(text.slice(candidate.start, candidate.end))) {
        line = withBlock(text, candidate);
        break;
      }
    }
    known = { from, line };
    return line;
  };
}

function lineAfter(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline < 0 ? text.length : newline + 1;
}
