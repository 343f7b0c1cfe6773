import type { Rule } from '../../lint/rule.ts';

/** Flags a need that leads back to its own lane. */
export const needCycle: Rule = {
  id: 'need-cycle',
  move: 1,
  severity: 'error',
  summary: 'A lane needs itself, directly or through other lanes.',
  why: 'None of the lanes on the cycle can be the first, so none can begin.',
  question: 'Which of these lanes can begin from a contract alone?',
  examples: {
    bad: [
      {
        lane: 'lane: 1\nneeds:\n  - { lane: «ledger», contract: docs/a.md }\n',
        files: {
          'lanes/ledger.lane.yaml': 'lane: 1\nneeds:\n  - { lane: example, contract: docs/a.md }\n',
          'docs/a.md': '# A\n',
        },
      },
      {
        lane: 'lane: 1\nneeds:\n  - { lane: «example», contract: docs/a.md }\n',
        files: { 'docs/a.md': '# A\n' },
      },
    ],
    good: [
      {
        lane: 'lane: 1\nneeds:\n  - { lane: ledger, contract: docs/a.md }\n',
        files: { 'lanes/ledger.lane.yaml': 'lane: 1\n', 'docs/a.md': '# A\n' },
      },
    ],
  },
  *check(file, board) {
    const isSound = file.lane.sections.needs?.sound !== false;
    for (const [index, { lane }] of file.lane.needs.entries()) {
      const way = board.cycle(file, lane.value);
      if (way === undefined) continue;
      yield {
        span: lane.span,
        message: describe(way),
        remedies: isSound
          ? [
              {
                title: `No longer need "${lane.value}"`,
                operations: [{ kind: 'remove', at: ['needs', index] }],
              },
            ]
          : [],
      };
    }
  },
};

const mostPrinted = 10;

function describe(way: readonly string[]): string {
  if (way.length === 2)
    return `A lane cannot need itself, and "${way[0]}" does. Take the need out, or name the lane that you meant.`;
  const remedy = 'Cut one of these needs: let the lane that can begin from a contract alone come first.';
  if (way.length === 0) return `This need leads back to its own lane, over very many others. ${remedy}`;
  const shown = way.length > mostPrinted ? [...way.slice(0, mostPrinted - 2), '…', way.at(-1)] : way;
  return `These lanes need one another in a circle: ${shown.join(' → ')}. ${remedy}`;
}
