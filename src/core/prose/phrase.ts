/** What a rule looks for in prose. */
export interface Phrase {
  /** Global; made when it is first asked for. */
  pattern(): RegExp;
  /** If given, at least one of these stands wherever the phrase does. */
  readonly marks?: readonly string[];
}

/**
 * Words of prose, whole words only, in any case; a blank stands for white space, ` ?` for white space or none. Alternatives must
 * not nest repetitions, so that matching stays linear.
 */
export function phrase(...alternatives: readonly string[]): Phrase {
  let made: RegExp | undefined;
  return {
    pattern: () => {
      made ??= wholeWords(alternatives.join('|'));
      return made;
    },
  };
}

function wholeWords(alternatives: string): RegExp {
  const words = alternatives.replaceAll(' ?', '\\s*').replaceAll(' ', '\\s+').replaceAll("'", "['’]");
  return new RegExp(`(?<![\\w-])(?:${words})(?!\\w|-\\w)`, 'gi');
}

/** Signs that are no words, or count in one spelling only; one of the marks stands in each of them. */
export function sign(pattern: RegExp, ...marks: readonly string[]): Phrase {
  return { pattern: () => pattern, marks };
}

/** A piece of a phrase that counts only where the text begins, after list marks and numbers. */
export function opening(words: string): string {
  // The words come first and are looked back at only once found: a pattern that begins with a look back is five times slower.
  return `(?:${words})(?<=^[\\s\\d.)#*+[\\]x-]{0,16}(?:${words}))`;
}
