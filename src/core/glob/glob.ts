import { expand } from 'brace-expansion';
import { isPossible, literalName, matchesName, type NamePattern, parseName } from './name-pattern.ts';
import { checkPath, hasGlobCharacters, normalizePath, type PathProblem, quote } from './workspace-path.ts';

/** A glob or plain path, ready to be asked. */
export interface Glob {
  /** As it was written. */
  readonly text: string;
  /** What its braces stand for, each without braces; a path matches the glob if it matches one of them. */
  readonly alternatives: readonly Alternative[];
}

/** A glob without braces. */
export interface Alternative {
  /** What every path that it matches begins with, up to the first wildcard. */
  readonly start: string;
  /** What every path that it matches ends with. */
  readonly end: string;
  /** The last one is a name: a trailing `**` is one name at any depth, for `dir` itself is no file below `dir`. */
  readonly segments: readonly Segment[];
}

/** What stands between two slashes. */
export type Segment = NamePattern | typeof anyDepth;

/** The segment `**`: any number of folders, also none. */
export const anyDepth = '**';

/** Why a text is no glob that can be used. */
export interface GlobProblem {
  readonly problem: PathProblem['problem'] | 'too-complex' | 'unclosed';
  /** For a person: the text found, what is wrong with it, what to write instead. */
  readonly message: string;
}

const limits = {
  wildcards: 3,
  braces: 20,
  alternatives: 100,
  segments: 64,
  length: 1000,
  expandedLength: 4000,
};

/**
 * Reads a glob. Where it begins with a path that `exists` as it is spelled (`app/[id]/page.tsx`), that part is meant
 * literally. Returns the problem instead if it is too complex, leaves a bracket open or does not stay inside the workspace.
 */
export function compileGlob(
  text: string,
  exists: (path: string) => boolean = () => false,
): Glob | GlobProblem {
  const problem = checkPath(text) ?? checkSize(text);
  if (problem !== undefined) return problem;
  const whole = normalizePath(text);
  const literal = literalStart(whole, exists);
  const rest = whole.slice(literal.length).replace(/^\//, '');
  const open = openBracket(rest);
  if (open !== undefined) return unclosed(text, open);
  // `max` and the checks above bound the work: `{1..1000000}` stops at the first that is too many.
  const expanded = rest.includes('{') ? expand(rest, { max: limits.alternatives + 1 }) : [rest];
  const broken =
    checkExpanded(text, expanded) ??
    expanded.map((one) => checkAlternative(text, literal, one)).find(Boolean);
  if (broken !== undefined) return broken;
  const alternatives = expanded
    .map((one) => [...split(literal).map(literalName), ...parseSegments(normalizePath(one))])
    .filter((segments) => segments.every((segment) => segment === anyDepth || isPossible(segment)))
    .map(createAlternative);
  return { text, alternatives };
}

/** Whether a path (normalised, as files of the workspace are listed) is one that the glob names. Linear in both lengths. */
export function matchesGlob(glob: Glob, path: string): boolean {
  return glob.alternatives.some((alternative) => matchesAlternative(alternative, path));
}

/** Whether the glob begins with `**`, so that it could match in any folder. */
export function isUnrooted(glob: Glob): boolean {
  return glob.alternatives.some(({ segments }) => segments[0] === anyDepth);
}

/** Whether a path (normalised) matches one alternative of a glob. */
export function matchesAlternative({ start, end, segments }: Alternative, path: string): boolean {
  return path.startsWith(start) && path.endsWith(end) && matchesSegments(segments, path);
}

function matchesSegments(segments: readonly Segment[], path: string): boolean {
  let next = 0;
  let start = 0;
  let afterAnyDepth = -1;
  let retryFrom = 0;
  while (start <= path.length) {
    const segment = segments[next];
    if (segment === anyDepth) {
      afterAnyDepth = ++next;
      retryFrom = start;
      continue;
    }
    const end = nameEnd(path, start);
    if (segment !== undefined && matchesName(segment, path, start, end)) {
      next++;
      start = end + 1;
    } else if (afterAnyDepth >= 0) {
      // As with `*`: only the last `**` need try again, one folder further.
      next = afterAnyDepth;
      retryFrom = nameEnd(path, retryFrom) + 1;
      start = retryFrom;
    } else return false;
  }
  return next === segments.length;
}

function nameEnd(path: string, start: number): number {
  const end = path.indexOf('/', start);
  return end < 0 ? path.length : end;
}

/** The longest start of a path, up to a slash or the end, that holds glob characters and exists as it is spelled, or ''. */
function literalStart(path: string, exists: (path: string) => boolean): string {
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
    const start = path.slice(0, end);
    if (!hasGlobCharacters(start)) break;
    if (exists(start)) return start;
  }
  return '';
}

