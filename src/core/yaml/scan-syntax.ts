import { CST, Lexer, Parser } from 'yaml';
import type { Problem } from '../lint/report.ts';
import type { Span } from '../text/span.ts';
import { CAPS, isBeyondBytes, isBeyondLines, oversizedMessage } from './caps.ts';
import { type Foreign, foreignProblem } from './foreign-yaml.ts';

/** The concrete syntax of a file's first document, and what its lexemes alone tell. */
export interface Scan {
  readonly tokens: readonly CST.Token[];
  readonly comments: readonly Span[];
  /** What is not plain YAML: what stands there is not read. */
  readonly foreign: readonly Foreign[];
  /** Where a quote is opened that nothing closes. */
  readonly openQuote: number | undefined;
  /** Where the first document ends, if a second one begins. */
  readonly end: number | undefined;
}

/**
 * Reads a text up to its concrete syntax, within the caps. Returns the one problem of a file beyond them, or with anchors,
 * instead: then nothing more is parsed. One pass: the lexer gives its lexemes one at a time, so a hostile file ends early.
 */
export function scanSyntax(text: string): Scan | Problem {
  const cap = isBeyondBytes(text) ? 'bytes' : isBeyondLines(text) ? 'lines' : undefined;
  if (cap) return oversized(cap);
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const tally = newTally();
  let type: LexemeType = null;
  for (const lexeme of new Lexer().lex(text)) {
    // The lexer announces a plain or block scalar by a mark of no width; what follows is its content.
    type = type === 'scalar' ? 'content' : CST.tokenType(lexeme);
    if (type === 'doc-start' && tally.hasContent) {
      tally.end = tally.offset;
      break;
    }
    count(tally, type, lexeme);
    if (tally.keys > CAPS.keys) return oversized('keys');
    if (tally.weight > CAPS.lexemes) return oversized('lexemes');
    const last = tally.foreign.at(-1);
    // With an anchor, or with hundreds of aliases or tags, this is another kind of YAML: one problem says so.
    if (last?.what === 'anchor' || tally.foreign.length > CAPS.foreign)
      return foreignProblem(text, last as Foreign);
    for (const token of parser.next(lexeme)) tokens.push(token);
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens, ...tally };
}

type LexemeType = CST.TokenType | 'content' | null;

interface Tally {
  comments: Span[];
  foreign: Foreign[];
  openQuote: number | undefined;
  end: number | undefined;
  offset: number;
  keys: number;
  weight: number;
  hasContent: boolean;
}

function newTally(): Tally {
  return {
    comments: [],
    foreign: [],
    openQuote: undefined,
    end: undefined,
    offset: 0,
    keys: 0,
    weight: 0,
    hasContent: false,
  };
}

function count(tally: Tally, type: LexemeType, lexeme: string): void {
  const start = tally.offset;
  const end = start + lexeme.length;
  tally.weight++;
  switch (type) {
    case 'scalar':
    case 'doc-mode':
    case 'flow-error-end':
      return;
    case 'space':
    case 'newline':
    case 'byte-order-mark':
      break;
    case 'comment':
      tally.comments.push({ start, end });
      break;
    case 'anchor':
    case 'alias':
    case 'tag':
      tally.foreign.push({ what: type, span: { start, end } });
      break;
    case 'directive-line':
      tally.foreign.push({ what: 'directive', span: { start, end } });
      break;
    case 'content':
      if (lexeme === '<<') tally.foreign.push({ what: 'merge key', span: { start, end } });
      tally.hasContent = true;
      break;
    case 'double-quoted-scalar':
    case 'single-quoted-scalar':
      if (lexeme.length === 1 || !lexeme.endsWith(lexeme.charAt(0))) tally.openQuote ??= start;
      // Each escape of a long quoted text can be a mistake of its own.
      if (lexeme.length > 1_000) tally.weight += lexeme.split('\\').length;
      tally.hasContent = true;
      break;
    case 'map-value-ind':
      tally.keys++;
      tally.hasContent = true;
      break;
    default:
      tally.hasContent = true;
  }
  tally.offset = end;
}

function oversized(cap: Parameters<typeof oversizedMessage>[0]): Problem {
  return { rule: 'oversized-lane', span: { start: 0, end: 0 }, message: oversizedMessage(cap) };
}
