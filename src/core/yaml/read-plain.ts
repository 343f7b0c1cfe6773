import { COLLECTION_STYLE, EVENT_ID, type Event, parseEvents } from 'js-yaml';
import { CAPS, isBeyondLines } from './caps.ts';
import type { YamlMap, YamlNode, YamlPair, YamlSeq } from './node.ts';
import { nextLine, readScalar } from './read-scalar.ts';

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
  const root = readNode({ text, events, at: 1, keys: 0, done: 0 });
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

type CollectionEvent = Extract<Event, { type: typeof EVENT_ID.MAPPING | typeof EVENT_ID.SEQUENCE }>;

/** How far the events are read. Whatever gives undefined ends the reading. */
interface Reader {
  readonly text: string;
  readonly events: readonly Event[];
  /** The next event. */
  at: number;
  keys: number;
  /** The end of what was read last. */
  done: number;
}

function readNode(reader: Reader): YamlNode | undefined {
  const event = reader.events[reader.at++];
  if (event === undefined || event.type === EVENT_ID.ALIAS || isMarked(event)) return undefined;
  switch (event.type) {
    case EVENT_ID.SCALAR: {
      const scalar = readScalar(reader.text, event, reader.done);
      if (scalar) reader.done = scalar.end;
      return scalar;
    }
    case EVENT_ID.SEQUENCE:
      return readSequence(reader, event);
    case EVENT_ID.MAPPING:
      return readMapping(reader, event);
    default:
      return undefined;
  }
}

function readSequence(reader: Reader, event: CollectionEvent): YamlSeq | undefined {
  const flow = begin(reader, event);
  const items: YamlNode[] = [];
  while (reader.events[reader.at]?.type !== EVENT_ID.POP) {
    const item = readNode(reader);
    if (!item) return undefined;
    items.push(item);
  }
  const end = finish(reader, flow ? ']' : undefined, items.at(-1));
  return end && { kind: 'seq', items, flow, start: event.start, ...end };
}

function readMapping(reader: Reader, event: CollectionEvent): YamlMap | undefined {
  const flow = begin(reader, event);
  if (flow && reader.text[event.start] !== '{') return undefined;
  const items: YamlPair[] = [];
  const known = new Set<string>();
  while (reader.events[reader.at]?.type !== EVENT_ID.POP) {
    const key = readNode(reader);
    if (key?.kind !== 'scalar' || key.source === undefined || key.source === '<<') return undefined;
    if (known.has(key.source) || ++reader.keys > CAPS.keys) return undefined;
    known.add(key.source);
    const value = readNode(reader);
    if (!value) return undefined;
    items.push({ key, value });
  }
  const end = finish(reader, flow ? '}' : undefined, items.at(-1)?.value);
  return end && { kind: 'map', items, flow, start: event.start, ...end };
}

/** Goes into a collection; true if it is written in brackets. */
function begin(reader: Reader, { style, start }: CollectionEvent): boolean {
  const flow = style === COLLECTION_STYLE.FLOW;
  if (flow) reader.done = start + 1;
  return flow;
}

/** Leaves a collection, at its bracket if it has one, else where its last node ends. */
function finish(
  reader: Reader,
  bracket: string | undefined,
  last: YamlNode | undefined,
): { readonly end: number; readonly next: number } | undefined {
  reader.at++;
  if (bracket === undefined) return last && { end: last.next, next: last.next };
  const close = closing(reader.text, reader.done);
  if (reader.text[close] !== bracket) return undefined;
  reader.done = close + 1;
  return { end: reader.done, next: nextLine(reader.text, reader.done) };
}

/** The offset of what closes a flow collection: after blanks and a comma. */
function closing(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[\s,]/.test(text.charAt(at))) at++;
  return at;
}

/** True for anchors and tags: the other parser says what is wrong with them. */
function isMarked(event: Event): boolean {
  return 'tagStart' in event && (event.tagStart >= 0 || event.anchorStart >= 0);
}
