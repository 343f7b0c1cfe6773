import type { Section } from '../lane/lane.ts';
import type { Span, Text } from '../text/span.ts';
import { isMap, isScalar, isSeq, type YamlPair } from './node.ts';

/** The place of a node's own characters, without the blank lines after it; the start of the file where there is none. */
export function nodeSpan(node: Span | undefined): Span {
  return { start: node?.start ?? 0, end: node?.end ?? 0 };
}

/** The text of a mapping's key as a string. */
export function keyText({ key }: YamlPair): string {
  return scalarText(key.value, key.source);
}

/** The pair of that key, if the node is a mapping and has it; the first if it stands twice. */
export function findPair(node: unknown, key: string): YamlPair | undefined {
  return isMap(node) ? node.items.find((pair) => keyText(pair) === key) : undefined;
}

/** The node at a key of a mapping or a position of a list. */
export function child(node: unknown, key: string | number): unknown {
  if (isSeq(node)) return node.items[Number(key)];
  return findPair(node, String(key))?.value;
}

/** The key and value of a pair as a section of the file. */
export function pairSection({ key, value }: YamlPair, sound: boolean): Section {
  return { key: nodeSpan(key), span: nodeSpan(isWritten(value) ? value : key), sound };
}

/** True for a node that has characters of its own. */
export function isWritten(node: Span | undefined): node is Span {
  return node !== undefined && node.end > node.start;
}

/** A scalar that holds a string, with its place. */
export function asText(node: unknown): Text | undefined {
  return isScalar(node) && typeof node.value === 'string'
    ? { value: node.value, span: nodeSpan(node) }
    : undefined;
}

/** Any scalar as text, as it stands in the file; nothing at all is an empty text. */
export function asLooseText(node: unknown): Text | undefined {
  return isScalar(node) && node.value !== undefined
    ? { value: scalarText(node.value, node.source), span: nodeSpan(node) }
    : undefined;
}

/** The strings of a list; a single string is a list of one. */
export function asTexts(node: unknown): Text[] {
  const nodes = isSeq(node) ? node.items : [node];
  return nodes.map(asText).filter((text) => text !== undefined);
}

/** The pairs of a mapping, the first of each key. */
export function pairsOf(node: unknown): YamlPair[] {
  if (!isMap(node)) return [];
  const seen = new Set<string>();
  return node.items.filter((pair) => {
    const key = keyText(pair);
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * The plain value of a node, for the schema. Aliases are never followed: they give nothing, so that no file can grow.
 * A key without a value is left out: what is missing is for the rules to say. Objects have no prototype, so that `__proto__` is a key like any other.
 */
export function plainValue(node: unknown): unknown {
  if (isScalar(node)) return node.value ?? null;
  if (isSeq(node)) return node.items.map(plainValue);
  if (!isMap(node)) return null;
  const value: Record<string, unknown> = Object.create(null);
  for (const pair of node.items) {
    const key = keyText(pair);
    const inner = plainValue(pair.value);
    if (inner !== null && !(key in value)) value[key] = inner;
  }
  return value;
}

function scalarText(value: unknown, source: string | undefined): string {
  if (typeof value === 'string') return value;
  return source ?? (value === null || value === undefined ? '' : String(value));
}
