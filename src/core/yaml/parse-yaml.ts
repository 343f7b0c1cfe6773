import { Composer, CST, type Document, isMap, type YAMLMap } from 'yaml';
import type { Problem } from '../lint/report.ts';
import type { Span } from '../text/span.ts';
import { CAPS, oversizedMessage } from './caps.ts';
import { foreignProblem, secondDocument } from './foreign-yaml.ts';
import { scanSyntax } from './scan-syntax.ts';
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
  const scan = scanSyntax(text);
  if ('rule' in scan) return failed(scan);
  const { tokens, comments, foreign, end } = scan;
  if (tokens.some((token) => isDeeperThan(CAPS.depth, token)))
    return failed({ rule: 'oversized-lane', span: { start: 0, end: 0 }, message: oversizedMessage('depth') });
  // Pretty errors would cost a search for the line of each: quadratic in a broken file.
  const composer = new Composer({ prettyErrors: false, keepSourceTokens: false, merge: false });
  const [document] = [...composer.compose(tokens, true, end ?? text.length)];
  if (!document) return failed();
  // What follows on the line belongs to the same mistake; what follows a second document's mark is not read at all.
  const rejected = foreign.map(({ span }) => ({ start: span.start, end: lineEnd(text, span.end) }));
  if (end !== undefined) rejected.push({ start: end + 1, end: text.length });
  const syntax = syntaxProblems(text, document.errors, { rejected, openQuote: scan.openQuote });
  const mistakes = foreign.filter(
    ({ span }, at) => !(foreign[at - 1]?.what === 'merge key' && span.end <= (rejected[at - 1]?.end ?? 0)),
  );
  const problems = mistakes.slice(0, CAPS.problems).map((one) => foreignProblem(text, one));
  if (end !== undefined) problems.push(secondDocument(end));
  return {
    document,
    ...(isMap(document.contents) ? { root: document.contents } : {}),
    comments,
    problems: [...problems, ...syntax.problems],
    rejected: [...rejected, ...syntax.rejected],
  };
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline < 0 ? text.length : newline;
}

function failed(...problems: Problem[]): ParsedYaml {
  return { comments: [], problems, rejected: [] };
}

/** Looks only as deep as asked, so that it ends in a file of any depth. */
function isDeeperThan(depth: number, token: CST.Token): boolean {
  if (token.type === 'document') return token.value !== undefined && isDeeperThan(depth, token.value);
  if (!CST.isCollection(token)) return false;
  if (depth === 0) return true;
  return token.items.some(
    ({ key, value }) => (key && isDeeperThan(depth - 1, key)) || (value && isDeeperThan(depth - 1, value)),
  );
}
