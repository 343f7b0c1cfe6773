import { CST } from 'yaml';
import type { YamlPath } from '../edit/operation.ts';
import type { Span } from '../text/span.ts';
import { CAPS } from '../yaml/caps.ts';
import { scanSyntax } from '../yaml/scan-syntax.ts';

/** What can be made of a YAML text, however broken: the shape that its author probably has in mind. */
export type Tree = TreeMap | TreeList | Scalar;

export interface TreeMap {
  readonly kind: 'map';
  readonly span: Span;
  /** True if it stands in braces. */
  readonly flow: boolean;
  readonly entries: readonly Entry[];
}

/** One key with its value; either may not be written yet. */
export interface Entry {
  readonly key?: Scalar;
  readonly value?: Tree;
}

export interface TreeList {
  readonly kind: 'list';
  readonly span: Span;
  /** True if it stands in brackets. */
  readonly flow: boolean;
  readonly items: readonly (Tree | undefined)[];
}

export interface Scalar {
  readonly kind: 'scalar';
  readonly value: string;
  /** With its quotes. */
  readonly span: Span;
  readonly style: 'plain' | 'single' | 'double' | 'block';
}

/** A scalar and how one gets to it. */
export interface Located {
  readonly scalar: Scalar;
  readonly role: 'key' | 'value';
  /** From the top to the scalar; for a key it ends with that key. */
  readonly path: YamlPath;
  readonly parent?: TreeMap | TreeList;
}

/** Reads what can be read of a text; nothing if it is empty or beyond the caps. Never throws. */
export function readTree(text: string): Tree | undefined {
  const scan = scanSyntax(text);
  if ('rule' in scan) return undefined;
  const documents = scan.tokens.filter((token) => token.type === 'document');
  return toTree(documents.find(({ value }) => value)?.value, 0);
}

/** Every scalar of a tree with its place, in the order of the text. */
export function* scalarsOf(
  tree: Tree | undefined,
  path: YamlPath = [],
  parent?: TreeMap | TreeList,
): Generator<Located> {
  if (tree?.kind === 'scalar') {
    yield { scalar: tree, role: 'value', path, ...(parent ? { parent } : {}) };
  } else if (tree?.kind === 'list') {
    for (const [at, item] of tree.items.entries()) yield* scalarsOf(item, [...path, at], tree);
  } else if (tree) {
    for (const { key, value } of tree.entries) {
      const below = [...path, key?.value ?? ''];
      if (key) yield { scalar: key, role: 'key', path: below, parent: tree };
      yield* scalarsOf(value, below, tree);
    }
  }
}

/** The part of a tree at keys and list positions, if it is written. */
export function treeAt(tree: Tree | undefined, path: YamlPath): Tree | undefined {
  let part = tree;
  for (const step of path) {
    if (part?.kind === 'map') part = part.entries.find(({ key }) => key?.value === step)?.value;
    else part = part?.kind === 'list' ? part.items[Number(step)] : undefined;
  }
  return part;
}

/** The entries of the mapping at a path; none if there is no mapping. */
export function entriesAt(tree: Tree | undefined, path: YamlPath): readonly Entry[] {
  const part = treeAt(tree, path);
  return part?.kind === 'map' ? part.entries : [];
}

function toTree(token: CST.Token | null | undefined, depth: number): Tree | undefined {
  if (!token || depth > CAPS.depth) return undefined;
  switch (token.type) {
    case 'block-map':
      return mapOf(token.items, token, depth);
    case 'block-seq':
      return listOf(
        token.items.map(({ value }) => toTree(value, depth + 1)),
        token,
      );
    case 'flow-collection':
      if (token.start.source === '{') return mapOf(token.items, token, depth);
      return listOf(
        token.items.map((item) => (item.sep ? mapOf([item], token, depth) : toTree(item.value, depth + 1))),
        token,
      );
    default:
      return scalarOf(token);
  }
}

function mapOf(
  items: readonly CST.CollectionItem[],
  token: CST.BlockMap | CST.FlowCollection,
  depth: number,
): TreeMap {
  const entries = items.map((item): Entry => {
    const key = scalarOf(item.key);
    const value = toTree(item.value, depth + 1);
    return { ...(key ? { key } : {}), ...(value ? { value } : {}) };
  });
  const ends = entries.map(({ key, value }) => value?.span.end ?? key?.span.end ?? 0);
  return { kind: 'map', entries, ...extent(token, ends) };
}

function listOf(
  items: readonly (Tree | undefined)[],
  token: CST.BlockSequence | CST.FlowCollection,
): TreeList {
  return {
    kind: 'list',
    items,
    ...extent(
      token,
      items.map((item) => item?.span.end ?? 0),
    ),
  };
}

function extent(token: CST.BlockMap | CST.BlockSequence | CST.FlowCollection, ends: readonly number[]) {
  const flow = token.type === 'flow-collection';
  const closing = flow ? token.end.find(({ source }) => source === ']' || source === '}') : undefined;
  const end = closing ? closing.offset + 1 : Math.max(token.offset + 1, ...ends);
  return { flow, span: { start: token.offset, end } };
}

function scalarOf(token: CST.Token | null | undefined): Scalar | undefined {
  switch (token?.type) {
    case 'scalar':
    // A glob such as `**/*.ts` without quotes is an alias to YAML, and still what its author means.
    case 'alias':
      return scalar(token.source.includes('\n') ? resolved(token) : token.source, token, 'plain');
    case 'single-quoted-scalar':
    case 'double-quoted-scalar':
      return scalar(resolved(token), token, token.type === 'single-quoted-scalar' ? 'single' : 'double');
    case 'block-scalar': {
      const start = token.props.find(({ type }) => type === 'block-scalar-header')?.offset ?? token.offset;
      const last = token.props.at(-1);
      const body = last && 'source' in last ? last.offset + last.source.length : token.offset;
      const end = body + token.source.trimEnd().length;
      return { kind: 'scalar', value: resolved(token), style: 'block', span: { start, end } };
    }
    default:
      return undefined;
  }
}

function scalar(value: string, { offset, source }: CST.FlowScalar, style: Scalar['style']): Scalar {
  return { kind: 'scalar', value, style, span: { start: offset, end: offset + source.length } };
}

/** The value as YAML reads it: without quotes, escapes and indentation. */
function resolved(token: CST.FlowScalar | CST.BlockScalar): string {
  return CST.resolveAsScalar(token, false, () => {})?.value ?? token.source;
}
