import type { Problem } from '../lint/report.ts';
import type { Text } from '../text/span.ts';
import { type ReviewsFile, timeOf } from './review.ts';

/** Clocks of computers may differ by so much, in milliseconds. */
export const CLOCK_SKEW_MS = 10 * 60 * 1000;

/** What is wrong with the times of a reviews file, given the time now (ISO 8601): those that are still to come, and those that are none. */
export function timeProblems(reviews: ReviewsFile, now: string): readonly Problem[] {
  const latest = Date.parse(now) + CLOCK_SKEW_MS;
  return timesOf(reviews).flatMap(({ value, span }): Problem[] => {
    const time = timeOf(value);
    if (time <= latest) return [];
    const message = Number.isNaN(time)
      ? `"${value.slice(0, 40)}" is no time. Write it in UTC, like \`2026-11-22T09:10:00Z\`.`
      : `"${value}" has not come yet. A review cannot be given before it is said: look at who wrote it, and at the clock of their computer.`;
    return [{ rule: 'wrong-type', span, message }];
  });
}

function timesOf({ intent, outcome, handed, asked, answers }: ReviewsFile): readonly Text[] {
  return [
    ...[...intent, ...outcome, ...asked, ...answers].map(({ at }) => at),
    ...handed.flatMap((one) => [one.over, one.in]),
  ].filter((text) => text !== undefined);
}
