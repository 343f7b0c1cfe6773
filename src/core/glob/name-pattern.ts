import { meet } from './meet.ts';

/** One segment of a glob between slashes. It matches a name if one of its variants does; without any it matches none. */
export interface NamePattern {
  /** The name, where the segment can only match that one. */
  readonly literal: string | undefined;
  /** What every name that it matches begins with. */
  readonly start: string;
  /** What every name that it matches ends with. */
  readonly end: string;
  /** Absent for a literal, which hardly ever needs to be looked at unit by unit. */
  readonly variants?: readonly (readonly Token[])[];
}

/** One UTF-16 unit, a set of them as ranges `[from, to, from, to, …]`, or any number of any (`*`). */
type Token = number | Ranges | typeof anyText;
type Ranges = readonly number[];

const anyText = '*';
const wildcard = /[*?[]/;
const dot = '.'.charCodeAt(0);
const slash = '/'.charCodeAt(0);
const anyUnit: Ranges = [0, slash - 1, slash + 1, 0xffff];

/** A segment that matches exactly this name. */
export function literalName(name: string): NamePattern {
  return { literal: name, start: name, end: name };
}

/** Whether there is a name at all that the pattern matches: `[^\0-\uffff]` has none. */
export function isPossible({ variants }: NamePattern): boolean {
  return variants === undefined || variants.length > 0;
}

/** Reads a segment with `*`, `?` and classes (`[a-z]`, `[^a]`, `[!a]`); all other characters, an unclosed `[` too, are themselves. */
export function parseName(segment: string): NamePattern {
  if (!wildcard.test(segment)) return literalName(segment);
  const tokens = tokenize(segment);
  if (tokens.every((token) => typeof token === 'number')) return literalName(segment);
  const variants = tokens.some(isImpossible) ? [] : withoutDots(tokens);
  const start = segment.slice(0, segment.search(wildcard));
  const end = segment.slice(segment.search(/[^*?\]]*$/));
  return { literal: undefined, start, end, variants };
}

/** Whether the part of a path from `start` to `end` (exclusive) is a name that the pattern matches; linear in both. */
export function matchesName(pattern: NamePattern, path: string, start: number, end: number): boolean {
  const { literal } = pattern;
  if (literal !== undefined) return end - start === literal.length && path.startsWith(literal, start);
  return variantsOf(pattern).some((tokens) => matchesTokens(tokens, path, start, end));
}

/** Whether some name matches both patterns. */
export function namesMeet(a: NamePattern, b: NamePattern): boolean {
  if (a.literal !== undefined && b.literal !== undefined) return a.literal === b.literal;
  if (!boundsMeet(a, b)) return false;
  return variantsOf(a).some((own) => variantsOf(b).some((other) => meet(own, other, isAnyText, tokensMeet)));
}

function variantsOf({ literal = '', variants }: NamePattern): readonly (readonly Token[])[] {
  return variants ?? [Array.from({ length: literal.length }, (_, at) => literal.charCodeAt(at))];
}

/** Whether what two patterns begin and end with leaves room for a common match: a quick look before a thorough one. */
export function boundsMeet(a: Bounds, b: Bounds): boolean {
  const startsMeet = a.start.startsWith(b.start) || b.start.startsWith(a.start);
  return startsMeet && (a.end.endsWith(b.end) || b.end.endsWith(a.end));
}

interface Bounds {
  readonly start: string;
  readonly end: string;
}

function tokenize(segment: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < segment.length; at++) {
    const end = segment[at] === '[' ? classEnd(segment, at) : -1;
    if (end > 0) {
      tokens.push(classRanges(segment.slice(at + 1, end)));
      at = end;
    } else if (segment[at] === '*') {
      if (tokens.at(-1) !== anyText) tokens.push(anyText);
    } else {
      tokens.push(segment[at] === '?' ? anyUnit : segment.charCodeAt(at));
    }
  }
  return tokens;
}

/** Where the class that opens at `open` is closed, or -1. A `]` right after the opening belongs to the class. */
function classEnd(segment: string, open: number): number {
  const first = /[!^]/.test(segment[open + 1] ?? '') ? open + 2 : open + 1;
  return segment.indexOf(']', first + 1);
}

function classRanges(body: string): Ranges {
  const negated = /^[!^]/.test(body);
  const members: [number, number][] = [];
  for (let at = negated ? 1 : 0; at < body.length; at++) {
    const isRange = body[at + 1] === '-' && at + 2 < body.length;
    members.push([body.charCodeAt(at), body.charCodeAt(isRange ? at + 2 : at)]);
    if (isRange) at += 2;
  }
  if (negated) return members.reduce((ranges, [from, to]) => without(ranges, from, to), anyUnit);
  return without(members.filter(([from, to]) => from <= to).flat(), slash, slash);
}

function without(ranges: Ranges, from: number, to: number): Ranges {
  if (from > to) return ranges;
  const kept: number[] = [];
  eachRange(ranges, (low, high) => {
    if (low < from) kept.push(low, Math.min(high, from - 1));
    if (high > to) kept.push(Math.max(low, to + 1), high);
    return false;
  });
  return kept;
}

/** The same pattern as variants that never match `.` and `..`, which are no names; a longer pattern has other instances. */
function withoutDots(tokens: readonly Token[]): (readonly Token[])[] {
  if (tokens.length > 2 || !tokens.every((token) => token !== anyText && accepts(token, dot)))
    return [tokens];
  return tokens
    .map((token, at) =>
      tokens.with(at, token === dot ? [] : typeof token === 'object' ? without(token, dot, dot) : token),
    )
    .filter((variant) => !variant.some(isImpossible));
}

function matchesTokens(tokens: readonly Token[], path: string, start: number, end: number): boolean {
  let at = start;
  let next = 0;
  let afterStar = -1;
  let starEnd = start;
  while (at < end || next < tokens.length) {
    const token = tokens[next];
    if (token === anyText) {
      afterStar = ++next;
      starEnd = at;
    } else if (token !== undefined && at < end && accepts(token, path.charCodeAt(at))) {
      next++;
      at++;
    } else if (afterStar >= 0 && starEnd < end) {
      // Only the last `*` need try again: what an earlier one could gain, this one can take as well.
      next = afterStar;
      at = ++starEnd;
    } else return false;
  }
  return true;
}

function accepts(token: number | Ranges, unit: number): boolean {
  if (typeof token === 'number') return token === unit;
  return eachRange(token, (low, high) => low <= unit && unit <= high);
}

function tokensMeet(a: Token, b: Token): boolean {
  if (a === anyText || b === anyText) return true;
  if (typeof a === 'number') return accepts(b, a);
  if (typeof b === 'number') return accepts(a, b);
  return eachRange(a, (low, high) => eachRange(b, (from, to) => low <= to && from <= high));
}

/** Whether `holds` is true for one of the ranges. */
function eachRange(ranges: Ranges, holds: (low: number, high: number) => boolean): boolean {
  for (let at = 0; at < ranges.length; at += 2) {
    if (holds(ranges[at] as number, ranges[at + 1] as number)) return true;
  }
  return false;
}

function isAnyText(token: Token): boolean {
  return token === anyText;
}

function isImpossible(token: Token): boolean {
  return typeof token === 'object' && token.length === 0;
}
