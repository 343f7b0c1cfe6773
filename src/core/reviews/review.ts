import type { Problem } from '../lint/report.ts';
import type { Span, Text } from '../text/span.ts';

/** A verdict at one of a lane's gates. One that the format does not know is kept, and is a problem of the file. */
export interface Review {
  readonly span: Span;
  readonly verdict: Text;
  readonly by?: Text;
  readonly at?: Text;
  /** Of an intent: the digest of the lane that was looked at. */
  readonly digest?: Text;
  /** Of an intent: the commit from which the lane starts. */
  readonly base?: Text;
  /** Of an outcome: the commit that was judged. */
  readonly commit?: Text;
  readonly note?: Text;
  readonly because?: Text;
  readonly learned?: Text;
  readonly cost?: Text;
  /** Of an outcome: how the checks stood that it saw, by check id. */
  readonly evidence?: ReadonlyMap<string, string>;
}

/** A lane given to an agent, and what came back. */
export interface HandOver {
  readonly span: Span;
  readonly over?: Text;
  readonly by?: Text;
  readonly to?: Text;
  readonly digest?: Text;
  /** Why it was handed over although its intent was not approved. */
  readonly anyway?: Text;
  /** When the agent said that it is done. */
  readonly in?: Text;
  readonly commit?: Text;
}

/** A reserved decision that came up: the agent waits for its answer. */
export interface Question {
  readonly span: Span;
  readonly decision: Text;
  readonly by?: Text;
  readonly at?: Text;
}

/** What the orchestrator said to a reserved decision. */
export interface Answer {
  readonly span: Span;
  readonly decision: Text;
  readonly answer: Text;
  readonly by?: Text;
  readonly at?: Text;
}

/** A lane's reviews file as read: what holds, in the order of the file, and what is wrong with the rest. */
export interface ReviewsFile {
  readonly path: string;
  readonly text: string;
  readonly intent: readonly Review[];
  readonly outcome: readonly Review[];
  readonly handed: readonly HandOver[];
  readonly asked: readonly Question[];
  readonly answers: readonly Answer[];
  readonly problems: readonly Problem[];
}

/** How a lane ended at the outcome gate, if it did. A killed one stays killed, whatever is said later. */
export function howEnded({ outcome }: Pick<ReviewsFile, 'outcome'>): 'accepted' | 'killed' | undefined {
  if (outcome.some(({ verdict }) => verdict.value === 'killed')) return 'killed';
  return outcome.at(-1)?.verdict.value === 'accepted' ? 'accepted' : undefined;
}

/** The last approval of the intent, if nothing took it back since. */
function standingApproval({ intent }: Pick<ReviewsFile, 'intent'>): Review | undefined {
  const last = intent.findLast(({ verdict }) => verdict.value !== 'returned');
  return last?.verdict.value === 'approved' ? last : undefined;
}

/** The commit from which the lane starts, as the last approval of its intent says that was not withdrawn. */
export function approvedBase(reviews: Pick<ReviewsFile, 'intent'>): string | undefined {
  return standingApproval(reviews)?.base?.value;
}

/** The questions that have no answer yet. */
export function unanswered({ asked, answers }: ReviewsFile): readonly Question[] {
  return asked.filter(
    (question) =>
      !answers.some(
        (answer) =>
          answer.decision.value === question.decision.value &&
          timeOf(answer.at?.value) >= timeOf(question.at?.value),
      ),
  );
}

/** A time of a reviews file in milliseconds; NaN where it is none. */
export function timeOf(text: string | undefined): number {
  return text === undefined ? Number.NaN : Date.parse(text);
}
