import assert from 'node:assert/strict';
import type { Board } from '../../../src/core/board/board.ts';
import { isSound, type SoundLane } from '../../../src/core/lane/lane-file.ts';
import { readLaneFile } from '../../../src/core/lane/read-lane.ts';
import { boardOf } from '../rules/board-of.ts';

const write = (...globs: readonly string[]) =>
  `lane: 1\nlimits:\n  write: [${globs.map((glob) => `"${glob}"`).join(', ')}]\n`;
const needs = (...ids: readonly string[]) => `lane: 1\nneeds: [${ids.join(', ')}]\n`;

describe('the board', () => {
  it('runs lanes together unless one comes before the other, however far', () => {
    const board = boardOf({
      'a.lane.yaml': needs('b'),
      'b.lane.yaml': needs('c'),
      'c.lane.yaml': 'lane: 1\n',
      'd.lane.yaml': needs('c'),
    });
    assert.equal(together(board, 'a', 'b'), false);
    assert.equal(together(board, 'c', 'a'), false);
    assert.equal(together(board, 'a', 'd'), true);
    assert.equal(together(board, 'a', 'a'), false);
  });

  it('lets no lane run beside one that has ended, until it goes on', () => {
    const board = boardOf({ 'a.lane.yaml': write('x'), 'b.lane.yaml': write('x') }, ['b']);
    assert.equal(together(board, 'a', 'b'), false);
    assert.equal(board.hasEnded('b'), true);
    board.end('b', false);
    assert.equal(together(board, 'a', 'b'), true);
  });

  it('keeps lanes apart that only differ in the case of their id', () => {
    const board = boardOf({ 'x/a.lane.yaml': write('x'), 'y/A.lane.yaml': write('x') });
    assert.deepEqual(
      board.namesakes(lane(board, 'a')).first.map(({ path }) => path),
      ['y/A.lane.yaml'],
    );
    assert.deepEqual(board.writeOverlaps(lane(board, 'a')), []);
  });

  it('prints the circle that a need is on, and nothing for one that only leads to a circle', () => {
    const board = boardOf({
      'a.lane.yaml': needs('b'),
      'b.lane.yaml': needs('c'),
      'c.lane.yaml': needs('a'),
      'd.lane.yaml': needs('a'),
      'e.lane.yaml': needs('e'),
    });
    assert.deepEqual(board.cycle(lane(board, 'b'), 'c'), ['b', 'c', 'a', 'b']);
    assert.equal(board.cycle(lane(board, 'd'), 'a'), undefined);
    assert.deepEqual(board.cycle(lane(board, 'e'), 'e'), ['e', 'e']);
    board.put(readLaneFile('c.lane.yaml', 'lane: 1\n'));
    assert.equal(board.cycle(lane(board, 'b'), 'c'), undefined);
  });

  for (const [own, other, meets] of [
    [write('src/**'), write('src/a.ts'), true],
    [write('./src/a.ts'), write('src//a.ts'), true],
    [write('src/*.ts'), write('src/{a,b}.ts'), true],
    [write('src/a/**'), write('src/b/**'), false],
    [write('**/*.md'), write('docs/a.md'), false],
    [`${write('src/**')}  never: [src/a.ts]\n`, write('src/a.ts'), false],
    [write('src/**'), `${write('src/gen/**')}  never: ["src/gen/**"]\n`, false],
    [`${write('src/**')}  never: ["**/*.lock"]\n`, write('src/**/*.lock'), false],
    [`${write('src/**')}  never: [src/b.ts]\n`, write('src/a.ts'), true],
    [write('../x'), write('../x'), false],
  ] as const) {
    it(`${meets ? 'meets' : 'does not meet'}: ${JSON.stringify(own)} and ${JSON.stringify(other)}`, () => {
      const board = boardOf({ 'a.lane.yaml': own, 'b.lane.yaml': other, 'src/x.ts': '' });
      assert.equal(board.writeOverlaps(lane(board, 'a')).length > 0, meets);
      assert.equal(board.writeOverlaps(lane(board, 'b')).length > 0, meets);
    });
  }

  it('subtracts what the settings forbid in every lane', () => {
    const board = boardOf({
      'lanekeeper.yaml': 'defaults:\n  limits:\n    never: [package-lock.json]\n',
      'a.lane.yaml': write('package-lock.json'),
      'b.lane.yaml': write('package-lock.json'),
    });
    assert.deepEqual(board.writeOverlaps(lane(board, 'a')), []);
  });

  it('names the first lanes that share a glob, equal globs first, and counts the others up to a hundred', () => {
    const many = Array.from({ length: 150 }, (_, at) => [`l${at + 100}.lane.yaml`, write('src/**')]);
    const board = boardOf({ ...Object.fromEntries(many), 'a.lane.yaml': write('src/a.ts') });
    const [overlap] = board.writeOverlaps(lane(board, 'l120'));
    assert.deepEqual(
      overlap?.first.map(({ file }) => file.id),
      ['l100', 'l101', 'l102', 'l103', 'l104'],
    );
    assert.equal(overlap?.count, 100);
  });

  it('knows who may write a path, and who names a file', () => {
    const board = boardOf({
      'a.lane.yaml': write('docs/**'),
      'b.lane.yaml': `${write('docs/events.md')}  never: [docs/events.md]\n`,
      'c.lane.yaml': 'lane: 1\nneeds:\n  - { lane: a, contract: docs/events.md }\n',
      'd.lane.yaml':
        'lane: 1\nbrief:\n  context: ["docs/*.md", lanes/context/x.md#top]\n  outcome: See lanes/context/y.md.\n',
      'docs/events.md': '',
      'lanes/context/x.md': '',
    });
    assert.deepEqual(
      board.writersOf('docs/events.md', 5).map(({ id }) => id),
      ['a'],
    );
    assert.deepEqual(
      [...board.usersOf('docs/events.md')].map(({ id }) => id),
      ['c', 'd'],
    );
    assert.deepEqual(
      [...board.usersOf('lanes/context/x.md')].map(({ id }) => id),
      ['d'],
    );
    assert.deepEqual(
      [...board.usersOf('lanes/context/y.md')].map(({ id }) => id),
      ['d'],
    );
  });

  it('forgets a lane that is removed or breaks', () => {
    const board = boardOf({ 'a.lane.yaml': write('x'), 'b.lane.yaml': write('x') });
    board.put(readLaneFile('b.lane.yaml', '- no lane\n'));
    assert.deepEqual(board.writeOverlaps(lane(board, 'a')), []);
    assert.equal(board.withId('b').length, 1);
    board.remove('b.lane.yaml');
    assert.equal(board.withId('b').length, 0);
    assert.equal(board.nearestId('elsewhere'), undefined);
  });

  it('takes names of built-in properties for plain ids', () => {
    const board = boardOf({
      '__proto__.lane.yaml': write('x'),
      'constructor.lane.yaml': needs('__proto__', 'toString'),
    });
    assert.equal(board.withId('__proto__').length, 1);
    assert.equal(board.withId('toString').length, 0);
    assert.equal(together(board, 'constructor', '__proto__'), false);
  });
});

function lane(board: Board, id: string): SoundLane {
  const file = board.withId(id)[0];
  assert(file && isSound(file));
  return file;
}

function together(board: Board, a: string, b: string): boolean {
  const answer = board.runTogether(lane(board, a), lane(board, b));
  assert.equal(board.runTogether(lane(board, b), lane(board, a)), answer);
  return answer;
}
