import { ALL_PARTS, bitOfPart, type Parts, type Phrase } from './phrase.ts';

/** How many letters of a word make its head. */
export const HEAD_LENGTH = 8;

/**
 * Tells from the words of a text which parts of phrases it may hold. A part has cues, one of which stands wherever the part does:
 * the head of a word, that is its first eight letters in lower case, or the heads of two words that follow one another.
 */
export interface CueIndex {
  /** The parts of all phrases that the text may hold. */
  read(text: string): Found;
  /** Of these, the parts of one phrase. */
  partsOf(phrase: Phrase, found: Found): Parts;
}

/** By number of the phrase, the parts that a text may hold. */
export type Found = Int32Array;

/** Numbers up to this one are the quick ones to look up. */
const SMALL = 0x3fffffff;

/** A head as one number. Two heads may have the same one, which at worst has a text read for nothing. */
type Head = number;

/** What a word, alone or after another one, is a cue for: phrases and parts of them, in turn. */
type Meaning = number[];

interface Entry {
  readonly alone: Meaning;
  /** What this word and the next one are a cue for. */
  readonly next: Map<Head, Meaning>;
}

const NONE: ReadonlyMap<Head, Meaning> = new Map();

/**
 * Indexes the cues of the parts of phrases: heads with a blank between them, two that belong together with a `_` between them;
 * null for a part that may stand in any text.
 */
export function indexCues(cuesOf: ReadonlyMap<Phrase, readonly (string | null)[]>): CueIndex {
  const entries = new Map<Head, Entry>();
  const numbers = new Map<Phrase, number>();
  const always = new Int32Array(cuesOf.size);
  for (const [phrase, parts] of cuesOf) {
    const number = numbers.size;
    numbers.set(phrase, number);
    for (const [part, cues] of parts.entries()) {
      const bit = bitOfPart(part);
      if (cues === null) always[number] = (always[number] ?? 0) | bit;
      else for (const cue of cues.split(' ')) addCue(entries, cue, [number, bit]);
    }
  }
  return {
    read: (text) => readCues(entries, text, always.slice()),
    partsOf(phrase, found) {
      const number = numbers.get(phrase);
      return number === undefined ? ALL_PARTS : (found[number] ?? 0);
    },
  };
}

function addCue(entries: Map<Head, Entry>, cue: string, meaning: Meaning): void {
  const [first = '', second] = cue.split('_');
  const head = headOf(first);
  const entry: Entry = entries.get(head) ?? { alone: [], next: new Map() };
  entries.set(head, entry);
  if (second === undefined) entry.alone.push(...meaning);
  else entry.next.set(headOf(second), [...(entry.next.get(headOf(second)) ?? []), ...meaning]);
}

function headOf(word: string): Head {
  let head = 0;
  for (let at = 0; at < word.length; at++) head = addLetter(head, LETTERS[word.charCodeAt(at)] ?? 0);
  return head;
}

function addLetter(head: Head, letter: number): Head {
  return (Math.imul(head, 31) + letter) & SMALL;
}

function readCues(entries: ReadonlyMap<Head, Entry>, text: string, found: Found): Found {
  let next = NONE;
  let head = 0;
  let length = 0;
  for (let at = 0; at <= text.length; at++) {
    // Past the end there is no code, and so no letter.
    const letter = LETTERS[text.charCodeAt(at)] ?? 0;
    if (letter !== 0) {
      if (length++ < HEAD_LENGTH) head = addLetter(head, letter);
    } else if (length > 0) {
      if (next !== NONE) note(found, next.get(head));
      const entry = entries.get(head);
      if (entry !== undefined) note(found, entry.alone);
      next = entry?.next ?? NONE;
      head = 0;
      length = 0;
    }
  }
  return found;
}

function note(found: Found, meaning: Meaning | undefined): void {
  if (meaning === undefined) return;
  for (let at = 0; at < meaning.length; at += 2) {
    const number = meaning[at] as number;
    found[number] = (found[number] as number) | (meaning[at + 1] as Parts);
  }
}

/** By code: where `\\w` would match the code of the character, of a letter that of the lower case; else 0. */
const LETTERS = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /\w/.test(character) ? character.toLowerCase().charCodeAt(0) : 0;
});
