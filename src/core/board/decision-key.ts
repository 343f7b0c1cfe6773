/** A word that carries meaning, in its normalised form, and where it stands in the text. */
export interface ContentWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Words that say nothing about which decision is meant. */
const STOP_WORDS = new Set(
  `a an the of to for in on at by with from and or as per we our us you your they their it its this that these those
  which what how whether is are be do does should shall will would can could may must use used uses using choose chosen
  choice decision decide`.split(/\s+/),
);

/** Plurals that no rule of spelling leads back to their singular. */
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['analyses', 'analysis'],
  ['axes', 'axis'],
  ['caches', 'cache'],
  ['children', 'child'],
  ['criteria', 'criterion'],
  ['ids', 'id'],
  ['indices', 'index'],
  ['matrices', 'matrix'],
  ['people', 'person'],
  ['schemata', 'schema'],
  ['vertices', 'vertex'],
]);

/** A number with its decimals or version parts, or a run of letters and digits with an apostrophe's end. */
const WORD = /\p{N}+(?:[.,:]\p{N}+)*(?![\p{L}\p{M}])|[\p{L}\p{N}\p{M}]+(?:['’]\p{L}{1,2}(?!\p{L}))?/gu;
/** The same for texts in ASCII, several times as fast. */
const ASCII_WORD = /\d+(?:[.,:]\d+)*(?![a-z])|[a-z\d]+(?:'[a-z]{1,2}(?![a-z]))?/gi;
const ASCII = /^[\0-\x7f]*$/;

/**
 * What makes two names of a decision the same: its words without case, punctuation, plural, order and stop words, so that
 * `Date format of the public API` and `public API date format` have one key. Empty only for a text without letters or digits.
 */
export function decisionKey(name: string): string {
  const words = contentWords(name).map(({ word }) => word);
  if (words.length === 0) return name.trim().normalize('NFKC').toLowerCase();
  return [...new Set(words)].sort().join(' ');
}

/** The words of a text that carry meaning, in order. */
export function contentWords(text: string): readonly ContentWord[] {
  const words: ContentWord[] = [];
  const isAscii = ASCII.test(text);
  for (const match of text.matchAll(isAscii ? ASCII_WORD : WORD)) {
    const found = isAscii ? match[0] : match[0].normalize('NFKC');
    const word = singular(found.toLowerCase().replace(/['’]\p{L}{1,2}$/u, ''));
    if (!STOP_WORDS.has(word)) words.push({ word, start: match.index, end: match.index + match[0].length });
  }
  return words;
}

/** A lower-case word without the ending of its plural. The rules of spelling are rough, but the same for every lane. */
export function singular(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (!word.endsWith('s') || word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|us|lias|nvas)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
