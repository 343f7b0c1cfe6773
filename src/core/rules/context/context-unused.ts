import type { Board } from '../../board/board.ts';
import type { Rule } from '../../lint/rule.ts';

/** Flags shared context that no lane links to. */
export const contextUnused: Rule = {
  id: 'context-unused',
  move: 2,
  severity: 'hint',
  summary: 'A file of shared context in `lanes/context/` is used by no lane.',
  why: 'What no lane links to, no agent reads, and nobody notices when it is no longer true.',
  question: 'Which lane needs this, or can it go?',
  examples: { bad: [], good: [] },
  *checkBoard(board) {
    for (const path of board.files.matching('lanes/context/**')) {
      if (!path.endsWith('.md') || /(?:^|\/)readme\.md$/i.test(path) || isUsed(path, board)) continue;
      yield {
        path,
        span: { start: 0, end: 0 },
        message: `No lane uses "${path}". Link to it under \`brief: context:\`, or delete it.`,
      };
    }
  },
};

function isUsed(path: string, board: Board): boolean {
  for (const _ of board.usersOf(path)) return true;
  return false;
}
