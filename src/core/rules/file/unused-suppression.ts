import type { Rule } from '../../lint/rule.ts';

/** Reported by the linter: a suppression that suppresses nothing. */
export const unusedSuppression: Rule = {
  id: 'unused-suppression',
  move: 'file',
  severity: 'warning',
  summary: 'A suppression names a rule that finds nothing on the next line.',
  why: 'It would hide the next finding of that rule, which nobody has thought about.',
  question: 'Is the reason still true?',
  examples: {
    bad: [
      {
        lane: 'lane: 1\n# lanekeeper-disable-next-line «quality-word» -- the word is a brand\ntitle: Refund mails\n',
      },
    ],
    good: [
      {
        lane: 'lane: 1\ndone:\n  # lanekeeper-disable-next-line quality-word -- Robust is the name of the product\n  - says: The page is robust\n',
      },
    ],
  },
};
