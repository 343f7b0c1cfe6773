import type { Board } from '../board/board.ts';
import type { Span } from '../text/span.ts';
import { type Cursor, cursorAt } from './cursor.ts';
import { completeKeys } from './key-completions.ts';
import { type Language, languageOf } from './language.ts';
import { completeSuppression } from './suppression-completions.ts';
import { completeValues } from './value-completions.ts';

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

/** What could be written at an offset of a lane file or of `lanekeeper.yaml`; nothing for other files. Never throws. */
export function complete(text: string, offset: number, board: Board, path: string): readonly Completion[] {
  const language = languageOf(path);
  if (!language || offset < 0 || offset > text.length) return [];
  const inComment = completeSuppression(text, offset);
  if (inComment) return inComment;
  const cursor = cursorAt(text, offset);
  if (!cursor) return [];
  const request = { cursor, language, board, path };
  return [...completeKeys(request), ...completeValues(request)];
}
