/** A set of parts of a phrase: bit N stands for part N; from the 32nd on parts share bits. */
export type Parts = number;

/** All parts of any phrase. */
export const ALL_PARTS: Parts = -1;

/** What a rule looks for in prose: any of several alternatives, its parts. */
export interface Phrase {
  /** The regular expressions of the parts. */
  readonly parts: readonly string[];
  /** Finds these parts; global; made when it is first asked for. */
  pattern(parts: Parts): RegExp;
  /** If given, at least one of these stands wherever the phrase does. */
  readonly marks?: readonly string[];
}

/** Compiling a pattern costs as much as reading hundreds of texts: beyond so many sets of parts all parts are looked for. */
const MOST_PATTERNS = 4;

/**
 * Words of prose, whole words only, in any case; a blank stands for white space, ` ?` for white space or none. Alternatives must
 * not nest repetitions, so that matching stays linear.
 */
export function phrase(...alternatives: readonly string[]): Phrase {
  const made = new Map<Parts, RegExp>();
  const parts = alternatives.map(inWords);
  return {
    parts,
    pattern(wanted) {
      const known = made.get(wanted);
      if (known) return known;
      const key = made.size < MOST_PATTERNS ? wanted : ALL_PARTS;
      const pattern = made.get(key) ?? wholeWords(parts.filter((_, part) => holdsPart(key, part)));
      made.set(key, pattern);
      return pattern;
    },
  };
}

/** True if the part is in the set. */
function holdsPart(parts: Parts, part: number): boolean {
  return (parts & bitOfPart(part)) !== 0;
}

/** The set of that one part, and of those that share its bit. */
export function bitOfPart(part: number): Parts {
  return 1 << (part & 31);
}

function inWords(alternative: string): string {
  return alternative.replaceAll(' ?', '\\s*').replaceAll(' ', '\\s+').replaceAll("'", "['’]");
}

function wholeWords(parts: readonly string[]): RegExp {
  return new RegExp(`(?<![\\w-])(?:${parts.join('|')})(?!\\w|-\\w)`, 'gi');
}

/** Signs that are no words, or count in one spelling only; one of the marks stands in each of them. */
export function sign(pattern: RegExp, ...marks: readonly string[]): Phrase {
  return { parts: [pattern.source], pattern: () => pattern, marks };
}

/** A piece of a phrase that counts only where the text begins, after list marks and numbers. */
export function opening(words: string): string {
  // The words come first and are looked back at only once found: a pattern that begins with a look back is five times slower.
  return `(?:${words})(?<=^[\\s\\d.)#*+[\\]x-]{0,16}(?:${words}))`;
}
