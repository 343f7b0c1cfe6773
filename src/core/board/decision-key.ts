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

/** A number with its decimals or version parts, or a run of letters and digits. */
const WORD = /\p{N}+(?:[.,:]\p{N}+)*(?![\p{L}\p{M}])|[\p{L}\p{N}\p{M}]+(?:['’]\p{L}{1,2}(?!\p{L}))?/gu;

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
  for (const match of text.matchAll(WORD)) {
    const word = normalizeWord(match[0]);
    if (!STOP_WORDS.has(word)) words.push({ word, start: match.index, end: match.index + match[0].length });
  }
  return words;
}

/** What letters outside ASCII, and apostrophes, need is not asked of the many words that have none. */
const PLAIN = /^[a-z0-9]+$/;

function normalizeWord(found: string): string {
  const lower = found.toLowerCase();
  if (PLAIN.test(lower)) return singular(lower);
  return singular(
    found
      .normalize('NFKC')
      .toLowerCase()
      .replace(/['’]\p{L}{1,2}$/u, ''),
  );
}

function singular(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (!word.endsWith('s')) return word;
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|us|lias|nvas)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
