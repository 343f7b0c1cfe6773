import type { Tea } from './tea.ts';
import { TEAS } from './teas.ts';

/** Words that customers use for words of the catalogue. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  caffeine: ['herbal'],
  smoked: ['smoke', 'smoky'],
  smokey: ['smoke', 'smoky'],
  ceylon: ['lanka'],
  mint: ['peppermint'],
  nutty: ['chestnut', 'hazelnut', 'almond'],
};

/** The teas in which a word of the query occurs, one letter more, less or other allowed; in the catalogue's order. */
export function searchTeas(query: string, teas: readonly Tea[] = TEAS): readonly Tea[] {
  const wanted = wordsOf(query).flatMap((word) => [word, ...(SYNONYMS[word] ?? [])]);
  return teas.filter((tea) => {
    const words = wordsOf(`${tea.name} ${tea.kind} ${tea.origin} ${tea.description}`);
    return wanted.some((word) => words.some((other) => isNear(word, other)));
  });
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
}

/** True if the words are equal, or long enough and one edit apart. */
function isNear(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length < 5 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1);
}