function split(path: string): string[] {
  return path === '' ? [] : path.split('/');
}

function parseSegments(path: string): Segment[] {
  const segments = split(path).map((name): Segment => (name === anyDepth ? anyDepth : parseName(name)));
  if (segments.at(-1) === anyDepth) segments.push(parseName('*'));
  return segments.filter((segment, at) => segment !== anyDepth || segments[at - 1] !== anyDepth);
}

function createAlternative(segments: readonly Segment[]): Alternative {
  let start = '';
  for (const segment of segments) {
    if (segment === anyDepth) break;
    start += segment.start;
    if (segment.literal === undefined) break;
    if (segment !== segments.at(-1)) start += '/';
  }
  const last = segments.at(-1);
  return { start, end: last === undefined || last === anyDepth ? '' : last.end, segments };
}

function checkAlternative(text: string, literal: string, rest: string): GlobProblem | undefined {
  const whole = literal === '' ? rest : `${literal}/${rest}`;
  // Braces can hide what the whole text does not show: `{..,src}/a`.
  const hidden = text.includes('{') ? checkPath(whole) : undefined;
  if (hidden !== undefined) return hidden;
  if (normalizePath(whole) === '') {
    return {
      problem: 'empty',
      message: `${quote(text)} names no file. For every file of the workspace folder write "**".`,
    };
  }
  if (!rest.includes('*')) return undefined;
  const worst = Math.max(
    ...rest.split('/').map((segment) => (segment === anyDepth ? 0 : (segment.match(/\*+/g)?.length ?? 0))),
  );
  return worst > limits.wildcards
    ? tooComplex(text, `has ${worst} wildcards "*" between two slashes; ${limits.wildcards} are allowed`)
    : undefined;
}

function checkSize(text: string): GlobProblem | undefined {
  if (text.length > limits.length) {
    return tooComplex(text, `has ${text.length} characters; ${limits.length} are allowed`);
  }
  const braces = text.includes('{') ? text.split(/[{}]/).length - 1 : 0;
  if (braces > 2 * limits.braces) {
    return tooComplex(text, `has ${braces} braces; ${limits.braces} pairs are allowed`);
  }
  const depth = text.split('/').length;
  return depth > limits.segments
    ? tooComplex(text, `is ${depth} folders deep; ${limits.segments} are allowed`)
    : undefined;
}

function checkExpanded(text: string, expanded: readonly string[]): GlobProblem | undefined {
  if (expanded.length > limits.alternatives) {
    return tooComplex(text, `stands for more than ${limits.alternatives} patterns`);
  }
  const length = expanded.join('').length;
  return length > limits.expandedLength
    ? tooComplex(
        text,
        `grows to ${length} characters when its braces are written out; ${limits.expandedLength} are allowed`,
      )
    : undefined;
}

/** A bracket or brace that is opened and never closed; undefined if there is none. */
function openBracket(glob: string): '[' | '{' | undefined {
  if (!/[[{]/.test(glob)) return undefined;
  const rest = glob.replace(/\[[!^]?[^/][^\]/]*\]/g, '');
  if (rest.includes('[')) return '[';
  let depth = 0;
  for (const unit of rest) {
    if (unit === '{') depth++;
    else if (unit === '}' && depth > 0) depth--;
  }
  return depth > 0 ? '{' : undefined;
}

function unclosed(text: string, open: '[' | '{'): GlobProblem {
  const [name, close] = open === '[' ? ['bracket', ']'] : ['brace', '}'];
  return {
    problem: 'unclosed',
    message: `${quote(text)} opens a ${name} "${open}" and does not close it, so it matches nothing. Close it with "${close}", or take it out.`,
  };
}

function tooComplex(text: string, found: string): GlobProblem {
  return {
    problem: 'too-complex',
    message: `Pattern too complex: ${quote(text)} ${found}. Write several simpler globs.`,
  };
}
