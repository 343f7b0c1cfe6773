import type { Rule } from '../../lint/rule.ts';

/** Flags a lane that nothing ends but success. */
export const noStop: Rule = {
  id: 'no-stop',
  move: 5,
  severity: 'warning',
  summary: 'The lane has no stop condition and no budget.',
  why: 'An agent that never stops to ask spends hours on a wrong path, and you find out at the end. A stop condition costs one line and keeps you out of the middle.',
  question: 'What would make you want to be asked, and how much may it cost?',
  examples: {
    bad: [
      { lane: '«lane: 1»\ntitle: Refund mails\n' },
      { lane: 'lane: 1\n«limits»:\n  write: [src/refunds/**]\n' },
    ],
    good: [
      { lane: 'lane: 1\nlimits:\n  stop-when: [a database migration turns out to be needed]\n' },
      { lane: 'lane: 1\nlimits:\n  budget: { changed-lines: 400 }\n' },
    ],
  },
  *check({ lane: { limits, sections, header } }) {
    const { budget, stopWhen } = limits;
    const isBounded = [budget.time, budget.changedLines, budget.cost].some((bound) => bound !== undefined);
    if (sections.limits?.sound === false || isBounded || stopWhen.length > 0) return;
    yield {
      span: limits.keys['stop-when']?.key ?? limits.keys.budget?.key ?? sections.limits?.key ?? header,
      message: 'Nothing makes the agent stop. Add `stop-when:` with what should make it ask, or a `budget:`.',
      remedies: [
        {
          title: 'Stop when a file outside the limits must change',
          operations: [
            {
              kind: 'set',
              at: ['limits', 'stop-when'],
              value: ['a file outside the write paths must change'],
            },
          ],
        },
        {
          title: 'Add a budget: 2 hours, 400 changed lines',
          operations: [
            { kind: 'set', at: ['limits', 'budget'], value: { time: '2h', 'changed-lines': 400 } },
          ],
        },
      ],
    };
  },
};
