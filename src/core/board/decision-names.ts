import { type ContentWord, contentWords, singular } from './decision-key.ts';
import { createWordSets } from './word-sets.ts';

/** Decisions by the words of their keys, to be found in texts. */
export interface DecisionNames {
  add(key: string): void;
  remove(key: string): void;
  /** Where a text names one of the decisions: all its words close together in one sentence. */
  namedIn(text: string): readonly NamedDecision[];
}

/** A decision that a text names, with the place of its words. */
export interface NamedDecision {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** The sentence around. */
  readonly sentence: string;
}

/** Of these many words a decision may be recognised in a text: one word says too little, nine are a sentence. */
const fewestWords = 2;
const mostWords = 8;

/** No decisions yet. */
export function createDecisionNames(): DecisionNames {
  const sets = createWordSets();
  /** The longest word of each key: a text without any of them names no decision, which is quick to see. */
  const anchors = new Map<string, number>();
  const count = (key: string, by: 1 | -1) => {
    const anchor = anchorOf(key);
    const left = (anchors.get(anchor) ?? 0) + by;
    if (left > 0) anchors.set(anchor, left);
    else anchors.delete(anchor);
  };
  return {
    add(key) {
      if (!isNameable(key)) return;
      sets.add(key);
      count(key, 1);
    },
    remove(key) {
      if (!isNameable(key)) return;
      sets.remove(key);
      count(key, -1);
    },
    namedIn(text) {
      if (anchors.size === 0 || !mayName(text, anchors)) return [];
      return sentencesOf(contentWords(text), text).flatMap((sentence) => {
        const words = sentence.map(({ word }) => word);
        const whole = text.slice(sentence[0]?.start, sentence.at(-1)?.end);
        return sets.within(words).flatMap((key) => {
          const place = closestWords(sentence, key.split(' '));
          return place === undefined ? [] : [{ key, sentence: whole, ...place }];
        });
      });
    },
  };
}

function isNameable(key: string): boolean {
  const words = key.split(' ', mostWords + 1).length;
  return words >= fewestWords && words <= mostWords;
}

/** The longest word of a key; of a key of numbers with points, which the quick look does not see as words, none. */
function anchorOf(key: string): string {
  let longest = '';
  for (const word of key.split(' ')) if (word.length > longest.length && !/[.,:]/.test(word)) longest = word;
  return longest;
}

/** False only if no anchor is among the words of the text. Other letters than those of English are left to the thorough look. */
function mayName(text: string, anchors: ReadonlyMap<string, number>): boolean {
  if (anchors.has('') || /[^\n\x20-\x7e]/.test(text)) return true;
  for (const word of text.toLowerCase().split(/[^a-z0-9]+/)) {
    if (anchors.has(word.endsWith('s') ? singular(word) : word)) return true;
  }
  return false;
}

/** A sentence ends with its mark, a blank line, or where a list goes on. */
const END = /[.!?;](?=\s)|\n\s*(?:\n|[-*•]\s|\d{1,3}[.)]\s)/g;

function sentencesOf(words: readonly ContentWord[], text: string): readonly (readonly ContentWord[])[] {
  const sentences: ContentWord[][] = [[]];
  const ends = [...text.matchAll(END)].map(({ index }) => index);
  let next = 0;
  for (const word of words) {
    if (word.start > (ends[next] ?? text.length)) sentences.push([]);
    while (word.start > (ends[next] ?? text.length)) next++;
    sentences.at(-1)?.push(word);
  }
  return sentences;
}

/**
 * Where all the wanted words stand closest together: two side by side, more with at most two fewer than their own number of
 * other words between. Undefined if they are only scattered over the sentence.
 */
function closestWords(
  sentence: readonly ContentWord[],
  wanted: readonly string[],
): { readonly start: number; readonly end: number } | undefined {
  const widest = wanted.length * 2 - 2;
  let best: readonly ContentWord[] | undefined;
  for (const [at, { word }] of sentence.entries()) {
    if (!wanted.includes(word)) continue;
    const window = sentence.slice(at, at + Math.min(widest, (best?.length ?? widest + 1) - 1));
    const last = wordsUntil(window, wanted);
    if (last >= 0) best = window.slice(0, last + 1);
  }
  const [first] = best ?? [];
  return first && { start: first.start, end: best?.at(-1)?.end ?? first.end };
}

/** At which word the last of the wanted ones is met, or -1. */
function wordsUntil(words: readonly ContentWord[], wanted: readonly string[]): number {
  const missing = new Set(wanted);
  return words.findIndex(({ word }) => missing.delete(word) && missing.size === 0);
}
