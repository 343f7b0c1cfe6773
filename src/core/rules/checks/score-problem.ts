import { query } from 'jsonpath-rfc9535';
import { RE2JS } from 're2js';
import { quote } from '../../glob/workspace-path.ts';

/**
 * What is wrong with a score that the schema lets pass, a JSONPath or a regular expression between slashes, for a person; undefined
 * if nothing is. Nothing is matched.
 */
export function scoreProblem(score: string): string | undefined {
  if (score.length > LONGEST)
    return `${quote(score)} has ${score.length} characters; ${LONGEST} are allowed.`;
  const problem = score.startsWith('/') ? patternProblem(score.slice(1, -1)) : pathProblem(score);
  return problem === undefined ? undefined : `${quote(score)} ${problem}`;
}

const LONGEST = 1000;

function pathProblem(path: string): string | undefined {
  if (!/^\$(?:$|[.[])/.test(path))
    return 'is no JSONPath that can be read. After "$" comes "." or "[", as in "$.score".';
  const open = openIn(path);
  if (open !== undefined) return `is no JSONPath that can be read: ${open}. Write one such as "$.score".`;
  if (path.endsWith('.'))
    return 'is no JSONPath that can be read: it ends with ".". Name what comes after it.';
  return steepProblem(path.replace(QUOTED, '""')) ?? syntaxProblem(path);
}

/** What one output could make so slow that nobody would wait for it. */
function steepProblem(path: string): string | undefined {
  const called = /\b(?:match|search)(?=\s*\()/.exec(path)?.[0];
  if (called !== undefined)
    return `calls "${called}", which is not matched in linear time. Compare with "==", or print the number where a path finds it.`;
  return path.split(/\.\.|,/).length - 1 > MOST_BRANCHES
    ? `has more than ${MOST_BRANCHES} of ".." and ",". Write the path to one number.`
    : undefined;
}

const MOST_BRANCHES = 2;

function syntaxProblem(path: string): string | undefined {
  try {
    query(null, path);
    return undefined;
  } catch (error) {
    const at = (error as { readonly location?: { readonly start: { readonly offset: number } } }).location;
    const from = at && at.start.offset < path.length ? ` from ${quote(path.slice(at.start.offset))} on` : '';
    return `is no JSONPath that can be read${from}. Put a name with other characters in brackets: "$['a-b']".`;
  }
}

const QUOTED = /(["'])(?:\\.|(?!\1)[^\\])*\1/gs;

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
  const unsteady = body.match(PART)?.find((part) => /^(?:\\(?:k<|[1-9])|\(\?<?[=!])/.test(part));
  if (unsteady !== undefined)
    return `holds "${unsteady}". It is matched in linear time, which leaves no room for looking around or back. Write it without.`;
  const pattern = compiled(body);
  if (pattern === undefined)
    return 'cannot be read as a regular expression. Look for a bracket that is not closed, a "+" or "*" with nothing before it, or a number in "{}" that is too large.';
  if (pattern.programSize() > MOST_STEPS)
    return 'takes too many steps for each character. Write it shorter, with smaller numbers in "{}".';
  const groups = pattern.groupCount();
  if (groups === 0)
    return 'has no group, so nothing says which part is the number. Put "(" and ")" around it.';
  return groups > 1
    ? `has ${groups} groups, and only one can be the number. Begin the others with "(?:".`
    : undefined;
}

/** The time for each character grows with the steps: so many take about 3 s for an output of 1 MiB, at worst. */
const MOST_STEPS = 300;

function compiled(body: string): RE2JS | undefined {
  try {
    return RE2JS.compile(body);
  } catch {
    return undefined;
  }
}

/** Escapes and classes as wholes, so that what is in them counts for nothing, and what opens a group. */
const PART = /\\(?:k<|.)|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:<?[=!]|:|<(?=\w))?)?/gs;
