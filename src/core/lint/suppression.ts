import type { Span } from '../text/span.ts';

/** A comment `# lanekeeper-disable-next-line RULE[, RULE] -- reason`. */
export interface Suppression {
  /** The whole comment. */
  readonly span: Span;
  readonly rules: readonly { readonly id: string; readonly span: Span }[];
  /** Empty where the comment gives none. */
  readonly reason: string;
  /** The text that it covers: the next line that is not blank or a comment, with the block of text that begins on it. */
  readonly covers: Span;
}
