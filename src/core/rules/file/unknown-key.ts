import type { Rule } from '../../lint/rule.ts';

/** Reported by the reader of the file: a key that the format does not have. */
export const unknownKey: Rule = {
  id: 'unknown-key',
  move: 'file',
  severity: 'error',
  summary: 'The file has a key that the format does not know.',
  why: 'Nobody reads what stands under such a key. Mostly it is a slip of the pen.',
  question: 'Which key did you mean?',
  examples: {
    bad: [{ lane: 'lane: 1\n«limit»:\n  write: [src/**]\n' }],
    good: [{ lane: 'lane: 1\nlimits:\n  write: [src/**]\n' }],
  },
};
