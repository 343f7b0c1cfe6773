import { type Alternative, type Glob, matchesAlternative } from './glob.ts';

/** The first `limit` of the sorted paths that the glob names. Looks only at those that share the glob's literal start. */
export function matchesOf(glob: Glob, paths: readonly string[], limit: number): readonly string[] {
  const [only, ...others] = glob.alternatives.map((alternative) => matchesOfOne(alternative, paths, limit));
  if (only === undefined || others.length === 0) return only ?? [];
  return [...new Set([only, ...others].flat())].sort().slice(0, limit);
}

function matchesOfOne(alternative: Alternative, paths: readonly string[], limit: number): readonly string[] {
  const { start } = alternative;
  const found: string[] = [];
  for (let at = firstAtLeast(paths, start); at < paths.length && found.length < limit; at++) {
    const path = paths[at] as string;
    if (!path.startsWith(start)) break;
    if (matchesAlternative(alternative, path)) found.push(path);
  }
  return found;
}

/** Where the first of the sorted paths is that is not before the text. */
export function firstAtLeast(paths: readonly string[], text: string): number {
  let low = 0;
  let high = paths.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((paths[middle] as string) < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
