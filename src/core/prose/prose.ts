import type { CueIndex, Found } from './cue-index.ts';
import { maskProse } from './mask.ts';
import type { Parts, Phrase } from './phrase.ts';

/** A piece of prose as all rules read it: its words are looked over once, and it is masked once if at all. */
export interface Prose {
  readonly value: string;
  /** What its words tell of phrases; see `CueIndex`. */
  readonly found: Found;
  /** The value with code, quotations, addresses and paths masked; see `maskProse`. */
  masked(): string;
  /** The parts of the phrase that may stand here: none of the others does. */
  partsOf(phrase: Phrase): Parts;
}

/** Looks over a piece of prose. */
export function readProse(value: string, index: CueIndex): Prose {
  const found = index.read(value);
  let masked: string | undefined;
  return {
    value,
    found,
    masked: () => {
      masked ??= maskProse(value);
      return masked;
    },
    partsOf: (phrase) =>
      phrase.marks?.some((mark) => value.includes(mark)) === false ? 0 : index.partsOf(phrase, found),
  };
}
