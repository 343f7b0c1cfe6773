import { sentenceAt } from './sentence.ts';

const NUMBER =
  /(?<![\w.#-]|\b(?:version|release|section|chapter|phase|issue|node|python|java|http|tls|rfc|iso|wcag|html|css|v) )\d+(?:[.,]\d+)*(?!\d|[\w.]*[a-z]{3}|-|[.,]\d)/i;
/** "Writes 1 file and fails gracefully" measures the first half only. */
const CLAUSE = /;|(?:,\s|\s)(?:and|but|while|whereas)\s/g;
const LIST_NUMBER = /^\s*(?:[-*+] )?(?:\[[ x]\] )?(?:#?\d+(?:\.\d+)*[.)]?\s)?/i;
const SPELLS_OUT =
  /\(|[:;→]|[-=]>|\s[-–—]{1,2}\s|\b(?:e\.g\.|i\.e\.|such as|for example|for instance|namely|meaning|so that|by \w+ing|without \w+|listing|including|stating|saying|naming|showing|pointing to|instead of|rather than|that (?:says?|names?|lists?|states?|shows?|tells?|points?|links?|explains?|includes?|contains?))\b/i;
const QUOTED_AFTER = /[\uE000\uE001]/;

/** True if there is a number in the clause around the place: then a word in it has a measure. List numbers do not count. */
function hasNumber(sentence: string, at: number): boolean {
  let start = LIST_NUMBER.exec(sentence)?.[0].length ?? 0;
  for (const { 0: mark, index } of sentence.matchAll(CLAUSE)) {
    if (index >= at) return NUMBER.test(sentence.slice(start, index));
    start = index + mark.length;
  }
  return NUMBER.test(sentence.slice(start));
}

/** True if what follows the words spells them out, or their clause gives a number: the reader need not guess. */
export function elaborates(masked: string, start: number, end: number): boolean {
  const sentence = sentenceAt(masked, start);
  const after = masked.slice(end, sentence.end);
  return (
    SPELLS_OUT.test(after) ||
    QUOTED_AFTER.test(after) ||
    hasNumber(masked.slice(sentence.start, sentence.end), start - sentence.start)
  );
}
