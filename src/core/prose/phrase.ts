import { maskProse } from './mask.ts';
import { sentenceAt } from './sentence.ts';

/** Words found in one piece of prose, with the offsets at which they stand. */
export interface Words {
  readonly start: number;
  readonly end: number;
  /** As written, on one line. */
  readonly words: string;
  /** The masked prose around them. */
  readonly masked: string;
  readonly groups: { readonly [name: string]: string | undefined };
}

/** A phrase ends where a paragraph or an item of a list does. */
const PARAGRAPH = /\n[^\S\n]*(?:\n|[-*+] |\d+[.)] )/;

/** More finds of one rule in one field help nobody. */
const MOST = 20;

/**
 * A pattern for words of prose, whole words only, in any case; a blank stands for white space, ` ?` for white space or none.
 * Alternatives must not nest repetitions, so that matching stays linear.
 */
export function phrase(...alternatives: readonly string[]): RegExp {
  const words = alternatives
    .join('|')
    .replaceAll(' ?', '\\s*')
    .replaceAll(' ', '\\s+')
    .replaceAll("'", "['’]");
  return new RegExp(`(?<![\\w-])(?:${words})(?!\\w|-\\w)`, 'gi');
}

/** A piece of a phrase that counts only where the text begins, after list marks and numbers. */
export function opening(words: string): string {
  // The words come first and are looked back at only once found: a pattern that begins with a look back is five times slower.
  return `(?:${words})(?<=^[\\s\\d.)#*+[\\]x-]{0,16}(?:${words}))`;
}

/** Where the pattern finds words of the author's own: not in code, quotations, addresses or paths. At most 20. */
export function* findWords(text: string, pattern: RegExp): Iterable<Words> {
  // Most texts hold none of the words, and asking the raw text is much cheaper than masking it.
  if (text.search(pattern) < 0) return;
  const masked = maskProse(text);
  let left = MOST;
  for (const match of masked.matchAll(pattern)) {
    if (PARAGRAPH.test(match[0])) continue;
    if (left-- === 0) return;
    const start = match.index;
    const end = start + match[0].length;
    yield { start, end, words: oneLine(text.slice(start, end)), masked, groups: match.groups ?? {} };
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
