import type { Rule } from '../../lint/rule.ts';

/** Flags a taste-check that asks nothing. */
export const tasteWithoutRubric: Rule = {
  id: 'taste-without-rubric',
  move: 4,
  severity: 'error',
  summary: 'A `taste` check has no rubric.',
  why: 'Without statements to answer with yes or no, each judge judges something else.',
  question: 'What would you check, one yes or no at a time?',
  examples: {
    bad: [
      { lane: 'lane: 1\nchecks:\n  «tone»: { kind: taste }\n' },
      { lane: 'lane: 1\nchecks:\n  «tone»: { kind: taste, rubric: [] }\n' },
    ],
    good: [{ lane: 'lane: 1\nchecks:\n  tone: { kind: taste, rubric: [Never blames the bank] }\n' }],
  },
  *check({ lane: { checks, sections } }) {
    if (sections.checks?.sound === false) return;
    for (const { id, kind, rubric } of checks) {
      if (kind !== 'taste' || rubric.length > 0) continue;
      yield {
        span: id.span,
        message: `The taste-check "${id.value}" has no rubric. List under \`rubric:\` statements that are answered with yes or no.`,
      };
    }
  },
};
