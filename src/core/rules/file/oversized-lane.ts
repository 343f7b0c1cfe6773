import type { Rule } from '../../lint/rule.ts';

/** Reported by the reader of the file: a file beyond the caps. */
export const oversizedLane: Rule = {
  id: 'oversized-lane',
  move: 'file',
  severity: 'error',
  summary: 'The file is larger than a lane may be: 256 KiB, 5,000 lines, 2,000 keys or 32 levels.',
  why: 'Nobody can agree on a brief of that size, and reading it would hold up everyone else’s.',
  question: 'Which parts are lanes of their own?',
  examples: { bad: [], good: [] },
};
