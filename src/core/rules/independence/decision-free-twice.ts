import type { Board } from '../../board/board.ts';
import { quote } from '../../glob/workspace-path.ts';
import type { SoundLane } from '../../lane/lane-file.ts';
import type { Remedy, Rule } from '../../lint/rule.ts';
import type { Text } from '../../text/span.ts';
import { nameOthers, relateTo } from '../other-lanes.ts';
import { takeOut } from './move-decision.ts';
import { needLane } from './need-lane.ts';

/** What the agent decides for its own code alone, so that others need not decide alike. */
const PRIVATE =
  /\b(?:internal|private|local)\b.*\b(?:nam(?:es?|ing)|structure|layout|variables?|functions?|helpers?|class(?:es)?|details?)\b|\b(?:nam(?:es?|ing)|structure|layout)\b.*\b(?:internal|private|local)\b/i;

/** Flags a decision that two agents may make, each in its own way. */
export const decisionFreeTwice: Rule = {
  id: 'decision-free-twice',
  move: 1,
  severity: 'error',
  summary: 'One decision is free in two lanes that can run at the same time.',
  why: 'Each agent decides for itself, and the two answers meet when the work is put together. Names are compared without case, plural and word order. What nobody outside the lane sees (names of private functions) may be free in many.',
  question: 'What can you decide now so that nobody has to ask?',
  examples: {
    bad: [
      {
        lane: 'lane: 1\nlimits:\n  decisions:\n    free: [«Date format of the public API», button colour]\n',
        files: {
          'lanes/export.lane.yaml': 'lane: 1\nlimits:\n  decisions:\n    free: [public API date formats]\n',
        },
      },
    ],
    good: [
      {
        lane: 'lane: 1\nlimits:\n  decisions:\n    settled: { date format of the public API: ISO 8601 }\n',
        files: {
          'lanes/export.lane.yaml':
            'lane: 1\nlimits:\n  decisions:\n    settled: { date format of the public API: ISO 8601 }\n',
        },
      },
      {
        lane: 'lane: 1\nlimits:\n  decisions:\n    free: [wording of the receipt, names of private functions]\n',
        files: {
          'lanes/export.lane.yaml':
            'lane: 1\nlimits:\n  decisions:\n    free: [wording of the export, names of private functions]\n',
        },
      },
    ],
  },
  *check(file, board) {
    for (const { key, use } of board.decisionsOf(file)) {
      const { name, state } = use;
      if (state !== 'free' || PRIVATE.test(name.value.slice(0, 200))) continue;
      const others = board.decisionsBeside(file, key, 'free');
      const [first] = others.first;
      if (first === undefined) continue;
      yield {
        span: name.span,
        message: `${quote(name.value)} is free here and in ${nameOthers(others)}, so that two agents may decide it differently. Settle it now, or let one lane decide it and the other need that lane.`,
        related: relateTo(
          others,
          (use) => use.name,
          (use) => `"${use.file.id}" may decide it too`,
        ),
        remedies: letDecide({ file, board }, name, first.file),
      };
    }
  },
};

function letDecide(
  { file, board }: { readonly file: SoundLane; readonly board: Board },
  name: Text,
  other: SoundLane,
): readonly Remedy[] {
  const removed = takeOut(file, 'free', name);
  if (removed.length === 0) return [];
  return needLane({ file, board }, other, `Let "${other.id}" decide it, and need that lane`, removed);
}
