import type { ContentWord } from '../../board/decision-key.ts';

/** A sentence ends with its mark, a blank line, or where a list goes on. */
const END = /[.!?;](?=\s)|\n\s*(?:\n|[-*•]\s|\d{1,3}[.)]\s)/g;

/** The words of a text, by sentence. */
export function sentencesOf(
  words: readonly ContentWord[],
  text: string,
): readonly (readonly ContentWord[])[] {
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
 * Where all the wanted words stand close together: two side by side, more with at most two fewer than their own number of
 * other words between. Undefined if they are only scattered over the sentence.
 */
export function closestWords(
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
