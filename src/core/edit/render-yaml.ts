import { stringify } from 'yaml';
import type { YamlValue } from './operation.ts';

/** A value on one line, as it stands in `[…]` or `{…}`. */
export function renderFlow(value: YamlValue): string {
  const list = stringify([value], {
    collectionStyle: 'flow',
    lineWidth: 0,
    flowCollectionPadding: false,
  }).trim();
  return list.slice(1, -1);
}

/**
 * A key with its value as lines without indentation: a scalar beside its key, a list of short words in brackets, anything else
 * below. The lines are joined with `\n`.
 */
export function renderPair(key: string, value: YamlValue): string {
  return isShortList(value)
    ? `${renderFlow(key)}: ${renderFlow(value)}`
    : stringify({ [key]: value }, { lineWidth: 0 }).trimEnd();
}

/** An entry of a block list as lines without indentation. */
export function renderItem(value: YamlValue): string {
  return stringify([value], { lineWidth: 0 }).trimEnd();
}

function isShortList(value: YamlValue): boolean {
  if (!Array.isArray(value)) return false;
  return value.every((item) => typeof item !== 'object') && renderFlow(value).length <= 80;
}
