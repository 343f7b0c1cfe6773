import { distance } from 'fastest-levenshtein';

/**
 * The candidate that a person most likely meant, or nothing if none is close: at most a fourth of the letters differ. Letters in
 * another order are one slip.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = fold(word);
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 4)) + 0.5;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) > least) continue;
    const far = hasSameLetters(wanted, fold(candidate)) ? 1 : distance(wanted, fold(candidate));
    if (far < least) [best, least] = [candidate, far];
  }
  return best;
}

function hasSameLetters(a: string, b: string): boolean {
  return a.length === b.length && [...a].sort().join('') === [...b].sort().join('');
}

function fold(word: string): string {
  return word.slice(0, 200).toLowerCase().replaceAll('_', '-');
}
