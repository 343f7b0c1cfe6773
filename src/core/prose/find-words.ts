import type { Phrase } from './phrase.ts';
import type { Prose } from './prose.ts';
import { sentenceAt } from './sentence.ts';

/** Words found in one piece of prose, with the offsets at which they stand. */
export interface Words {
  readonly start: number;
  readonly end: number;
  /** As written, on one line. */
  readonly words: string;
  /** The masked prose around them. */
  readonly masked: string;
}

/** A phrase ends where a paragraph or an item of a list does. */
const PARAGRAPH = /\n[^\S\n]*(?:\n|[-*+] |\d+[.)] )/;

/** More finds of one rule in one field help nobody. */
const MOST = 20;

/** Where the phrase stands in the author's own words: not in code, quotations, addresses or paths. At most 20 finds. */
export function* findWords(prose: Prose, phrase: Phrase): Iterable<Words> {
  // Most texts hold none of the words, and asking for a few of them is much cheaper than masking the text.
  const parts = prose.partsOf(phrase);
  if (parts === 0) return;
  const pattern = phrase.pattern(parts);
  if (prose.value.search(pattern) < 0) return;
  const masked = prose.masked();
  let left = MOST;
  for (const match of masked.matchAll(pattern)) {
    if (PARAGRAPH.test(match[0])) continue;
    if (left-- === 0) return;
    const start = match.index;
    const end = start + match[0].length;
    yield { start, end, words: oneLine(prose.value.slice(start, end)), masked };
  }
}

/** One find for each sentence: who mends it reads the rest of the sentence anyway. */
export function* firstOfSentence(finds: Iterable<Words>): Iterable<Words> {
  let told = -1;
  for (const found of finds) {
    if (found.start < told) continue;
    told = sentenceAt(found.masked, found.start).end;
    yield found;
  }
}

/** The words on one line, shortened to fit into a message. */
export function oneLine(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}
