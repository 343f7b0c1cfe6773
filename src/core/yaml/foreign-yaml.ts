import type { Problem, Remedy } from '../lint/report.ts';
import type { Span } from '../text/span.ts';
import { quoteScalar } from './quote-scalar.ts';

/** One thing in a file that plain YAML does not have. */
export interface Foreign {
  readonly what: 'anchor' | 'alias' | 'tag' | 'directive' | 'merge key';
  readonly span: Span;
}

/** The problem of something that plain YAML does not have, with the quotes that a person most likely forgot. */
export function foreignProblem(text: string, { what, span }: Foreign): Problem {
  const found = text.slice(span.start, Math.min(span.end, span.start + 60));
  const message = `"${found}" is read as a YAML ${what}, and only plain YAML without ${what === 'alias' ? 'aliases' : `${what}s`} is read here.`;
  if (what === 'directive' || what === 'merge key')
    return { rule: 'plain-yaml', span, message: `${message} Write the values out.` };
  return {
    rule: 'plain-yaml',
    span,
    message: `${message} Put quotes around it if you mean the characters; else write the value out.`,
    remedies: [...quoteValue(text, span), ...dropMark(text, span)],
  };
}

function quoteValue(text: string, { start }: Span): Remedy[] {
  const value = valueFrom(text, start);
  // Before a list, a mapping or a quotation it is no part of a value.
  if (/[[{"']/.test(value)) return [];
  const span = { start, end: start + value.length };
  const quoted = quoteScalar(value);
  return [{ title: `Quote ${quoted}`, operations: [{ kind: 'replace', span, text: quoted }] }];
}

/** Takes out an anchor or a tag that stands before a value. */
function dropMark(text: string, { start, end }: Span): Remedy[] {
  const gap = /^[ \t]+(?=[^\s#])/.exec(text.slice(end, end + 200))?.[0];
  if (gap === undefined || text[start] === '*') return [];
  const operation = { kind: 'replace' as const, span: { start, end: end + gap.length }, text: '' };
  return [{ title: `Remove ${text.slice(start, end)}`, operations: [operation] }];
}

/** What a person meant as one plain value: up to a comment, a comma, a bracket or the end of the line. */
function valueFrom(text: string, start: number): string {
  const line = text.slice(start, start + 500).split(/[\r\n]/, 1)[0] ?? '';
  return (/^(?:(?! #|, |,?\]|,?\}|: ).)*/.exec(line)?.[0] ?? line).replace(/[\s:]+$/, '');
}

/** The problem of a second document that begins at an offset. */
export function secondDocument(start: number): Problem {
  const message =
    'A second YAML document begins here, and a file holds one. Move what follows to a file of its own.';
  return { rule: 'plain-yaml', span: { start, end: start + 3 }, message };
}
