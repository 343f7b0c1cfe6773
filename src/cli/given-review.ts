import { openQuestions } from './ask.ts';
import type { OpenLane } from './open-lane.ts';
import type { Terminal } from './terminal.ts';
import { visible } from './visible.ts';

/** What a reviewer says beside the verdict. */
export interface ReviewOptions {
  readonly verdict: string;
  readonly note?: string;
  readonly because?: string;
  readonly learned?: string;
  readonly cost?: string;
  readonly json?: true;
}

/** One review about to be given. */
export interface GivenReview {
  readonly open: OpenLane;
  readonly by: string;
  readonly options: ReviewOptions;
  readonly terminal: Terminal;
}

/**
 * Why an approval is not given: no person sits at the terminal, one of the statements does not hold, or they say no in the end.
 * Undefined if they agree.
 */
export async function whyNotAgreed(
  statements: readonly string[],
  question: string,
  terminal: Terminal,
): Promise<string | undefined> {
  if (!terminal.isInteractive)
    return 'Only a person at a terminal can approve or accept. Run it there; an agent never can.';
  const questions = openQuestions();
  try {
    for (const statement of statements) {
      terminal.print(visible(statement));
      if (!(await questions.confirm('Does it hold?'))) return 'Nothing was recorded. Return it instead.';
    }
    return (await questions.confirm(question)) ? undefined : 'Nothing was recorded.';
  } finally {
    questions.close();
  }
}
