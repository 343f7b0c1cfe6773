import type { Phrase } from './phrase.ts';

/** How many letters of a word make its head. */
export const HEAD_LENGTH = 6;

/**
 * Tells from the words of a text which phrases it may hold. A phrase has cues, one of which stands wherever the phrase does: the
 * head of a word, that is its first six letters in lower case, or the heads of two words that follow one another.
 */
export interface CueIndex {
  /** The bits of the phrases of which a cue stands in the text. */
  read(text: string): number;
  /** The bit of a phrase; one that every text has if the phrase has no cues. */
  bitOf(phrase: Phrase): number;
}

/** A head as one number. Two heads may have the same one, which at worst has a text read for nothing. */
type Head = number;

interface Entry {
  bits: number;
  /** What this word and the next one are a cue for. */
  readonly next: Map<Head, number>;
}

/** Stands in what is read of every text. */
const EVERY_TEXT = 1;
const NONE: ReadonlyMap<Head, number> = new Map();

/** Indexes the cues of phrases: heads with a blank between them, two that belong together with a `_` between them. */
export function indexCues(cuesOf: ReadonlyMap<Phrase, string>): CueIndex {
  const entries = new Map<Head, Entry>();
  const bits = new Map<Phrase, number>();
  for (const [phrase, cues] of cuesOf) {
    // From the 32nd on phrases share a bit, which at worst has a text read for nothing.
    const bit = 2 << (bits.size % 31);
    bits.set(phrase, bit);
    for (const cue of cues.split(' ')) addCue(entries, cue, bit);
  }
  return { read: (text) => readCues(entries, text), bitOf: (phrase) => bits.get(phrase) ?? EVERY_TEXT };
}

function addCue(entries: Map<Head, Entry>, cue: string, bit: number): void {
  const [first = '', second] = cue.split('_');
  const head = headOf(first);
  const entry = entries.get(head) ?? { bits: 0, next: new Map() };
  entries.set(head, entry);
  if (second === undefined) entry.bits |= bit;
  else entry.next.set(headOf(second), (entry.next.get(headOf(second)) ?? 0) | bit);
}

function headOf(word: string): Head {
  let head = 0;
  for (let at = 0; at < word.length; at++) head = addLetter(head, letterAt(word, at));
  return head;
}

function addLetter(head: Head, letter: number): Head {
  return (Math.imul(head, 31) + letter) | 0;
}

function readCues(entries: ReadonlyMap<Head, Entry>, text: string): number {
  let found = EVERY_TEXT;
  let next = NONE;
  let head = 0;
  let length = 0;
  for (let at = 0; at <= text.length; at++) {
    const letter = letterAt(text, at);
    if (letter !== 0) {
      if (length++ < HEAD_LENGTH) head = addLetter(head, letter);
    } else if (length > 0) {
      if (next !== NONE) found |= next.get(head) ?? 0;
      const entry = entries.get(head);
      if (entry !== undefined) found |= entry.bits;
      next = entry?.next ?? NONE;
      head = 0;
      length = 0;
    }
  }
  return found;
}

/** The code of the character where `\\w` would match, of a letter that of the lower case; else 0. */
function letterAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 97 && code <= 122) return code;
  if (code >= 65 && code <= 90) return code + 32;
  return (code >= 48 && code <= 57) || code === 95 ? code : 0;
}
