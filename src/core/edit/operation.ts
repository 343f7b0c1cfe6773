import type { Span } from '../text/span.ts';

/** Keys and list positions from the top of a YAML file: `['limits', 'write', 0]`. */
export type YamlPath = readonly (string | number)[];

/** Anything that can be written as plain YAML. */
export type YamlValue =
  | string
  | number
  | boolean
  | readonly YamlValue[]
  | { readonly [key: string]: YamlValue };

/**
 * A change as a rule means it, before it is a change of text:
 * - `replace`: these characters become others;
 * - `set`: the key at `at` gets this value; missing parents are made, in the format's order of keys;
 * - `append`: the list at `at` gets one more entry; a missing or single-valued list is made one;
 * - `remove`: the entry or key at `at` goes, with its line;
 * - `create`: a new file.
 * `path` names another file of the workspace; without it the file is the lane itself.
 */
export type Operation =
  | { readonly kind: 'replace'; readonly span: Span; readonly text: string; readonly path?: string }
  | { readonly kind: 'set'; readonly at: YamlPath; readonly value: YamlValue; readonly path?: string }
  | { readonly kind: 'append'; readonly at: YamlPath; readonly value: YamlValue; readonly path?: string }
  | { readonly kind: 'remove'; readonly at: YamlPath; readonly path?: string }
  | { readonly kind: 'create'; readonly path: string; readonly text: string };
