import type { Rule } from '../../lint/rule.ts';

/** Reported by the reader of the file: a version of the format that is not known here. */
export const unknownVersion: Rule = {
  id: 'unknown-version',
  move: 'file',
  severity: 'error',
  summary: 'The file does not say which version of the format it has, or names one that is not known.',
  why: 'Another version may mean other things by the same keys, so the rest is not read.',
  question: 'Is there a newer Lanekeeper for this file?',
  examples: {
    bad: [{ lane: 'lane: «2»\ntitle: Refund mails\n' }],
    good: [{ lane: 'lane: 1\ntitle: Refund mails\n' }],
  },
};
