import type { CueIndex } from './cue-index.ts';
import { maskProse } from './mask.ts';
import type { Phrase } from './phrase.ts';

/** A piece of prose as all rules read it: its words are looked over once, and it is masked once if at all. */
export interface Prose {
  readonly value: string;
  /** The value with code, quotations, addresses and paths masked; see `maskProse`. */
  masked(): string;
  /** False if the phrase certainly does not stand here. */
  mayHold(phrase: Phrase): boolean;
}

/** Looks over a piece of prose. */
export function readProse(value: string, index: CueIndex): Prose {
  const cues = index.read(value);
  let masked: string | undefined;
  return {
    value,
    masked: () => {
      masked ??= maskProse(value);
      return masked;
    },
    mayHold: (phrase) =>
      (cues & index.bitOf(phrase)) !== 0 && (phrase.marks?.some((mark) => value.includes(mark)) ?? true),
  };
}
