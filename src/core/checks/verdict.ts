import type { CheckResult } from './check-result.ts';
import type { Evidence } from './evidence.ts';

/** What one check found out, before it is recorded. */
export interface Verdict
  extends Partial<Pick<Evidence, 'exit' | 'score' | 'answers' | 'rubricDigest' | 'files'>> {
  readonly result: CheckResult;
  /** What the process printed, neutralised and masked. */
  readonly output?: string;
  /** How long the process took, in milliseconds. */
  readonly ms?: number;
  readonly notes?: readonly string[];
}

/** A verdict whose words hold no secret: some of them were taken from what a process printed, as it printed it. */
export function maskedVerdict(verdict: Verdict, mask: (text: string) => string): Verdict {
  const { result, answers } = verdict;
  return {
    ...verdict,
    result: 'because' in result ? { ...result, because: mask(result.because) } : result,
    ...(answers === undefined
      ? {}
      : {
          answers: answers.map(({ model, statements }) => ({
            model: mask(model),
            statements: statements.map(({ holds, reason }) => ({ holds, reason: mask(reason) })),
          })),
        }),
  };
}

/** A check that could not begin. */
export function notStarted(reason: string): Verdict {
  return { result: { state: 'not-started', reason } };
}
