import type { Check } from '../../lane/lane.ts';
import type { Report, Rule } from '../../lint/rule.ts';
import { scoreProblem } from './score-problem.ts';

/** Flags an eval that does not say, in a way that can be read, where its number is. */
export const evalWithoutScore: Rule = {
  id: 'eval-without-score',
  move: 4,
  severity: 'error',
  summary: 'An `eval` has a bound and no `score`, or one that cannot be read.',
  why: 'Without it nobody knows which number of the output counts. A score is a JSONPath, or a regular expression with one group that is matched in linear time: without looking around or back.',
  question: 'Where in the output is the number?',
  examples: {
    bad: [
      { lane: 'lane: 1\nchecks:\n  «spam»: { kind: eval, run: node evals/spam.mjs, at-most: 0.1 }\n' },
      {
        lane: 'lane: 1\nchecks:\n  spam:\n    kind: eval\n    run: node evals/spam.mjs\n    score: «$mae»\n    at-most: 0.1\n',
      },
      {
        lane: 'lane: 1\nchecks:\n  spam:\n    kind: eval\n    run: node evals/spam.mjs\n    score: «"/mae: [0-9.]+/"»\n    at-most: 0.1\n',
      },
      {
        lane: 'lane: 1\nchecks:\n  spam:\n    kind: eval\n    run: node evals/spam.mjs\n    score: «$.results[?(@.name»\n    at-most: 0.1\n',
      },
    ],
    good: [
      {
        lane: 'lane: 1\nchecks:\n  spam: { kind: eval, run: node evals/spam.mjs, score: $.spam, at-most: 0.1 }\n',
      },
      {
        lane: 'lane: 1\nchecks:\n  spam: { kind: eval, run: node evals/spam.mjs, score: "/mae: ([0-9.]+)/", at-most: 0.1 }\n',
      },
    ],
  },
  *check(file) {
    if (file.lane.sections.checks?.sound === false) return;
    for (const check of file.lane.checks) if (check.kind === 'eval') yield* checkScore(check);
  },
};

function* checkScore({ id, score, atLeast, atMost }: Check): Iterable<Report> {
  if (score === undefined) {
    if (atLeast === undefined && atMost === undefined) return;
    const remedy =
      'Add `score:` with a JSONPath such as "$.score", or "/…/" with one group around the number.';
    yield { span: id.span, message: `The eval "${id.value}" does not say where its number is. ${remedy}` };
    return;
  }
  const message = scoreProblem(score.value);
  if (message !== undefined) yield { span: score.span, message };
}
