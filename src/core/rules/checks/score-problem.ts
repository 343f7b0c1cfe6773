import { quote } from '../../glob/workspace-path.ts';

/**
 * What is wrong with a score that the schema lets pass, a JSONPath or a regular expression between slashes, for a person; undefined
 * if nothing is. Nothing is matched.
 */
export function scoreProblem(score: string): string | undefined {
  const problem = score.startsWith('/') ? patternProblem(score.slice(1, -1)) : pathProblem(score);
  return problem === undefined ? undefined : `${quote(score)} ${problem}`;
}

function pathProblem(path: string): string | undefined {
  if (!/^\$(?:$|[.[])/.test(path))
    return 'is no JSONPath that can be read. After "$" comes "." or "[", as in "$.score".';
  const open = openIn(path);
  if (open !== undefined) return `is no JSONPath that can be read: ${open}. Write one such as "$.score".`;
  return path.endsWith('.')
    ? 'is no JSONPath that can be read: it ends with ".". Name what comes after it.'
    : undefined;
}

/** A quoted name, or a bracket. */
const MARK = /(["'])(?:\\.|(?!\1)[^\\])*\1|[[\]()"']/gs;

/** What is opened and not closed in a JSONPath, or closed and not opened. */
function openIn(path: string): string | undefined {
  const closing: string[] = [];
  for (const [mark] of path.matchAll(MARK)) {
    if (mark === '[' || mark === '(') closing.push(mark === '[' ? ']' : ')');
    else if (mark === '"' || mark === "'") return 'a quote is not closed';
    else if (mark.length === 1 && closing.pop() !== mark) return `"${mark}" closes nothing`;
  }
  const missing = closing.pop();
  return missing === undefined ? undefined : `"${missing}" is missing`;
}

function patternProblem(body: string): string | undefined {
  if (!isPattern(body))
    return 'cannot be read as a regular expression. Look for a bracket that is not closed, or a "+" or "*" with nothing before it.';
  const { groups, unsteady } = partsOf(body);
  if (unsteady !== undefined)
    return `holds "${unsteady}". It is matched in linear time, which leaves no room for looking around or back. Write it without.`;
  if (groups === 0)
    return 'has no group, so nothing says which part is the number. Put "(" and ")" around it.';
  return groups > 1
    ? `has ${groups} groups, and only one can be the number. Begin the others with "(?:".`
    : undefined;
}

function isPattern(body: string): boolean {
  try {
    return new RegExp(body) instanceof RegExp;
  } catch {
    return false;
  }
}

/** Escapes and classes as wholes, so that what is in them counts for nothing, and what opens a group. */
const PART = /\\(?:k<|.)|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:<?[=!]|:|<(?=\w))?)?/gs;

/** How many capturing groups a regular expression has, and what in it needs backtracking. */
function partsOf(body: string): { readonly groups: number; readonly unsteady: string | undefined } {
  const parts = body.match(PART) ?? [];
  return {
    groups: parts.filter((part) => part === '(' || part === '(?<').length,
    unsteady: parts.find((part) => /^(?:\\(?:k<|[1-9])|\(\?<?[=!])/.test(part)),
  };
}
