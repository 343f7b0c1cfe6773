import assert from 'node:assert/strict';
import { checkBudget } from '../../../src/core/checks/check-budget.ts';
import { checkLimits } from '../../../src/core/checks/check-limits.ts';
import { checkOwnStandard } from '../../../src/core/checks/check-own-standard.ts';
import type { ChangedFile } from '../../../src/core/checks/git.ts';
import { isSound } from '../../../src/core/lane/lane-file.ts';
import { boardOf, type Texts } from '../rules/board-of.ts';

const changed = (path: string, more: Partial<ChangedFile> = {}): ChangedFile => ({
  path,
  change: 'changed',
  added: 1,
  removed: 0,
  isBinary: false,
  ...more,
});

function given(lane: string, texts: Texts = {}) {
  const path = 'lanes/a.lane.yaml';
  const board = boardOf({ [path]: `lane: 1\n${lane}`, ...texts });
  const file = board.lanes.get(path);
  assert.ok(file && isSound(file));
  return { board, file };
}

describe('checkLimits', () => {
  const LANE =
    'limits: { write: [src/refunds/**, "app/[id]/page.tsx", README.md], never: [src/refunds/keys/**] }';
  const SETTINGS = 'defaults: { limits: { never: ["**/*.lock"] } }';
  const cases: [name: string, changes: ChangedFile[], named: string[]][] = [
    ['passes what is inside', [changed('src/refunds/a/b.ts'), changed('README.md')], []],
    ['passes nothing at all', [], []],
    [
      'names the folder that would have to be allowed',
      [changed('src/mail/send.ts')],
      ['src/mail/send.ts: no write path allows it; "src/mail/**" would.'],
    ],
    [
      'names the file itself where its folder is at the top',
      [changed('src/a.ts'), changed('LICENSE')],
      [
        'LICENSE: no write path allows it; "LICENSE" would.',
        'src/a.ts: no write path allows it; "src/a.ts" would.',
      ],
    ],
    [
      'lets never win over write',
      [changed('src/refunds/keys/a.pem')],
      ['src/refunds/keys/a.pem: "src/refunds/keys/**" under `never` forbids it.'],
    ],
    [
      'holds what is inherited',
      [changed('src/refunds/a.lock')],
      ['src/refunds/a.lock: "**/*.lock" under `never` in the settings forbids it.'],
    ],
    [
      'counts a renamed file on both sides',
      [
        changed('src/refunds/b.ts', { from: 'lib/x/b.ts', change: 'renamed' }),
        changed('lib/y/c.ts', { from: 'src/refunds/c.ts', change: 'renamed' }),
      ],
      [
        'lib/x/b.ts: no write path allows it; "lib/x/**" would.',
        'lib/y/c.ts: no write path allows it; "lib/y/**" would.',
      ],
    ],
    ['exempts the lane’s own reviews', [changed('lanes/a.reviews.yaml', { change: 'added' })], []],
    [
      'does not exempt the reviews of others, nor the lane itself',
      [changed('lanes/b.reviews.yaml'), changed('lanes/a.lane.yaml')],
      [
        'lanes/a.lane.yaml: no write path allows it; "lanes/a.lane.yaml" would.',
        'lanes/b.reviews.yaml: no write path allows it; "lanes/b.reviews.yaml" would.',
      ],
    ],
    ['takes a path that exists literally', [changed('app/[id]/page.tsx')], []],
    ['takes one literally that was just deleted', [changed('app/[id]/page.tsx', { change: 'deleted' })], []],
    [
      'names what lies above the workspace folder',
      [changed('../src/refunds/a.ts')],
      ['../src/refunds/a.ts: it lies outside the workspace folder, where no write path reaches.'],
    ],
  ];
  for (const [name, changes, named] of cases) {
    it(name, () => {
      const { board, file } = given(LANE, { 'lanekeeper.yaml': SETTINGS });
      const { result, files } = checkLimits(changes, file, board.settings, board.files);
      assert.deepEqual(
        files.map(({ path, note }) => `${path}: ${note}`),
        named,
      );
      assert.equal(result.state, named.length === 0 ? 'passed' : 'failed');
    });
  }

  it('names three files in its reason and counts the rest', () => {
    const { board, file } = given(LANE);
    const changes = ['a', 'b', 'c', 'd', 'e'].map((name) => changed(name));
    const { result } = checkLimits(changes, file, board.settings, board.files);
    assert.match(
      result.state === 'failed' ? result.because : '',
      /^5 files break the limits\. "a": .* "c": .* And 2 more\.$/,
    );
  });

  it('allows nothing where the lane names no write path', () => {
    const { board, file } = given('title: A');
    assert.equal(checkLimits([changed('a')], file, board.settings, board.files).result.state, 'failed');
  });
});

