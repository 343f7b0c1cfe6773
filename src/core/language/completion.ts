import type { Board } from '../board/board.ts';
import type { Completion } from './completion-item.ts';
import { cursorAt } from './cursor.ts';
import { completeKeys } from './key-completions.ts';
import { languageOf } from './language.ts';
import { completeSuppression } from './suppression-completions.ts';
import { completeValues } from './value-completions.ts';

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
