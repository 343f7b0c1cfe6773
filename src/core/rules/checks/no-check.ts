import type { Board } from '../../board/board.ts';
import type { Remedy, Rule } from '../../lint/rule.ts';
import { proposeChecks } from '../../scaffold/propose-checks.ts';
import { checksOf } from '../known-checks.ts';

/** Flags a lane whose work no machine looks at. */
export const noCheck: Rule = {
  id: 'no-check',
  move: 4,
  severity: 'error',
  summary: 'The lane has no automated check.',
  why: 'Standards that no check holds are held by whoever reads the work. Checks of `lanekeeper.yaml` count; a taste-check alone does not, and the limits say only where the agent worked.',
  question: 'Which command would fail if this went wrong?',
  examples: {
    bad: [
      { lane: '«lane: 1»\ntitle: Refund mails\n' },
      { lane: 'lane: 1\n«checks»:\n  tone: { kind: taste, rubric: [Names the amount] }\n' },
    ],
    good: [
      { lane: 'lane: 1\nchecks: { unit: npm test }\n' },
      {
        lane: 'lane: 1\n',
        files: { 'lanekeeper.yaml': 'defaults:\n  checks: { unit: npm test }\n' },
      },
    ],
  },
  *check(file, board) {
    const { sections, header } = file.lane;
    if (sections.checks?.sound === false || checksOf(file, board).some(({ kind }) => kind !== 'taste'))
      return;
    yield {
      span: sections.checks?.key ?? header,
      message: 'The lane has no automated check. Add one under `checks:` that fails when the work is wrong.',
      remedies: checksFound(board),
    };
  },
};

const mostOffered = 3;

/** The workspace's own scripts and targets that sound like checks. */
function checksFound({ commands }: Board): readonly Remedy[] {
  return proposeChecks(commands)
    .slice(0, mostOffered)
    .flatMap(({ id, kind, run }) =>
      run === undefined
        ? []
        : [
            {
              title: `Add the check "${id}": ${run}`,
              operations: [
                { kind: 'set', at: ['checks', id], value: kind === undefined ? run : { kind, run } },
              ] as const,
            },
          ],
    );
}
