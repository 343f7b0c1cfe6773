import { quote } from '../glob/workspace-path.ts';
import { reviewsPath, type SoundLane } from '../lane/lane-file.ts';
import type { BuiltInOutcome } from './built-in-outcome.ts';
import type { ChangedFile } from './git.ts';

/** How many files are named: those with the most changed lines. */
const MOST_NAMED = 5;

/**
 * Holds added and removed lines against a lane's `changed-lines`. Binary files have none; the lane's own reviews file does not
 * count. Passes where the lane sets no number.
 */
export function checkBudget(changed: readonly ChangedFile[], { path, lane }: SoundLane): BuiltInOutcome {
  const most = lane.limits.budget.changedLines?.value ?? Number.POSITIVE_INFINITY;
  const counted = changed
    .filter((file) => file.path !== reviewsPath(path))
    .map((file) => ({ path: file.path, lines: file.added + file.removed }));
  const lines = counted.reduce((sum, file) => sum + file.lines, 0);
  if (lines <= most) return { result: { state: 'passed' }, files: [] };
  const largest = counted.sort((a, b) => b.lines - a.lines).slice(0, MOST_NAMED);
  const [first] = largest;
  const largestOne = first ? ` The most are in ${quote(first.path)} (${first.lines}).` : '';
  const because = `${lines} lines are changed; the budget is ${most}.${largestOne}`;
  return {
    result: { state: 'failed', because },
    files: largest.map((file) => ({ path: file.path, note: `${file.lines} changed lines.` })),
  };
}
