import { COLLECTION_STYLE, EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE } from 'js-yaml';
import { isScalar as isLibraryScalar, Schema } from 'yaml';
import { CAPS, isBeyondLines } from './caps.ts';
import type { YamlMap, YamlNode, YamlPair, YamlScalar, YamlSeq } from './node.ts';

/** Longer texts, and those with more events, are left to the parser that counts what the caps bound. */
const MOST_CHARACTERS = 64 * 1024;
const MOST_EVENTS = 6_000;

/**
 * What only the other parser reads: tabs, carriage returns, control characters and marks of byte order; marks of documents;
 * comments that speak to Lanekeeper; and comments on lines of their own that are indented, which decide where the collection
 * above them ends.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const UNUSUAL = /[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]|# *lanekeeper-|\n +#|(?:^|\n)(?:---|\.\.\.)/;

/**
 * Reads a text that holds nothing unusual, several times faster than the parser that knows every mistake. Returns undefined for
 * any other text, sound or not; what it returns is the same tree.
 */
export function readPlain(text: string): YamlMap | undefined {
  if (text.length > MOST_CHARACTERS || UNUSUAL.test(text) || isBeyondLines(text)) return undefined;
  const events = eventsOf(text);
  if (!events || events.length > MOST_EVENTS || !isOneDocument(events)) return undefined;
  const root = createReader(text, events).node();
  return root?.kind === 'map' ? root : undefined;
}

function eventsOf(text: string): readonly Event[] | undefined {
  try {
    return parseEvents(text, { maxDepth: CAPS.depth });
  } catch {
    return undefined;
  }
}

/** True for one document without directives and marks. It begins with its own event, and ends with the last one. */
function isOneDocument(events: readonly Event[]): boolean {
  const [first] = events;
  return (
    first?.type === EVENT_ID.DOCUMENT &&
    !first.explicitStart &&
    !first.explicitEnd &&
    first.directives.length === 0 &&
    !events.some(({ type }, index) => type === EVENT_ID.DOCUMENT && index > 0)
  );
}

type ScalarEvent = Extract<Event, { type: typeof EVENT_ID.SCALAR }>;
type CollectionEvent = Extract<Event, { type: typeof EVENT_ID.MAPPING | typeof EVENT_ID.SEQUENCE }>;

/** Builds nodes from events, one after the other. Whatever gives undefined ends the reading. */
function createReader(text: string, events: readonly Event[]): { node(): YamlNode | undefined } {
  let at = 1;
  let keys = 0;
  /** The end of what was read last. */
  let done = 0;

  const node = (): YamlNode | undefined => {
    const event = events[at++];
    if (event === undefined || event.type === EVENT_ID.ALIAS || isMarked(event)) return undefined;
    switch (event.type) {
      case EVENT_ID.SCALAR:
        return scalar(event);
      case EVENT_ID.SEQUENCE:
        return sequence(event);
      case EVENT_ID.MAPPING:
        return mapping(event);
      default:
        return undefined;
    }
  };

  const scalar = (event: ScalarEvent): YamlScalar | undefined => {
    const span = spanOf(text, event, done);
    if (!span) return undefined;
    done = span.end;
    const source = getScalarValue(text, event);
    const value = event.style === SCALAR_STYLE.PLAIN ? coreValue(source) : source;
    const next = isBlockScalar(event) ? span.end : nextLine(text, span.end);
    return { kind: 'scalar', value, source, start: span.start, end: span.end, next };
  };

  const sequence = (event: CollectionEvent): YamlSeq | undefined => {
    const flow = begin(event);
    const items: YamlNode[] = [];
    while (events[at]?.type !== EVENT_ID.POP) {
      const item = node();
      if (!item) return undefined;
      items.push(item);
    }
    const end = finish(flow, ']', items.at(-1)?.next);
    return end && { kind: 'seq', items, flow, start: event.start, ...end };
  };

  const mapping = (event: CollectionEvent): YamlMap | undefined => {
    const flow = begin(event);
    if (flow && text[event.start] !== '{') return undefined;
    const items: YamlPair[] = [];
    const known = new Set<string>();
    while (events[at]?.type !== EVENT_ID.POP) {
      const key = node();
      if (key?.kind !== 'scalar' || key.source === undefined || key.source === '<<') return undefined;
      if (known.has(key.source) || ++keys > CAPS.keys) return undefined;
      known.add(key.source);
      const value = node();
      if (!value) return undefined;
      items.push({ key, value });
    }
    const end = finish(flow, '}', items.at(-1)?.value?.next);
    return end && { kind: 'map', items, flow, start: event.start, ...end };
  };

  const begin = ({ style, start }: CollectionEvent): boolean => {
    const flow = style === COLLECTION_STYLE.FLOW;
    if (flow) done = start + 1;
    return flow;
  };

  const finish = (
    flow: boolean,
    bracket: string,
    last: number | undefined,
  ): { end: number; next: number } | undefined => {
    at++;
    if (!flow) return last === undefined ? undefined : { end: last, next: last };
    const close = closing(text, done);
    if (text[close] !== bracket) return undefined;
    done = close + 1;
    return { end: done, next: nextLine(text, done) };
  };

  return { node };
}

/** True for anchors and tags: the other parser says what is wrong with them. */
function isMarked(event: Event): boolean {
  return 'tagStart' in event && (event.tagStart >= 0 || event.anchorStart >= 0);
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
function nextLine(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at++;
  if (text[at] === '#' && at > from) {
    const end = text.indexOf('\n', at);
    at = end < 0 ? text.length : end;
  }
  return text[at] === '\n' ? at + 1 : at;
}

/** The offset of what closes a flow collection: after blanks, comments and a comma. */
function closing(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[\s,]/.test(text.charAt(at))) at++;
  return at;
}
