import { CST, Lexer } from 'yaml';
import type { Problem } from '../lint/rule.ts';
import type { Span } from '../text/span.ts';
import { CAPS, isBeyondBytes, oversizedMessage } from './caps.ts';
import { quoteScalar } from './quote-scalar.ts';

/** The lexemes of a file within the caps, and what in them is not plain YAML. */
export interface Scan {
  readonly lexemes: readonly string[];
  readonly comments: readonly Span[];
  readonly problems: readonly Problem[];
  /** Places that are not plain YAML: what stands there is not read. */
  readonly rejected: readonly Span[];
  /** Where a quote is opened that nothing closes. */
  readonly openQuote?: number;
  /** Where the first document ends, if a second one begins. */
  readonly end?: number;
}

/** One thing in a file that plain YAML does not have. */
interface Foreign {
  readonly what: 'anchor' | 'alias' | 'tag' | 'directive' | 'merge key';
  readonly span: Span;
}

/** Splits a text into lexemes. Returns the one problem of a file beyond the caps, or with anchors, instead: nothing of it is parsed. */
export function scanLexemes(text: string): Scan | Problem {
  const cap = isBeyondBytes(text) ? 'bytes' : hasTooManyLines(text) ? 'lines' : undefined;
  if (cap) return oversized(cap);
  const first = firstDocument(text);
  const keys = first.lexemes.filter(({ type }) => type === 'map-value-ind').length;
  if (first.isTooHeavy || keys > CAPS.keys) return oversized('keys');
  const foreign = first.lexemes.flatMap(({ lexeme, type, span }) => {
    const what = foreignKind(type, lexeme);
    return what ? [{ what, span }] : [];
  });
  // With an anchor, or with hundreds of aliases or tags, this is another kind of YAML: one problem says so.
  const decisive = foreign.find(({ what }) => what === 'anchor') ?? foreign[CAPS.foreign];
  if (decisive) return foreignProblem(text, decisive);
  const problems = foreign.slice(0, CAPS.problems).map((one) => foreignProblem(text, one));
  const openQuote = first.lexemes.find(isOpenQuote)?.span.start;
  return {
    lexemes: first.lexemes.map(({ lexeme }) => lexeme),
    comments: first.lexemes.filter(({ type }) => type === 'comment').map(({ span }) => span),
    problems: first.end === undefined ? problems : [...problems, secondDocument(first.end)],
    rejected: foreign.map(({ span }) => span),
    ...(first.end === undefined ? {} : { end: first.end }),
    ...(openQuote === undefined ? {} : { openQuote }),
  };
}

type LexemeType = CST.TokenType | 'content' | null;

interface PlacedLexeme {
  readonly lexeme: string;
  readonly type: LexemeType;
  readonly span: Span;
}

/** What can stand before a document begins. */
const BLANK: readonly LexemeType[] = [
  'byte-order-mark',
  'doc-mode',
  'space',
  'newline',
  'comment',
  'directive-line',
];

/** The lexemes up to a second document, as far as they are within the cap. */
function firstDocument(text: string): { lexemes: PlacedLexeme[]; end?: number; isTooHeavy: boolean } {
  const lexemes: PlacedLexeme[] = [];
  let [weight, hasContent] = [0, false];
  for (const placed of placedLexemes(text)) {
    if (placed.type === 'doc-start' && hasContent)
      return { lexemes, end: placed.span.start, isTooHeavy: false };
    lexemes.push(placed);
    hasContent ||= !BLANK.includes(placed.type);
    weight += weightOf(placed.lexeme);
    if (weight > CAPS.lexemes) return { lexemes, isTooHeavy: true };
  }
  return { lexemes, isTooHeavy: false };
}

/** The lexemes with their places. The lexer announces a plain or block scalar by a mark; what follows is its content. */
function* placedLexemes(text: string): Iterable<PlacedLexeme> {
  let start = 0;
  let type: LexemeType = null;
  for (const lexeme of new Lexer().lex(text)) {
    type = type === 'scalar' ? 'content' : CST.tokenType(lexeme);
    const isMark = type === 'scalar' || type === 'doc-mode' || type === 'flow-error-end';
    const span = { start, end: start + (isMark ? 0 : lexeme.length) };
    yield { lexeme, type, span };
    start = span.end;
  }
}

function isOpenQuote({ type, lexeme }: PlacedLexeme): boolean {
  const isQuoted = type === 'double-quoted-scalar' || type === 'single-quoted-scalar';
  return isQuoted && (lexeme.length === 1 || !lexeme.endsWith(lexeme.charAt(0)));
}

/** Each escape of a long quoted text can be a mistake of its own, so it counts like a lexeme. */
function weightOf(lexeme: string): number {
  return 1 + (lexeme.length > 1_000 && lexeme.startsWith('"') ? lexeme.split('\\').length : 0);
}

function oversized(cap: Parameters<typeof oversizedMessage>[0]): Problem {
  return { rule: 'oversized-lane', span: { start: 0, end: 0 }, message: oversizedMessage(cap) };
}

function hasTooManyLines(text: string): boolean {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0 && lines <= CAPS.lines; at = text.indexOf('\n', at + 1)) lines++;
  return lines > CAPS.lines;
}

function foreignKind(type: LexemeType, lexeme: string): Foreign['what'] | undefined {
  switch (type) {
    case 'anchor':
    case 'alias':
    case 'tag':
      return type;
    case 'directive-line':
      return 'directive';
    case 'content':
      return lexeme === '<<' ? 'merge key' : undefined;
    default:
      return undefined;
  }
}

function foreignProblem(text: string, { what, span }: Foreign): Problem {
  const found = text.slice(span.start, Math.min(span.end, span.start + 60));
  const message = `"${found}" is read as a YAML ${what}, and a lane is plain YAML without ${what === 'alias' ? 'aliases' : `${what}s`}.`;
  if (what === 'directive' || what === 'merge key')
    return { rule: 'plain-yaml', span, message: `${message} Write the values out.` };
  const value = valueFrom(text, span.start);
  return {
    rule: 'plain-yaml',
    span,
    message: `${message} Put quotes around it if you mean the characters; else write the value out.`,
    remedies: [
      {
        title: `Quote ${quoteScalar(value)}`,
        operations: [
          {
            kind: 'replace',
            span: { start: span.start, end: span.start + value.length },
            text: quoteScalar(value),
          },
        ],
      },
    ],
  };
}

/** What a person meant as one plain value: up to a comment, a comma, a bracket or the end of the line. */
function valueFrom(text: string, start: number): string {
  const line = text.slice(start, start + 500).split(/[\r\n]/, 1)[0] ?? '';
  return (/^(?:(?! #|, |,?\]|,?\}|: ).)*/.exec(line)?.[0] ?? line).replace(/[\s:]+$/, '');
}

function secondDocument(start: number): Problem {
  const message =
    'A second YAML document begins here, and a lane file holds one lane. Move what follows to a file of its own.';
  return { rule: 'plain-yaml', span: { start, end: start + 3 }, message };
}
