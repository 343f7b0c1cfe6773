import type { Others } from './board.ts';

const named = 5;
const mostCounted = 100;
const mostLookedAt = 1000;

/**
 * The first few that count, and how many there are. Beyond 100 nobody counts on, and no more than 1,000 are looked at, so that
 * ten thousand lanes which all name one thing stay cheap.
 */
export function takeOthers<Found>(found: Iterable<Found>, isOther: (one: Found) => boolean): Others<Found> {
  const first: Found[] = [];
  let count = 0;
  let lookedAt = 0;
  for (const one of found) {
    if (isOther(one)) {
      count++;
      if (first.length < named) first.push(one);
    }
    if (count === mostCounted || ++lookedAt === mostLookedAt) break;
  }
  return { first, count };
}
