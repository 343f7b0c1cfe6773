import assert from 'node:assert/strict';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { givenWorkspaces, lanekeeper } from './lanekeeper.ts';
import { SOUND_FILES, soundLane } from './sound-lane.ts';

describe('lanekeeper lint, again', () => {
  const workspace = givenWorkspaces();
  let cache: string;
  beforeEach(() => {
    cache = realpathSync(mkdtempSync(join(tmpdir(), 'lanekeeper-cache-')));
  });
  afterEach(() => rmSync(cache, { recursive: true }));

  const lint = (cwd: string, ...args: string[]) =>
    lanekeeper(['lint', '--json', ...args], { cwd, env: { XDG_CACHE_HOME: cache } });
  const rules = (cwd: string) =>
    JSON.parse(lint(cwd).stdout).findings.map(({ rule }: { rule: string }) => rule);

  const changes: [name: string, change: (cwd: string) => void, rule: string][] = [
    ['a lane', (cwd) => appendFileSync(join(cwd, 'lanes/refund-mail.lane.yaml'), 'ownr: x\n'), 'unknown-key'],
    [
      'a new lane',
      (cwd) => writeFileSync(join(cwd, 'lanes/other.lane.yaml'), soundLane('refunds')),
      'shared-write',
    ],
    ['a file that goes', (cwd) => unlinkSync(join(cwd, 'docs/mails.md')), 'missing-file'],
    ['the settings', (cwd) => writeFileSync(join(cwd, 'lanekeeper.yaml'), 'ruls: {}\n'), 'unknown-key'],
    [
      'the scripts',
      (cwd) => writeFileSync(join(cwd, 'package.json'), '{ "scripts": {} }\n'),
      'unknown-command',
    ],
    ['a .gitignore', (cwd) => writeFileSync(join(cwd, '.gitignore'), 'docs/\n'), 'missing-file'],
    [
      'reviews',
      (cwd) => writeFileSync(join(cwd, 'lanes/refund-mail.reviews.yaml'), 'reviews: 2\n'),
      'wrong-type',
    ],
  ];
  for (const [name, change, rule] of changes) {
    it(`says what is so now, after ${name}`, () => {
      const cwd = workspace(SOUND_FILES);
      assert.deepEqual(rules(cwd), []);
      assert.deepEqual(rules(cwd), []);
      change(cwd);
      assert.ok(rules(cwd).includes(rule), lint(cwd).stdout);
      assert.ok(rules(cwd).includes(rule));
    });
  }

  it('says the same with the same code, and something else where it is asked otherwise', () => {
    const cwd = workspace({ ...SOUND_FILES, 'lanes/empty.lane.yaml': 'lane: 1\n' });
    mkdirSync(join(cwd, 'sub'));
    const first = lint(cwd);
    assert.equal(first.code, 1);
    assert.deepEqual(lint(cwd), first);
    assert.deepEqual(lint(cwd, '--no-cache'), first);
    const below = lanekeeper(['lint'], { cwd: join(cwd, 'sub'), env: { XDG_CACHE_HOME: cache } });
    assert.match(below.stdout, /\.\.\/lanes\/empty\.lane\.yaml/);
  });

  it('lints anew where what it kept is damaged', () => {
    const cwd = workspace({ ...SOUND_FILES, 'lanes/empty.lane.yaml': 'lane: 1\n' });
    const first = lint(cwd);
    for (const name of readdirSync(join(cache, 'lanekeeper')))
      writeFileSync(join(cache, 'lanekeeper', name), 'lanekeeper x y\n{"answer":{"said":[],"code":0}}');
    assert.deepEqual(lint(cwd), first);
  });
});
