import type { Others } from './board.ts';

const named = 5;
const mostCounted = 100;

/** The first few and their number; beyond 100 nobody counts on, so that ten thousand alike stay cheap. */
export function takeOthers<Found>(found: Iterable<Found>): Others<Found> {
  const first: Found[] = [];
  let count = 0;
  for (const one of found) {
    if (first.length < named) first.push(one);
    if (++count === mostCounted) break;
  }
  return { first, count };
}
