import type { Rule } from '../../lint/rule.ts';

/** Reported by the reader of the file: a value of another kind than its key asks for. */
export const wrongType: Rule = {
  id: 'wrong-type',
  move: 'file',
  severity: 'error',
  summary: 'A value is not of the kind that its key asks for.',
  why: 'YAML reads `true`, `012` or `1:30` as something other than text. The section counts as not there until it is mended.',
  question: 'Did you mean text? Then put it in quotes.',
  examples: {
    bad: [{ lane: 'lane: 1\nchecks:\n  unit: { run: «true» }\n' }],
    good: [{ lane: 'lane: 1\nchecks:\n  unit: { run: npm test }\n' }],
  },
};
