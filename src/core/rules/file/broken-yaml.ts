import type { Rule } from '../../lint/rule.ts';

/** Reported by the reader of the file: the text is no YAML. */
export const brokenYaml: Rule = {
  id: 'broken-yaml',
  move: 'file',
  severity: 'error',
  summary: 'The file is not YAML that can be read.',
  why: 'What cannot be read cannot be agreed on. The rest of the lane is linted as far as it can be.',
  question: 'What did you mean to write here?',
  examples: {
    bad: [{ lane: 'lane: 1\nowner: «@ana»\n' }],
    good: [{ lane: 'lane: 1\nowner: "@ana"\n' }],
  },
};
