import type { Problem } from '../lint/report.ts';
import type { Span } from '../text/span.ts';
import { composeYaml } from './compose-yaml.ts';
import type { YamlMap } from './node.ts';
import { readPlain } from './read-plain.ts';

/** A YAML file as a tree of nodes that know their places, and what is wrong with its text. */
export interface ParsedYaml {
  /** The document's top, if it is a mapping and the file is within the caps and without anchors. */
  readonly root?: YamlMap;
  /** True if there is nothing but comments, or nothing that could be read. */
  readonly isEmpty: boolean;
  /** The comments that speak to Lanekeeper: `# lanekeeper-…`. */
  readonly remarks: readonly Span[];
  readonly problems: readonly Problem[];
  /** Places of which the value is not known: not plain YAML, or not YAML at all. */
  readonly rejected: readonly Span[];
}

/** Parses plain YAML within the caps. Never throws; a text with mistakes gives what can be read beside them. */
export function parseYaml(text: string): ParsedYaml {
  const root = readPlain(text);
  return root ? { root, isEmpty: false, remarks: [], problems: [], rejected: [] } : composeYaml(text);
}
