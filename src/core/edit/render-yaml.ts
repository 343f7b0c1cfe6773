import { Document, isScalar, stringify, visit } from 'yaml';
import type { YamlValue } from './operation.ts';

/** A list of words up to this length stands in brackets on one line, as the format's own example writes it. */
const SHORT = 80;

/** A value on one line, as it stands in `[…]` or `{…}`. */
export function renderFlow(value: YamlValue): string {
  const flowCollectionPadding = typeof value === 'object' && !Array.isArray(value);
  const list = stringify([value], { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding });
  // Only plain spaces are padding: others, such as a no-break space, can be the value itself.
  return list.slice(1, list.lastIndexOf(']')).replaceAll(/^ +| +$/g, '');
}

/**
 * A key with its value as lines without indentation: a scalar beside its key, a list of short words in brackets, anything else
 * below. The lines are joined with `\n`.
 */
export function renderPair(key: string, value: YamlValue): string {
  return renderBlock({ [key]: value });
}

/** An entry of a block list as lines without indentation. */
export function renderItem(value: YamlValue): string {
  return renderBlock([value], { isList: true });
}

function renderBlock(value: YamlValue, { isList } = { isList: false }): string {
  const document = new Document(value);
  visit(document, {
    Seq(key, seq) {
      if (key === null && isList) return;
      const words = seq.items.filter(isScalar);
      const length = words.reduce((sum, { value }) => sum + String(value).length + 2, 0);
      seq.flow = words.length === seq.items.length && length <= SHORT;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).replace(/\n$/, '');
}
