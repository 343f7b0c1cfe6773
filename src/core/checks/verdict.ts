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

/** A check that could not begin. */
export function notStarted(reason: string): Verdict {
  return { result: { state: 'not-started', reason } };
}
