import type { Move } from './finding.ts';

/** The moves by name, for headings and summaries. */
export const MOVE_NAMES: { readonly [move in Move]: string } = {
  1: 'Independent lanes',
  2: 'Context once',
  3: 'Done you can recognise',
  4: 'Checks before review',
  5: 'Intent and outcome, not the middle',
  file: 'The file',
};
