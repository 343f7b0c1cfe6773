import { quote } from '../glob/workspace-path.ts';
import type { CheckResult } from './check-result.ts';
import type { JudgeAnswer } from './evidence.ts';

/**
 * How a taste-check ended, from all answers to its rubric, an odd number: a statement holds if most answers say so, and all must
 * hold. Each statement that does not is named with the reason of the first who said no.
 */
export function judgeResult(rubric: readonly string[], answers: readonly JudgeAnswer[]): CheckResult {
  if (rubric.length === 0 || answers.length % 2 === 0)
    return {
      state: 'not-started',
      reason:
        rubric.length === 0
          ? 'The check has no rubric, so there is nothing to judge.'
          : 'An odd number of answers is needed, so that there is a majority.',
    };
  const broken = rubric.flatMap((statement, at) => {
    const noes = answers.filter(({ statements }) => statements[at]?.holds !== true);
    if (noes.length * 2 < answers.length) return [];
    const votes = answers.length === 1 ? '' : ` (${noes.length} of ${answers.length} say so)`;
    return [`${quote(statement)} does not hold${votes}: ${sentence(noes[0]?.statements[at]?.reason ?? '')}`];
  });
  return broken.length === 0 ? { state: 'passed' } : { state: 'failed', because: broken.join(' ') };
}

function sentence(reason: string): string {
  const trimmed = reason.trim().replaceAll(/\s+/g, ' ');
  return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
