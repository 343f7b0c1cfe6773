import assert from 'node:assert/strict';
import { lintLane } from '../../../src/core/lint/lint.ts';
import { boardOf, type Texts } from './board-of.ts';

const free = 'limits:\n  decisions: { free: [mail wording] }\n';
const write = (path: string) => `limits:\n  write: [${path}]\n`;

/** What a rule says about the lane `lanes/a.lane.yaml`, whose text follows `lane: 1`. */
function said(rule: string, a: string, others: Texts = {}): readonly string[] {
  const board = boardOf({ 'lanes/a.lane.yaml': `lane: 1\n${a}`, ...others });
  const file = board.lanes.get('lanes/a.lane.yaml');
  assert(file);
  return lintLane(file, board)
    .filter((finding) => finding.rule === rule)
    .map(({ message, fixes }) => [message, ...fixes.map(({ title }) => title)].join(' | '));
}

describe('what the rules say', () => {
  it('of a lane that needs itself', () => {
    const [found = ''] = said('need-cycle', 'needs:\n  - { lane: a, contract: docs/a.md }\n');
    assert.match(found, /^A lane cannot need itself, and "a" does\./);
  });

  it('of one more lane, and of two', () => {
    const others = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, at) => [`lanes/b${at}.lane.yaml`, `lane: 1\n${free}`]),
      );
    assert.match(said('decision-free-twice', free, others(4))[0] ?? '', /"b2" and 1 more lane, so/);
    assert.match(said('decision-free-twice', free, others(5))[0] ?? '', /"b2" and 2 more lanes, so/);
  });

  it('of paths that differ only in letter case', () => {
    const others = { 'lanes/b.lane.yaml': `lane: 1\n${write('src/App.ts')}` };
    assert.match(said('shared-write', write('src/app.ts'), others)[0] ?? '', /differ only in letter case/);
    assert.deepEqual(said('shared-write', write('src/apps.ts'), others), []);
  });

  it('of ids that differ only in how letters are encoded, or in case', () => {
    const texts = (twin: string) =>
      boardOf({ 'lanes/caf\u00e9.lane.yaml': 'lane: 1\n', [`lanes/${twin}.lane.yaml`]: 'lane: 1\n' });
    const saidOf = (twin: string) => {
      const board = texts(twin);
      const file = board.lanes.get('lanes/caf\u00e9.lane.yaml');
      assert(file);
      return lintLane(file, board).find(({ rule }) => rule === 'duplicate-id')?.message ?? '';
    };
    assert.match(saidOf('cafe\u0301'), /, whose name differs only in how its letters are encoded\. Rename/);
    assert.match(saidOf('Caf\u00e9'), /differs only in case from/);
  });

  it('never to copy a letter of another script', () => {
    const done = 'done:\n  - { says: x, proof: export }\nchecks:\n  "\u0435xport": make\n';
    assert.deepEqual(said('unknown-proof', done), [
      'There is no check "export". Add it under `checks:`, or name one of the lane.',
    ]);
    assert.match(
      said('need-missing', 'needs: [export]\n', { 'lanes/\u0435xport.lane.yaml': 'lane: 1\n' })[0] ?? '',
      /Create it, or take the need out\. \| Take the need out$/,
    );
  });

  it('never to name a path twice in one list', () => {
    const files = { 'docs/mail.md': '' };
    const context = (paths: string) => `brief:\n  context: [${paths}]\n`;
    assert.match(said('missing-file', context('docs/mial.md'), files)[0] ?? '', /Change to docs\/mail\.md$/);
    assert.match(
      said('missing-file', context('docs/mial.md, ./docs/mail.md#top'), files)[0] ?? '',
      /Write the path of one that exists/,
    );
  });

  it('once of an empty contract', () => {
    const board = boardOf({ 'lanes/a.lane.yaml': 'lane: 1\nneeds:\n  - { lane: b, contract: "" }\n' });
    const file = board.lanes.get('lanes/a.lane.yaml');
    assert(file);
    const found = lintLane(file, board).filter(({ span }) => file.text.slice(span.start, span.end) === '""');
    assert.deepEqual(
      found.map(({ rule }) => rule),
      ['wrong-type'],
    );
  });
});
