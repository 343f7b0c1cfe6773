import { type Issue, type Pair, readLines } from './data.ts';
import type { Linter } from './linters.ts';

type Table = { readonly [linter: string]: { readonly [column: string]: string | number } };

const NEAREST = 0.6;
const words = (text: string): number => text.trim().split(/\s+/).length;

/** For each linter: how often it ranks the summary worse and better than the full text of about the same length. */
export function measurePairs(folder: string, linters: readonly Linter[]): Table {
  const pairs = readLines<Pair>(folder, 'pairs-full-vs-summary.jsonl').filter(
    ({ full, summary }) => words(summary) / words(full) >= NEAREST,
  );
  return Object.fromEntries(
    linters.map(({ name, count }) => {
      const differences = pairs.map(({ full, summary }) => count('brief', summary) - count('brief', full));
      const worse = differences.filter((difference) => difference > 0).length;
      const better = differences.filter((difference) => difference < 0).length;
      return [name, { pairs: pairs.length, worse, better, ratio: (worse / Math.max(better, 1)).toFixed(1) }];
    }),
  );
}

/** For each linter: the probability that it ranks an underspecified issue above one that is well specified. */
export function measureIssues(folder: string, linters: readonly Linter[]): Table {
  const issues = readLines<Issue>(folder, 'issues-underspecified.jsonl');
  return Object.fromEntries(
    linters.map(({ name, count }) => {
      const scores = issues.map(({ text, underspecified }) => ({
        score: count('brief', text),
        weak: underspecified >= 2,
      }));
      return [name, { issues: issues.length, AUC: areaUnderCurve(scores).toFixed(2) }];
    }),
  );
}

function areaUnderCurve(scores: readonly { readonly score: number; readonly weak: boolean }[]): number {
  const weak = scores.filter((one) => one.weak);
  const sound = scores.filter((one) => !one.weak);
  const wins = weak.flatMap((a) => sound.map((b) => (a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0)));
  return wins.reduce((sum: number, win) => sum + win, 0) / wins.length;
}
