import type { Board } from '../board/board.ts';
import type { Span } from '../text/span.ts';
import type { Cursor } from './cursor.ts';
import type { Language } from './language.ts';

/** One thing that could be written at the cursor. */
export interface Completion {
  readonly label: string;
  readonly kind: 'key' | 'value' | 'lane' | 'check' | 'decision' | 'path' | 'command' | 'rule' | 'snippet';
  /** A few words beside the label. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /**
   * Snippet syntax: `$1` is where to write on; `$`, `}` and `\` of the text itself are escaped. Further lines are indented
   * relative to the line of the cursor.
   */
  readonly insert: string;
  readonly replace: Span;
  /** Orders the list where the label should not. */
  readonly sort?: string;
}

/** A completion before it is fitted into the text around the cursor. */
export interface Proposal extends Omit<Completion, 'insert' | 'replace'> {
  /** The part of the word to replace, where that is not all of it. */
  readonly replace?: Span;
  /** The text to insert, where it differs from the label. */
  readonly text?: string;
  /** Ready snippet syntax in the place of a text; it is not quoted. */
  readonly snippet?: string;
}

/** What a proposer looks at. */
export interface Request {
  readonly cursor: Cursor;
  readonly language: Language;
  readonly board: Board;
  readonly path: string;
}
