import { Composer, CST } from 'yaml';
import type { Problem } from '../lint/report.ts';
import { CAPS, oversizedMessage } from './caps.ts';
import { foreignProblem, secondDocument } from './foreign-yaml.ts';
import { isMap, isScalar } from './node.ts';
import type { ParsedYaml } from './parse-yaml.ts';
import { scanSyntax } from './scan-syntax.ts';
import { syntaxProblems } from './syntax-problems.ts';
import { toNode } from './to-node.ts';

/** The comments that speak to Lanekeeper. */
const REMARK = /^#\s*lanekeeper-/;

/** Parses any text, counting what the caps bound. Never throws; a text with mistakes gives what can be read beside them. */
export function composeYaml(text: string): ParsedYaml {
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
  const root = toNode(document.contents);
  return {
    ...(isMap(root) ? { root } : {}),
    isEmpty: root === undefined || (isScalar(root) && root.value === null),
    remarks: comments.filter(({ start, end: stop }) => REMARK.test(text.slice(start, stop))),
    problems: [...problems, ...syntax.problems],
    rejected: [...rejected, ...syntax.rejected],
  };
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline < 0 ? text.length : newline;
}

function failed(...problems: Problem[]): ParsedYaml {
  return { isEmpty: true, remarks: [], problems, rejected: [] };
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
