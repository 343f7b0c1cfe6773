import type { Rule } from '../../lint/rule.ts';

/** Flags a lane that does not say what changes for whom. */
export const missingOutcome: Rule = {
  id: 'missing-outcome',
  move: 2,
  severity: 'error',
  summary: 'The lane has no outcome.',
  why: 'An agent without an outcome does what the title suggests to it. The outcome is what you approve before the run and recognise after it.',
  question: 'What is different for whom when this is done?',
  examples: {
    bad: [
      { lane: '«lane: 1»\ntitle: Refund mails\n' },
      { lane: 'lane: 1\n«brief»:\n  why: 40 tickets a week ask for it\n' },
      { lane: 'lane: 1\nbrief:\n  «outcome»:\n  why: 40 tickets a week ask for it\n' },
    ],
    good: [
      { lane: 'lane: 1\nbrief:\n  outcome: Customers get one mail within a minute of their refund\n' },
      { lane: 'lane: 1\nbrief:\n  outcom: Customers get one mail within a minute of their refund\n' },
    ],
  },
  *check({ lane: { brief, sections, header } }) {
    if (sections.brief?.sound === false || (brief.outcome?.value.trim() ?? '') !== '') return;
    yield {
      span: brief.keys.outcome?.key ?? sections.brief?.key ?? header,
      message:
        'The lane has no outcome. Say under `brief: outcome:` what changes for whom, and how they notice.',
      remedies: [
        {
          title: 'Add an outcome to fill in',
          operations: [
            {
              kind: 'set',
              at: ['brief', 'outcome'],
              value: 'TBD: what is different for whom, and how do they notice?',
            },
          ],
        },
      ],
    };
  },
};
