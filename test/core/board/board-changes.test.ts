import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Board } from '../../../src/core/board/board.ts';
import type { LaneFile } from '../../../src/core/lane/lane-file.ts';
import { readLaneFile } from '../../../src/core/lane/read-lane.ts';
import { lintLane } from '../../../src/core/lint/lint.ts';
import { boardOf } from '../rules/board-of.ts';

const FILES = { 'src/a/x.ts': '', 'src/b/x.ts': '', 'docs/api.md': '', 'lanes/context/shared.md': '' };
const PARAGRAPH = 'Refunds reach us as events from the ledger, one for each call of the bank. '
  .repeat(3)
  .trim();

/** Texts of lanes that have much to do with one another. */
const laneText = fc
  .record({
    write: fc.subarray(['src/a/**', 'src/a/x.ts', 'src/b/*.ts', 'docs/api.md', 'docs/**']),
    never: fc.subarray(['src/a/x.ts', 'docs/**']),
    free: fc.subarray(['date format of the API', 'wording', 'API date formats', 'mail wording of the shop']),
    reserved: fc.subarray(['wording', 'date format of the API']),
    settled: fc.constantFrom('', 'wording: short', 'wording: long', 'wording: "short, and kind"'),
    needs: fc.subarray(['a', 'b', 'c', 'd', 'e', 'x']),
    contract: fc.constantFrom('docs/api.md', 'docs/other.md'),
    outcome: fc.constantFrom(
      'Refunds show a date',
      'Uses the date format of the API',
      'The mail wording of the shop is kept, as lane d says',
      `${PARAGRAPH}\n\n    And more`,
    ),
  })
  .map(({ write, never, free, reserved, settled, needs, contract, outcome }) =>
    [
      'lane: 1',
      `brief:\n  outcome: |\n    ${outcome}\n  context: [lanes/context/shared.md]`,
      `limits:\n  write: [${write.map((glob) => `"${glob}"`).join(', ')}]\n  never: [${never.map((glob) => `"${glob}"`).join(', ')}]`,
      `  decisions:\n    free: [${free.join(', ')}]\n    reserved: [${reserved.join(', ')}]${settled ? `\n    settled: { ${settled} }` : ''}`,
      `needs: [${needs.map((lane) => `{ lane: ${lane}, contract: ${contract} }`).join(', ')}]`,
    ].join('\n'),
  );
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'E');
const lanes = fc.dictionary(id, laneText, { maxKeys: 6, noNullPrototype: true });
const step = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), id, text: fc.oneof(laneText, fc.constant('- broken')) }),
  fc.record({ kind: fc.constant('remove' as const), id }),
  fc.record({ kind: fc.constant('end' as const), id, ended: fc.boolean() }),
);

describe('a board that changes', () => {
  it('says what a board made afresh says, whatever came and went in whatever order', () => {
    fc.assert(
      fc.property(lanes, fc.array(step, { maxLength: 12 }), (first, steps) => {
        const board = boardOf({ ...FILES, ...asFiles(first) });
        const texts: { [id: string]: string } = { ...first };
        const ended = new Set<string>();
        for (const change of steps) {
          apply(board, change);
          if (change.kind === 'put') texts[change.id] = change.text;
          else if (change.kind === 'remove') delete texts[change.id];
          else if (change.ended) ended.add(change.id);
          else ended.delete(change.id);
        }
        const afresh = boardOf({ ...FILES, ...asFiles(texts) }, [...ended]);
        assert.deepEqual(verdicts(board), verdicts(afresh));
      }),
      { numRuns: 80 },
    );
  });

  it('tells which other lanes may have other findings after a change', () => {
    fc.assert(
      fc.property(lanes, step, fc.array(id), (first, change, ended) => {
        const board = boardOf({ ...FILES, ...asFiles(first) }, ended);
        const before = board.lanes.get(pathOf(change.id));
        const was = verdicts(board);
        const after = change.kind === 'put' ? readLaneFile(pathOf(change.id), change.text) : before;
        const early = board.affectedBy(before, change.kind === 'remove' ? undefined : after);
        apply(board, change);
        const late = board.affectedBy(before, change.kind === 'remove' ? undefined : after);
        const is = verdicts(board);
        for (const path of Object.keys(is)) {
          const isSame = JSON.stringify(is[path]) === JSON.stringify(was[path]);
          if (path === pathOf(change.id) || isSame) continue;
          assert(early.has(path), `${path} before the change`);
          assert(late.has(path), `${path} after the change`);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('affects no other lane while somebody writes about what no other lane shares', () => {
    const text = (title: string) =>
      `lane: 1\ntitle: ${title}\nlimits:\n  write: [src/a/**]\n  decisions: { reserved: [prices] }\n`;
    const other = 'lane: 1\nlimits:\n  write: [src/b/**]\n  decisions: { reserved: [prices] }\n';
    const board = boardOf({ ...FILES, 'a.lane.yaml': text('One'), 'b.lane.yaml': other });
    const after = readLaneFile('a.lane.yaml', text('Another'));
    assert.deepEqual([...board.affectedBy(board.lanes.get('a.lane.yaml'), after)], []);
  });
});

function apply(
  board: Board,
  change: { kind: 'put' | 'remove' | 'end'; id: string; text?: string; ended?: boolean },
): void {
  if (change.kind === 'put') board.put(readLaneFile(pathOf(change.id), change.text ?? ''));
  else if (change.kind === 'remove') board.remove(pathOf(change.id));
  else board.end(change.id, change.ended ?? true);
}

function pathOf(laneId: string): string {
  return `lanes/${laneId}.lane.yaml`;
}

function asFiles(texts: { readonly [id: string]: string }): { [path: string]: string } {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [pathOf(name), text]));
}

/** The findings of each lane, without the places in other files that they point to: those move with every keystroke there. */
function verdicts(board: Board): { readonly [path: string]: readonly unknown[] } {
  const sorted = [...board.lanes.values()].sort((a: LaneFile, b: LaneFile) => (a.path < b.path ? -1 : 1));
  return Object.fromEntries(
    sorted.map((file) => [
      file.path,
      lintLane(file, board).map(({ rule, severity, span, message }) => ({ rule, severity, span, message })),
    ]),
  );
}
