import type { Rule } from '../../lint/rule.ts';

/** Reported by the reader of the file: yAML beyond the plain subset. */
export const plainYaml: Rule = {
  id: 'plain-yaml',
  move: 'file',
  severity: 'error',
  summary: 'The file uses an anchor, an alias, a merge key, a tag or a second document.',
  why: 'A lane says what it says where it says it. These features make text mean something that stands elsewhere, and hostile files are made of them.',
  question: 'Can you write the values out?',
  examples: {
    bad: [{ lane: 'lane: 1\ntitle: «&refunds» Refund mails\n' }],
    good: [{ lane: 'lane: 1\ntitle: "&refunds Refund mails"\n' }],
  },
};
