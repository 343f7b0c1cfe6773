import { type EVENT_ID, type Event, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import { isScalar as isLibraryScalar, Schema } from 'yaml';
import type { YamlScalar } from './node.ts';

type ScalarEvent = Extract<Event, { type: typeof EVENT_ID.SCALAR }>;

/** The value that an event stands for, after what ends at `done`; undefined where the other parser must say what it is. */
export function readScalar(text: string, event: ScalarEvent, done: number): YamlScalar | undefined {
  const span = spanOf(text, event, done);
  if (!span) return undefined;
  const source = getScalarValue(text, event);
  const value = event.style === SCALAR_STYLE.PLAIN ? coreValue(source) : source;
  const next = isBlockScalar(event) ? span.end : nextLine(text, span.end);
  return { kind: 'scalar', value, source, start: span.start, end: span.end, next };
}

function isBlockScalar({ style }: ScalarEvent): boolean {
  return style === SCALAR_STYLE.LITERAL_BLOCK || style === SCALAR_STYLE.FOLDED_BLOCK;
}

/** Where a scalar stands with its quotes or its header; undefined for one that is not written at all. */
function spanOf(
  text: string,
  event: ScalarEvent,
  done: number,
): { readonly start: number; readonly end: number } | undefined {
  const { style, valueStart, valueEnd } = event;
  if (valueStart < 0) return undefined;
  if (style === SCALAR_STYLE.PLAIN)
    return valueStart < valueEnd ? { start: valueStart, end: valueEnd } : undefined;
  return isBlockScalar(event) ? blockSpan(text, event, done) : { start: valueStart - 1, end: valueEnd + 1 };
}

const CHOMP_KEEP = 3;

/** From its `|` or `>` to the end of its last line that is not blank. */
function blockSpan(
  text: string,
  { valueStart, valueEnd, chomping }: ScalarEvent,
  done: number,
): { readonly start: number; readonly end: number } | undefined {
  let start = done;
  while (/[\s:-]/.test(text.charAt(start)) && start < valueStart) start++;
  const content = text.slice(valueStart, valueEnd).trimEnd().length;
  if (!/[|>]/.test(text.charAt(start)) || content === 0 || chomping === CHOMP_KEEP) return undefined;
  const newline = text.indexOf('\n', valueStart + content);
  const end = newline < 0 ? text.length : newline + 1;
  // A blank line of more blanks than the others may be content.
  return text.slice(end, valueEnd).includes(' ') ? undefined : { start, end };
}

const CORE_TAGS = new Schema({ schema: 'core' }).tags;
const MAY_BE_NO_TEXT = /^[-+.\d~]|^(?:null|true|false)$/i;

/** The value of plain characters in the core schema: https://yaml.org/spec/1.2.2/#103-core-schema. */
function coreValue(source: string): unknown {
  if (!MAY_BE_NO_TEXT.test(source)) return source;
  for (const tag of CORE_TAGS) {
    if (!('test' in tag) || !tag.test?.test(source) || typeof tag.resolve !== 'function') continue;
    const resolved = (tag.resolve as (text: string, problem: () => void, options: object) => unknown)(
      source,
      () => {},
      {},
    );
    return isLibraryScalar(resolved) ? resolved.value : resolved;
  }
  return source;
}

/** The offset after blanks, a comment and the end of the line. */
export function nextLine(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at++;
  if (text[at] === '#' && at > from) {
    const end = text.indexOf('\n', at);
    at = end < 0 ? text.length : end;
  }
  return text[at] === '\n' ? at + 1 : at;
}
