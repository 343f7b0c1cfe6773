import type { Span } from '../text/span.ts';

/** A node of a YAML file. Its span is that of its own characters, without blanks and a comment after it. */
export type YamlNode = YamlScalar | YamlMap | YamlSeq;

interface Placed extends Span {
  /** Where what follows it begins. */
  readonly next: number;
}

/** One value; undefined where it cannot be told. */
export interface YamlScalar extends Placed {
  readonly kind: 'scalar';
  readonly value: unknown;
  /** The characters it was read from, without quotes and escapes; absent where nothing can be told. */
  readonly source?: string;
}

/** Keys with values, in the order of the file; a key may stand twice. */
export interface YamlMap extends Placed {
  readonly kind: 'map';
  readonly items: readonly YamlPair[];
  /** True if it is written in braces. */
  readonly flow: boolean;
}

/** A list. */
export interface YamlSeq extends Placed {
  readonly kind: 'seq';
  readonly items: readonly YamlNode[];
  /** True if it is written in brackets. */
  readonly flow: boolean;
}

/** A key and its value; a value that nobody wrote is absent or an empty scalar. */
export interface YamlPair {
  readonly key: YamlScalar;
  readonly value?: YamlNode;
}

/** True for keys with values. */
export function isMap(node: unknown): node is YamlMap {
  return (node as YamlNode | undefined)?.kind === 'map';
}

/** True for a list. */
export function isSeq(node: unknown): node is YamlSeq {
  return (node as YamlNode | undefined)?.kind === 'seq';
}

/** True for one value. */
export function isScalar(node: unknown): node is YamlScalar {
  return (node as YamlNode | undefined)?.kind === 'scalar';
}
