import type { YamlPath } from '../edit/operation.ts';
import type { Span } from '../text/span.ts';
import { entriesAt, type Located, readTree, type Scalar, scalarsOf, type Tree, treeAt } from './tree.ts';

/** Where somebody is writing, and what could stand there. */
export interface Cursor {
  /**
   * - `key`: a key of the mapping at `path`;
   * - `value`: a value beside its key;
   * - `item`: an entry of a list, after its dash or inside brackets;
   * - `line`: the first line below a key, or an empty file: a value, a first key or a first dash.
   */
  readonly position: 'key' | 'value' | 'item' | 'line';
  /** The mapping for a key, else the value's own place. */
  readonly path: YamlPath;
  /** What is written of it before and behind the cursor. */
  readonly typed: string;
  readonly rest: string;
  /** The word to replace: all of it, also what stands behind the cursor; without quotes. */
  readonly replace: Span;
  /** What must come before anything that is inserted: a space after `-` or `key:`, a dash on a list's next line. */
  readonly lead: string;
  readonly style: Scalar['style'];
  /** True inside brackets or braces. */
  readonly flow: boolean;
  /** True if the key already has its colon. */
  readonly hasColon: boolean;
  /** The whole file with a stand-in for the word. */
  readonly tree: Tree | undefined;
}

/** Stands where the cursor is while the text is parsed: a private character that YAML takes for a word. */
const MARK = '\uE000';

/**
 * Finds out what could be written at an offset; nothing in comments, running text and places where no value begins. YAML is
 * read from the top, so what stands before the cursor decides, and whatever is broken behind it does not matter.
 */
export function cursorAt(text: string, offset: number): Cursor | undefined {
  const line = lineAround(text, offset);
  if (/^\s*$/.test(line.before) && /^\s+[^\s#]/.test(line.after)) return undefined;
  // Before a dash, a bracket or a block scalar there is no word to write.
  if (/(?:^|[\s[{,])$/.test(line.before) && /^(?:-(?:\s|$)|[[{|>])/.test(line.after)) return undefined;
  const needsSpace = /^\s*(?:- +)*-$|(?:^\s*(?:- +)*|[{,]\s*)[\w-]+:$/.test(line.before);
  if (needsSpace && !/^\s*(?:[\]},#]|$)/.test(line.after)) return undefined;
  const start = text.slice(0, offset) + (needsSpace ? ' ' : '') + MARK;
  const found = lastScalar(readTree(start), start.length);
  if (!found || found.scalar.style === 'block' || found.scalar.span.start < offset - line.before.length) {
    return undefined;
  }
  const place = placeAt(found, text, line.start);
  return place && describe(text, offset, found.scalar, place, needsSpace);
}

interface Place {
  readonly position: Cursor['position'];
  readonly path: YamlPath;
  readonly flow: boolean;
  readonly dash?: boolean;
}

function lineAround(text: string, offset: number) {
  const start = lineStartOf(text, offset);
  const after = /^[^\r\n]*/.exec(text.slice(offset, offset + 2_000))?.[0] ?? '';
  return { start, before: text.slice(start, offset), after };
}

function lastScalar(tree: Tree | undefined, end: number): Located | undefined {
  for (const located of scalarsOf(tree)) if (located.scalar.span.end === end) return located;
  return undefined;
}

function placeAt(located: Located, text: string, lineStart: number): Place | undefined {
  const { scalar, role, path, parent } = located;
  if (role === 'key') return keyPlace(located, text, scalar.span.start - lineStart);
  const flow = parent?.flow ?? false;
  if (parent?.kind === 'list') return { position: 'item', path, flow };
  const beginsLine = /^\s*$/.test(text.slice(lineStart, scalar.span.start));
  return { position: beginsLine && !flow ? 'line' : 'value', path, flow };
}

function keyPlace({ scalar, path, parent }: Located, text: string, column: number): Place | undefined {
  const mapPath = path.slice(0, -1);
  if (parent?.kind !== 'map' || parent.flow) return { position: 'key', path: mapPath, flow: true };
  const [first] = parent.entries;
  const fits = !first?.key || first.key === scalar || columnOf(text, first.key) === column;
  if (fits) return { position: 'key', path: mapPath, flow: false };
  // The parser takes a line that is indented like the dashes above it for a key of the mapping around the list.
  const above = parent.entries.at(-2);
  const list = above?.value;
  if (list?.kind !== 'list' || list.flow || columnOf(text, list) !== column) return undefined;
  const itemPath = [...mapPath, above?.key?.value ?? '', list.items.length];
  return { position: 'item', path: itemPath, flow: false, dash: true };
}

/** Where the line of an offset begins; a byte order mark takes no column. */
function lineStartOf(text: string, offset: number): number {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return start === 0 && offset > 0 && text.startsWith('\uFEFF') ? 1 : start;
}

function columnOf(text: string, { span }: Tree): number {
  return span.start - lineStartOf(text, span.start);
}

function describe(text: string, offset: number, scalar: Scalar, place: Place, needsSpace: boolean): Cursor {
  const isQuoted = scalar.style !== 'plain';
  const start = Math.min(scalar.span.start + (isQuoted ? 1 : 0), offset);
  const end = wordEnd(text, offset, scalar.style, place.flow);
  const close = isQuoted && /["']/.test(text[end] ?? '') ? end + 1 : end;
  const hasColon = /^[^\S\r\n]*:(?:\s|$)/.test(text.slice(close, close + 50));
  const standIn = place.position === 'value' || hasColon ? MARK : `${MARK}: `;
  const from = isQuoted ? start - 1 : start;
  const whole = text.slice(0, from) + (needsSpace ? ' ' : '') + standIn + text.slice(close);
  return {
    position: place.position,
    path: place.path,
    flow: place.flow,
    style: scalar.style,
    typed: text.slice(start, offset),
    rest: text.slice(offset, end),
    replace: { start, end },
    lead: `${needsSpace ? ' ' : ''}${place.dash ? '- ' : ''}`,
    hasColon,
    tree: readTree(whole),
  };
}

/** Where the word that the cursor stands in ends. */
function wordEnd(text: string, offset: number, style: Scalar['style'], flow: boolean): number {
  const after = text.slice(offset, offset + 2_000);
  const rest = (
    style === 'double'
      ? /^(?:\\.|[^"\\\r\n])*/
      : style === 'single'
        ? /^(?:''|[^'\r\n])*/
        : flow
          ? /^(?:(?!: | #|:$)[^\r\n,[\]{}])*/m
          : /^(?:(?!: | #|:$)[^\r\n])*/m
  ).exec(after)?.[0];
  // A cursor behind the word ends it: what follows the blank is another one.
  if (style === 'plain' && /^\s/.test(rest ?? '') && /^[^\S\r\n]*$/.test(rest ?? '')) return offset;
  return offset + (rest ?? '').trimEnd().length;
}

/** The keys that already stand in the mapping around or below the cursor. */
export function presentKeys({ tree, path }: Cursor): readonly string[] {
  return written(entriesAt(tree, path).map(({ key }) => key));
}

/** The other values of the list around the cursor. */
export function presentItems({ tree, path }: Cursor): readonly string[] {
  const list = treeAt(tree, path.slice(0, -1));
  return list?.kind === 'list' ? written(list.items) : [];
}

function written(parts: readonly (Tree | undefined)[]): string[] {
  return parts.flatMap((part) => (part?.kind === 'scalar' && !part.value.includes(MARK) ? [part.value] : []));
}
