import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { YamlNode, YamlPair, YamlScalar } from './node.ts';

/** A node of the library as one of ours; an alias is a scalar of which nothing is known. */
export function toNode(node: unknown): YamlNode | undefined {
  if (node === null || node === undefined) return undefined;
  const place = placeOf(node as Node);
  if (isScalar(node))
    return {
      kind: 'scalar',
      value: node.value,
      ...(node.source === undefined ? {} : { source: node.source }),
      ...place,
    };
  if (isSeq(node))
    return {
      kind: 'seq',
      items: node.items.flatMap((item) => toNode(item) ?? []),
      flow: !!node.flow,
      ...place,
    };
  if (isMap(node)) return { kind: 'map', items: node.items.map(toPair), flow: !!node.flow, ...place };
  return { kind: 'scalar', value: undefined, ...place };
}

function toPair({ key, value }: Pair): YamlPair {
  const inner = toNode(value);
  return { key: toKey(key), ...(inner ? { value: inner } : {}) };
}

/** A key that is itself a list or a mapping has no name. */
function toKey(key: unknown): YamlScalar {
  const node = toNode(key);
  if (node?.kind === 'scalar') return node;
  return { kind: 'scalar', value: '', ...placeOf(node ? (key as Node) : {}) };
}

function placeOf({ range }: Pick<Node, 'range'>): { start: number; end: number; next: number } {
  const [start, end, next] = range ?? [0, 0, 0];
  return { start, end, next };
}
