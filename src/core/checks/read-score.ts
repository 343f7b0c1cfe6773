import { query } from 'jsonpath-rfc9535';
import { RE2JS } from 're2js';
import { quote } from '../glob/workspace-path.ts';
import { scoreProblem } from '../rules/checks/score-problem.ts';
import { withoutHidden } from '../rules/file/hidden-characters.ts';
import type { CheckResult } from './check-result.ts';
import { jsonInOutput } from './json-in-output.ts';

/** The number of an eval, or a sentence for people that says why there is none. */
export type ReadScore = { readonly score: number } | { readonly problem: string };

/** Places that are looked at: a score is said once, or a few times alike. */
const MOST_FOUND = 5;

/**
 * The number of an eval in what it printed: at a JSONPath of its last JSON document, or in the one group of a regular expression
 * between slashes, whose `^` and `$` stand for the start and end of a line. Time is linear in the output.
 */
export function readScore(stdout: string, score: string): ReadScore {
  const broken = scoreProblem(score);
  if (broken !== undefined) return { problem: broken };
  const output = stdout.replace(COLOURS, '').replaceAll('\r\n', '\n');
  if (output.trim() === '') return { problem: 'It printed nothing, so there is no number.' };
  return score.startsWith('/') ? byPattern(output, score) : byPath(output, score);
}

/** Holds a number against the bounds of its check: both count, where there are two. */
export function holdScore(score: number, check: Bounds): CheckResult {
  const { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY } = check;
  return score >= atLeast && score <= atMost
    ? { state: 'passed' }
    : { state: 'failed', because: `The number is ${scoreText(score, check)}.` };
}

/** The bounds of an eval. */
export interface Bounds {
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
}

/** A number with its bounds, for people: `0.42; it must be at most 0.1`. */
export function scoreText(score: number, { atLeast, atMost }: Bounds): string {
  const bounds = [
    ...(atLeast === undefined ? [] : [`at least ${atLeast}`]),
    ...(atMost === undefined ? [] : [`at most ${atMost}`]),
  ];
  return bounds.length === 0 ? `${score}` : `${score}; it must be ${bounds.join(' and ')}`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what colours a terminal
const COLOURS = /\u001b\[[0-9;:]*m/g;

function byPath(output: string, path: string): ReadScore {
  const json = jsonInOutput(output);
  if (json === undefined) {
    const odd = /(?<![\w"])-?(?:NaN|Infinity|nan|inf)\b/.exec(output)?.[0];
    return {
      problem: `What it printed holds no JSON that can be read, so ${quote(path)} finds nothing.${odd ? ` ${quote(odd)} is no JSON.` : ''}`,
    };
  }
  const values = valuesAt(json.value, path);
  if (values === undefined) return { problem: `${quote(path)} cannot be looked up in what it printed.` };
  if (values.length === 0) return { problem: `${quote(path)} finds nothing in the JSON that it printed.` };
  return theOne(values, path);
}

function valuesAt(json: unknown, path: string): readonly unknown[] | undefined {
  try {
    return query(json as Parameters<typeof query>[0], path);
  } catch {
    return undefined;
  }
}

function byPattern(output: string, score: string): ReadScore {
  const matcher = RE2JS.compile(score.slice(1, -1), RE2JS.MULTILINE).matcher(output);
  const found: string[] = [];
  while (found.length < MOST_FOUND && matcher.find()) found.push(matcher.group(1) ?? '');
  return found.length === 0
    ? { problem: `${quote(score)} matches nothing that it printed.` }
    : theOne(found, score);
}

/** The one number among what was found; saying the same number twice is no contradiction. */
function theOne(found: readonly unknown[], score: string): ReadScore {
  const distinct = [...new Set(found)];
  if (distinct.length > 1)
    return {
      problem: `${quote(score)} finds ${distinct.length} different values: ${distinct.slice(0, 3).map(shown).join(', ')}${distinct.length > 3 ? ', …' : ''}. It must find one number.`,
    };
  const [value] = distinct;
  const number = typeof value === 'string' ? numberIn(value) : value;
  if (typeof number !== 'number' || Number.isNaN(number))
    return { problem: `${quote(score)} finds ${shown(value)}, which is no number.` };
  return Number.isFinite(number)
    ? { score: number }
    : { problem: `${quote(score)} finds a number that is too large to be read.` };
}

function numberIn(text: string): number | undefined {
  const trimmed = text.trim();
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(trimmed) ? Number(trimmed) : undefined;
}

function shown(value: unknown): string {
  if (typeof value === 'string') return withoutHidden(quote(value));
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}
