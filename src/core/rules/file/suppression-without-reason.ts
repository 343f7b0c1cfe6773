import type { Rule } from '../../lint/rule.ts';

/** Reported by the linter: a suppression that does not say why. */
export const suppressionWithoutReason: Rule = {
  id: 'suppression-without-reason',
  move: 'file',
  severity: 'warning',
  summary: 'A suppression gives no reason.',
  why: 'Whoever reads the lane next cannot tell a decision from a dodge. Without a reason it does not count.',
  question: 'Why does the finding not matter here?',
  examples: {
    bad: [
      {
        lane: 'lane: 1\ndone:\n  «# lanekeeper-disable-next-line quality-word»\n  - says: The page is robust\n',
      },
    ],
    good: [
      {
        lane: 'lane: 1\ndone:\n  # lanekeeper-disable-next-line quality-word -- Robust is the name of the product\n  - says: The page is robust\n',
      },
    ],
  },
};