describe('checkBudget', () => {
  const { file } = given('limits: { budget: { changed-lines: 10 } }');
  it('passes up to the budget, removed lines counted', () =>
    assert.deepEqual(checkBudget([changed('a', { added: 4, removed: 6 })], file).result, {
      state: 'passed',
    }));

  it('names what is largest beyond it', () =>
    assert.deepEqual(
      checkBudget([changed('a', { added: 4 }), changed('b', { added: 3, removed: 4 })], file),
      {
        result: {
          state: 'failed',
          because: '11 lines are changed; the budget is 10. The most are in "b" (7).',
        },
        files: [
          { path: 'b', note: '7 changed lines.' },
          { path: 'a', note: '4 changed lines.' },
        ],
      },
    ));

  it('does not count the lane’s own reviews', () =>
    assert.equal(checkBudget([changed('lanes/a.reviews.yaml', { added: 99 })], file).result.state, 'passed'));
});

describe('checkOwnStandard', () => {
  const { board, file } = given(
    'checks: { unit: node test/run.mjs, mail: node --test test/mail.test.ts, all: npm test }',
    { 'test/run.mjs': '', 'test/mail.test.ts': '', 'package.json': '{ "scripts": { "test": "x" } }' },
  );
  const notes = (...changes: ChangedFile[]) => {
    const { result, files } = checkOwnStandard(changes, file, board);
    assert.equal(result.state, 'passed');
    return files.map(({ path, note }) => `${path}: ${note}`);
  };

  const cases: [change: ChangedFile, note: string | undefined][] = [
    [changed('test/run.mjs'), 'The check "unit" runs it or is set up by it.'],
    [changed('test/mail.test.ts'), 'The check "mail" runs it or is set up by it.'],
    [changed('package.json'), 'The check "all" runs it or is set up by it.'],
    [changed('test/other.test.ts'), 'It is a test that was there before.'],
    [changed('test/other.test.ts', { change: 'added' }), undefined],
    [
      changed('.github/workflows/ci.yml', { change: 'added' }),
      'It is a standard by which the work is checked.',
    ],
    [changed('biome.json'), 'It is a standard by which the work is checked.'],
    [changed('lanekeeper.yaml'), 'It says what every lane inherits.'],
    [changed('lanes/a.lane.yaml'), 'It is this lane itself.'],
    [changed('src/mail.ts'), undefined],
  ];
  for (const [change, note] of cases) {
    it(`says ${note ? `"${note}"` : 'nothing'} of ${change.path}, ${change.change}`, () =>
      assert.deepEqual(notes(change), note === undefined ? [] : [`${change.path}: ${note}`]));
  }

  it('knows what a check ran that is deleted or moved', () => {
    const other = given('checks: { unit: node test/run.mjs }');
    const { files } = checkOwnStandard(
      [changed('test/go.mjs', { from: 'test/run.mjs', change: 'renamed' })],
      other.file,
      other.board,
    );
    assert.deepEqual(
      files.map(({ path }) => path),
      ['test/run.mjs'],
    );
  });
});
