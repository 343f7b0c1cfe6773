import { sentenceAt } from './sentence.ts';

const NUMBER = /(?<![\w.#-])\d+(?:[.,]\d+)*(?![\w.]*[a-z]{3}|-)/i;
const LIST_NUMBER = /^\s*(?:[-*+] )?(?:\[[ x]\] )?(?:#?\d+(?:\.\d+)*[.)]?\s)?/i;
const SPELLS_OUT =
  /\(|[:;→]|[-=]>|\s[-–—]{1,2}\s|\b(?:e\.g\.|i\.e\.|such as|for example|for instance|namely|meaning|so that|by \w+ing|without \w+|listing|including|stating|saying|naming|showing|pointing to|instead of|rather than|that (?:says?|names?|lists?|states?|shows?|tells?|points?|links?|explains?|includes?|contains?))\b/i;
const QUOTED_AFTER = /[\uE000\uE001]/;

/** True if the sentence names a number: then a word in it has a measure. List numbers do not count. */
function hasNumber(sentence: string): boolean {
  return NUMBER.test(sentence.replace(LIST_NUMBER, ''));
}

/** True if what follows the words spells them out, or the sentence gives a number: the reader need not guess. */
export function elaborates(masked: string, start: number, end: number): boolean {
  const sentence = sentenceAt(masked, start);
  const after = masked.slice(end, sentence.end);
  return (
    SPELLS_OUT.test(after) ||
    QUOTED_AFTER.test(after) ||
    hasNumber(masked.slice(sentence.start, sentence.end))
  );
}
