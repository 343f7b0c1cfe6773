import type { CheckOutcome } from '../../core/index.ts';
import type { Core } from '../core.ts';

/** Of a trend, the last numbers tell most. */
const MOST_SCORES = 8;

/** More of an output is in the Test Results. */
const MOST_LINES = 40;

/** Why a check did not pass: the reason, the number of an eval with its trend, what judges said, the end of the output. */
export function failureText(core: Core, outcome: CheckOutcome, because: string): string {
  const tail = (outcome.evidence?.tail ?? '').trimEnd().split('\n').slice(-MOST_LINES).join('\n');
  const parts = [
    because,
    ...factsOf(core, outcome),
    ...(tail === '' ? [] : [`The end of its output:\n${tail}`]),
  ];
  return core.neutralise(parts.join('\n\n'));
}

/** What a person wants to know of any outcome: the number of an eval with its trend, and every answer of a judge. */
export function factsOf(core: Core, { check, evidence, earlierScores }: CheckOutcome): readonly string[] {
  const { score, answers = [] } = evidence ?? {};
  const earlier = earlierScores.slice(-MOST_SCORES).join(', ');
  return [
    ...(score === undefined
      ? []
      : [`Number: ${core.scoreText(score, check)}.${earlier === '' ? '' : ` Earlier: ${earlier}.`}`]),
    ...answers.map(({ model, statements }) =>
      [
        `${model} says:`,
        ...statements.map(
          ({ holds, reason }, at) => `${holds ? '✓' : '✗'} ${check.rubric[at] ?? ''}: ${reason}`,
        ),
      ].join('\n'),
    ),
  ];
}
