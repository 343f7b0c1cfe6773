import type { Rule } from '../../lint/rule.ts';

/** Flags a lane that does not say which decisions are the agent's. */
export const noDecisionRights: Rule = {
  id: 'no-decision-rights',
  move: 5,
  severity: 'hint',
  summary: 'The lane names neither free nor reserved decisions.',
  why: 'An agent that does not know what it may decide either asks all the time or decides what was yours.',
  question: 'What may the agent choose alone?',
  examples: {
    bad: [
      { lane: '«lane: 1»\ntitle: Refund mails\n' },
      { lane: 'lane: 1\nlimits:\n  «decisions»:\n    settled: { mail provider: Postmark }\n' },
    ],
    good: [{ lane: 'lane: 1\nlimits:\n  decisions:\n    free: [mail wording]\n' }],
  },
  *check({ lane: { limits, sections, header } }) {
    const { decisions } = limits;
    if (sections.limits?.sound === false || decisions.free.length > 0 || decisions.reserved.length > 0)
      return;
    yield {
      span: limits.keys.decisions?.key ?? sections.limits?.key ?? header,
      message:
        'The lane does not say what the agent may decide. List under `decisions:` what is `free`, and what is `reserved` for you.',
    };
  },
};
