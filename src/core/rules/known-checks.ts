import type { Board } from '../board/board.ts';
import type { Check } from '../lane/lane.ts';
import type { SoundLane } from '../lane/lane-file.ts';

/** Checks that every lane has without a line in its file: the diff against the limits, and against the budget. */
export const BUILT_IN_CHECKS: readonly string[] = ['limits', 'budget'];

/** The checks of a lane: its own, and those it inherits and does not replace. */
export function checksOf({ lane }: SoundLane, { settings }: Board): readonly Check[] {
  const own = new Set(lane.checks.map(({ id }) => id.value));
  return [...lane.checks, ...settings.defaults.checks.filter(({ id }) => !own.has(id.value))];
}
