import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  lintBoard,
  lintLane,
  loadGates,
  loadWorkspace,
  readLaneFile,
  readReviews,
} from '../../src/core/index.ts';
import { nodeFiles } from '../../src/node/index.ts';

const WEAK = 'lanes/faster-checkout.lane.yaml';

function yamlBlocks(path: string): readonly string[] {
  return [...readFileSync(path, 'utf8').matchAll(/```yaml\n(.*?)```/gs)].map(([, text = '']) => text);
}

describe('the example workspace', () => {
  const loaded = loadWorkspace(nodeFiles('examples/shop'));

  it('has eight lanes, and settings and reviews without a mistake', async () => {
    const { board, reviews, settingsFile } = await loaded;
    assert.equal(board.lanes.size, 8);
    assert.deepEqual(settingsFile?.problems, []);
    for (const [path, { problems }] of reviews) assert.deepEqual(problems, [], path);
  });

  it('has nothing to mend but in the lane that is weak on purpose', async () => {
    const { board } = await loaded;
    const found = lintBoard(board).filter(({ path, severity }) => path !== WEAK && severity !== 'hint');
    assert.deepEqual(
      found.map(({ path, rule, message }) => `${path} ${rule}: ${message}`),
      [],
    );
  });

  it('shows findings of several moves in that one', async () => {
    const { board } = await loaded;
    const found = lintBoard(board).filter(({ path }) => path === WEAK);
    assert.ok(found.length >= 8);
    assert.ok(new Set(found.map(({ move }) => move)).size >= 3);
  });

  it('uses all four kinds of checks', async () => {
    const { board } = await loaded;
    const kinds = [...board.lanes.values()].flatMap(({ lane }) => lane?.checks.map(({ kind }) => kind) ?? []);
    const inherited = board.settings.defaults.checks.map(({ kind }) => kind);
    assert.deepEqual([...new Set([...kinds, ...inherited])].sort(), ['eval', 'lint', 'taste', 'test']);
  });

  it('has lanes at every stage', async () => {
    const loadedNow = await loaded;
    const host = { files: nodeFiles('examples/shop'), now: () => '2026-11-27T12:00:00Z', ms: () => 0 };
    const gates = await loadGates([...loadedNow.board.lanes.values()], loadedNow, host);
    assert.deepEqual(
      Object.fromEntries(
        [...gates].map(([path, { stage }]) => [path.slice('lanes/'.length, -'.lane.yaml'.length), stage]),
      ),
      {
        'catalogue-search': 'in the lane',
        'faster-checkout': 'drafting',
        'loyalty-points': 'killed',
        'order-export': 'intent review',
        'refund-events': 'accepted',
        'refund-mail': 'in the lane',
        'split-refund-cents': 'drafting',
        'tea-descriptions': 'outcome review',
      },
    );
  });

  it('gives the lane in the README nothing to mend', async () => {
    const { board } = await loadWorkspace(nodeFiles('examples/shop'));
    const file = readLaneFile('lanes/readme.lane.yaml', yamlBlocks('README.md')[0] ?? '');
    for (const path of [...board.lanes.keys()]) board.remove(path);
    board.put(file);
    assert.deepEqual(
      lintLane(file, board).map(({ rule, message }) => `${rule}: ${message}`),
      [],
    );
  });
});

describe('the page about the format', () => {
  it('shows a lane that can be read', () => {
    const [text = ''] = yamlBlocks('docs/lane-format.md');
    const { problems, lane } = readLaneFile('lanes/example.lane.yaml', text);
    assert.deepEqual(problems, []);
    assert.equal(lane?.checks.length, 4);
  });

  it('shows reviews that can be read', () => {
    const [, text = ''] = yamlBlocks('docs/lane-format.md');
    const { problems, outcome } = readReviews('lanes/example.reviews.yaml', text);
    assert.deepEqual(problems, []);
    assert.equal(outcome.length, 2);
  });
});
