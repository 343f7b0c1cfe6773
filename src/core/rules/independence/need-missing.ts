import type { Rule } from '../../lint/rule.ts';
import { hasLookAlikes } from '../file/look-alikes.ts';
import { replaceWord } from '../replace-word.ts';

/** Flags a need of a lane that is not there. */
export const needMissing: Rule = {
  id: 'need-missing',
  move: 1,
  severity: 'error',
  summary: 'A need names a lane that does not exist.',
  why: 'Nothing will ever come first, so the order that you meant is lost.',
  question: 'Which lane must come first?',
  examples: {
    bad: [
      {
        lane: 'lane: 1\nneeds:\n  - { lane: «ledger-event», contract: docs/events.md }\n',
        files: { 'lanes/ledger-events.lane.yaml': 'lane: 1\n', 'docs/events.md': '# Events\n' },
      },
    ],
    good: [
      {
        lane: 'lane: 1\nneeds:\n  - { lane: ledger-events, contract: docs/events.md }\n',
        files: { 'lanes/ledger-events.lane.yaml': 'lane: 1\n', 'docs/events.md': '# Events\n' },
      },
    ],
  },
  *check(file, board) {
    for (const [index, { span, lane }] of file.lane.needs.entries()) {
      if (board.withId(lane.value).length > 0) continue;
      const near = board.nearestId(lane.value);
      const meant = near === undefined || near === file.id || hasLookAlikes(near) ? undefined : near;
      const remedy = meant === undefined ? 'Create it, or take the need out.' : `Did you mean "${meant}"?`;
      const isSound = file.lane.sections.needs?.sound !== false;
      yield {
        span: lane.span,
        message: `There is no lane "${lane.value}" on the board. ${remedy}`,
        remedies: [
          ...(meant === undefined ? [] : [replaceWord(file, lane, meant)]),
          ...(isSound && span.end > span.start
            ? [
                {
                  title: 'Take the need out',
                  operations: [{ kind: 'remove' as const, at: ['needs', index] }],
                },
              ]
            : []),
        ],
      };
    }
  },
};
