import { Composer, CST, type Document, isMap, Parser, type YAMLMap } from 'yaml';
import type { Problem } from '../lint/rule.ts';
import type { Span } from '../text/span.ts';
import { CAPS, oversizedMessage } from './caps.ts';
import { scanLexemes } from './scan-lexemes.ts';
import { syntaxProblems } from './syntax-problems.ts';

/** A YAML file as a tree of nodes that know their ranges, and what is wrong with its text. */
export interface ParsedYaml {
  /** The document, unless the file is beyond a cap or has anchors. */
  readonly document?: Document.Parsed;
  /** The document's top, if it is a mapping. */
  readonly root?: YAMLMap.Parsed;
  readonly comments: readonly Span[];
  readonly problems: readonly Problem[];
  /** Places of which the value is not known: not plain YAML, or not YAML at all. */
  readonly rejected: readonly Span[];
}

/** Parses plain YAML within the caps. Never throws; a text with mistakes gives what can be read beside them. */
export function parseYaml(text: string): ParsedYaml {
  const scan = scanLexemes(text);
  if ('rule' in scan) return failed(scan);
  const tokens = parseTokens(scan.lexemes);
  if (!tokens)
    return failed({ rule: 'oversized-lane', span: { start: 0, end: 0 }, message: oversizedMessage('depth') });
  // Pretty errors would cost a search for the line of each: quadratic in a broken file.
  const composer = new Composer({ prettyErrors: false, keepSourceTokens: false, merge: false });
  const [document] = [...composer.compose(tokens, true, scan.end ?? text.length)];
  if (!document) return failed();
  const syntax = syntaxProblems(text, document.errors, scan);
  return {
    document,
    ...(isMap(document.contents) ? { root: document.contents } : {}),
    comments: scan.comments,
    problems: [...scan.problems, ...syntax.problems],
    rejected: [...scan.rejected, ...syntax.rejected],
  };
}

function failed(...problems: Problem[]): ParsedYaml {
  return { comments: [], problems, rejected: [] };
}

/** The concrete syntax, or nothing if it nests deeper than `CAPS.depth`. */
function parseTokens(lexemes: readonly string[]): CST.Token[] | undefined {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of lexemes) tokens.push(...parser.next(lexeme));
  tokens.push(...parser.end());
  return isDeeperThan(CAPS.depth, tokens) ? undefined : tokens;
}

function isDeeperThan(depth: number, tokens: readonly CST.Token[]): boolean {
  const open: { token: CST.Token; level: number }[] = tokens.map((token) => ({ token, level: 0 }));
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.level > depth) return true;
    for (const token of childrenOf(next.token)) open.push({ token, level: next.level + 1 });
  }
  return false;
}

function childrenOf(token: CST.Token): CST.Token[] {
  if (token.type === 'document') return token.value ? [token.value] : [];
  if (!CST.isCollection(token)) return [];
  return token.items
    .flatMap(({ key, value }) => [key, value])
    .filter((child): child is CST.Token => Boolean(child));
}
