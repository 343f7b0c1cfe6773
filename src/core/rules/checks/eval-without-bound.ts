import type { Rule } from '../../lint/rule.ts';

/** Flags an eval whose number nothing is compared with. */
export const evalWithoutBound: Rule = {
  id: 'eval-without-bound',
  move: 4,
  severity: 'error',
  summary: 'An `eval` has neither `at-least` nor `at-most`.',
  why: 'A number alone neither passes nor fails. Somebody has to look at it and decide each time.',
  question: 'From which number on is it good enough?',
  examples: {
    bad: [{ lane: 'lane: 1\nchecks:\n  «spam»: { kind: eval, run: node evals/spam.mjs, score: $.spam }\n' }],
    good: [
      {
        lane: 'lane: 1\nchecks:\n  spam: { kind: eval, run: node evals/spam.mjs, score: $.spam, at-most: 0.1 }\n',
      },
    ],
  },
  *check({ lane: { checks, sections } }) {
    if (sections.checks?.sound === false) return;
    for (const { id, kind, atLeast, atMost } of checks) {
      if (kind !== 'eval' || atLeast !== undefined || atMost !== undefined) continue;
      yield {
        span: id.span,
        message: `The eval "${id.value}" has no bound, so no number fails. Add \`at-least:\` or \`at-most:\`.`,
      };
    }
  },
};
