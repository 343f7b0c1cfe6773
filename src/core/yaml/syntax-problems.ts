import type { YAMLParseError } from 'yaml';
import type { Problem, Remedy } from '../lint/report.ts';
import type { Span } from '../text/span.ts';
import { CAPS } from './caps.ts';
import { quoteScalar } from './quote-scalar.ts';

/** What the YAML library found, in words for people: one problem a line, the first `CAPS.problems` of them. */
export function syntaxProblems(
  text: string,
  errors: readonly YAMLParseError[],
  {
    rejected: known,
    openQuote,
  }: { readonly rejected: readonly Span[]; readonly openQuote: number | undefined },
): { problems: Problem[]; rejected: Span[] } {
  const problems: Problem[] = [];
  const rejected: Span[] = [];
  let lastLine = -1;
  for (const error of errors) {
    if (problems.length >= CAPS.problems) break;
    const isOpen =
      openQuote !== undefined && error.code === 'MISSING_CHAR' && error.message.includes('closing');
    const start = Math.min(isOpen ? openQuote : error.pos[0], text.length);
    const line = lineStart(text, start);
    if (line === lastLine || known.some((span) => span.start <= start && start <= span.end)) continue;
    lastLine = line;
    const span = visibleSpan(text, start, error.pos[1]);
    if (error.code !== 'DUPLICATE_KEY')
      rejected.push({
        start: lineStart(text, text.slice(0, start).trimEnd().length),
        end: Math.max(span.end, start),
      });
    problems.push({ rule: 'broken-yaml', span, ...explain(text, error, span) });
  }
  const rest = errors.length - problems.length;
  const last = problems[CAPS.problems - 1];
  if (last && rest > 0)
    problems[CAPS.problems - 1] = {
      ...last,
      message: `${last.message} (And ${rest} more mistakes in this file.)`,
    };
  return { problems, rejected };
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The characters to underline: the word that begins there, at most to the end of the line, at least one where there is one. */
function visibleSpan(text: string, start: number, end: number): Span {
  const lineEnd = start + (/\r?\n|$/.exec(text.slice(start))?.index ?? 0);
  const wordEnd = start + (/^[^\s:,[\]{}]*/.exec(text.slice(start, lineEnd))?.[0].length ?? 0);
  return {
    start,
    end: Math.max(Math.min(Math.max(end, wordEnd), lineEnd), Math.min(start + 1, text.length)),
  };
}

function explain(
  text: string,
  error: YAMLParseError,
  span: Span,
): { message: string; remedies?: readonly Remedy[] } {
  const found = text.slice(span.start, Math.min(span.end, span.start + 40));
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return { message: 'This line is indented with a tab. YAML takes spaces only: use two for each level.' };
    case 'DUPLICATE_KEY':
      return { message: `"${found}" stands twice in the same place, and only the first is read. Keep one.` };
    case 'BLOCK_AS_IMPLICIT_KEY':
      return {
        message: 'A second ": " on this line makes YAML read a key. Put quotes around the whole value.',
        ...quoteLineValue(text, span),
      };
    case 'BAD_SCALAR_START':
      return {
        message: `A value cannot begin with "${found.slice(0, 1)}". Put quotes around it.`,
        ...quoteLineValue(text, span),
      };
    case 'BAD_DQ_ESCAPE':
      return {
        message: `"${found}" is no escape that YAML knows. Write \\\\ for a backslash, or use single quotes.`,
      };
    case 'BAD_INDENT':
    case 'MULTILINE_IMPLICIT_KEY':
      if (error.message.includes('end with a')) return { message: OPEN_BRACKET };
      return {
        message:
          'The indentation of this line does not fit the lines above it. Align it with its neighbours.',
      };
    case 'RESOURCE_EXHAUSTION':
      return { message: 'This nests too deeply to be read. Write it with fewer levels.' };
    case 'MISSING_CHAR':
      return { message: missingMessage(error.message, found) };
    default:
      return {
        message: found.trim()
          ? `"${found}" is not expected here. Look for a missing quote, bracket or colon before it.`
          : 'This is not YAML. Look for a missing quote, bracket or colon before it.',
      };
  }
}

const OPEN_BRACKET = 'A bracket is opened and never closed. Close it.';

function missingMessage(said: string, found: string): string {
  if (said.includes('closing'))
    return `A ${said.includes('"') ? 'double' : 'single'} quote is opened and never closed. Close it.`;
  if (said.includes('followed by map values'))
    return `"${found}" has no colon after it. Write \`key: value\`, or \`- \` before it for a list.`;
  if (said.includes('without - indicator'))
    return `"${found}" stands in a list without a dash. Write \`- \` before it.`;
  if (said.includes('Missing ,') || said.includes('closing'))
    return 'A comma is missing between these entries.';
  if (said.includes('space')) return 'A space is missing here.';
  if (said.includes('end with a')) return OPEN_BRACKET;
  return `${said}.`;
}

/** A remedy that quotes the value of the line: what stands after its first `: ` or `- `, up to a comment. */
function quoteLineValue(text: string, { start }: Span): { remedies?: readonly Remedy[] } {
  const from = lineStart(text, start);
  const line = text.slice(from).split(/\r?\n/, 1)[0] ?? '';
  const [, lead, value] = /^([ \t]*(?:- +)?(?:[\w-]+: +|- +))(\S.*?)\s*(?:\s#.*)?$/.exec(line) ?? [];
  if (lead === undefined || value === undefined || /^["'|>[{]/.test(value)) return {};
  const span = { start: from + lead.length, end: from + lead.length + value.length };
  return {
    remedies: [
      {
        title: 'Put quotes around the value',
        safe: true,
        operations: [{ kind: 'replace', span, text: quoteScalar(value) }],
      },
    ],
  };
}
