import assert from 'node:assert/strict';
import { checkDigest } from '../../../src/core/checks/check-digest.ts';
import {
  changedCommands,
  describeCommands,
  laneCommands,
  trustDigest,
} from '../../../src/core/checks/lane-commands.ts';
import { planned, plannedCheck } from './planned.ts';

const LANE = `checks:
  unit: { run: npm test, cwd: packages/api, env: [B, A], timeout: 5m }
  tone: { kind: taste, rubric: [Short] }
`;
const SETTINGS = 'defaults: { checks: { style: npm run lint } }\njudge: [node, "the judge.mjs"]\n';
const digest = (lane = LANE, settings = SETTINGS, root = '/home/ana/shop', shell = '/bin/sh') =>
  trustDigest(laneCommands(planned(lane, settings), shell), root);

describe('trustDigest', () => {
  const changes: [name: string, other: string][] = [
    ['a command', digest(LANE.replace('npm test', 'npm  test'))],
    ['a folder', digest(LANE.replace('packages/api', 'packages/web'))],
    ['the variables that are passed on', digest(LANE.replace('[B, A]', '[B]'))],
    ['an id', digest(LANE.replace('unit:', 'units:'))],
    ['a kind', digest(LANE.replace('{ run', '{ kind: lint, run'))],
    ['a new check', digest(`${LANE}  more: ls\n`)],
    ['an inherited command', digest(LANE, SETTINGS.replace('run lint', 'run style'))],
    ['the command of the judge', digest(LANE, SETTINGS.replace('the judge', 'a judge'))],
    ['the workspace folder', digest(LANE, SETTINGS, '/home/ana/shop2')],
    ['the shell', digest(LANE, SETTINGS, '/home/ana/shop', 'cmd.exe')],
  ];
  for (const [name, other] of changes) {
    it(`changes with ${name}`, () => assert.notEqual(other, digest()));
  }

  it('stays the same with what starts nothing else', () => {
    assert.equal(digest(LANE.replace('5m', '6m')), digest());
    assert.equal(digest(LANE.replace('[B, A]', '[A, B]')), digest());
    assert.equal(digest(`title: Other\n${LANE}`), digest());
    const [, unit = '', tone = ''] = LANE.split('\n');
    assert.equal(digest(`checks:\n${tone}\n${unit}\n`), digest());
  });

  it('does not count the judge of a lane without a taste-check', () => {
    const lane = 'checks: { unit: npm test }';
    assert.equal(digest(lane, 'judge: [a]'), digest(lane, 'judge: [b]'));
  });
});

describe('describeCommands', () => {
  const described = (lane: string, settings = '') =>
    describeCommands(laneCommands(planned(lane, settings), 'sh')).map(
      ({ check, command, details }) => `${check}: ${[command, ...details].join(' | ')}`,
    );

  it('says what is run, where, and with what', () =>
    assert.deepEqual(described(LANE, SETTINGS), [
      'style: npm run lint',
      "tone: node 'the judge.mjs'",
      'unit: npm test | in packages/api | with A, B from the environment',
    ]));

  it('hides nothing', () =>
    assert.deepEqual(described('checks: { a: "ls \\u202e# \\u00a0\\e[2K\\rrm\\u200d -rf" }'), [
      'a: ls \\u{202e}# \\u{a0}\\u{1b}[2K\\u{d}rm\\u{200d} -rf',
    ]));
});

describe('changedCommands', () => {
  it('says what is new, gone and different', () => {
    const before = laneCommands(planned('checks: { a: x, b: y, c: z }'), 'sh');
    const after = laneCommands(planned('checks: { b: y, c: z2, d: x }'), 'sh');
    assert.deepEqual(
      changedCommands(before, after).map((one) =>
        one.change === 'removed' ? `- ${one.before.check}` : `${one.change} ${one.after.check}`,
      ),
      ['- a', 'changed c', 'added d'],
    );
    assert.deepEqual(changedCommands(before, before), []);
  });
});

describe('checkDigest', () => {
  const whole = '{ kind: eval, run: x, score: $.a, at-most: 1, inputs: [a], cwd: b, timeout: 1m }';
  for (const [from, to] of [
    ['run: x', 'run: y'],
    ['$.a', '$.b'],
    ['at-most: 1', 'at-most: 2'],
    ['at-most', 'at-least'],
    ['[a]', '[a, b]'],
    ['1m', '2m'],
    ['cwd: b', 'cwd: c'],
  ] as const) {
    it(`changes where "${from}" becomes "${to}"`, () =>
      assert.notEqual(checkDigest(plannedCheck(whole.replace(from, to))), checkDigest(plannedCheck(whole))));
  }
  it('does not change with the place of the check', () => {
    const [one, other] = [planned('checks: { it: x }'), planned('title: A\nchecks: { it: x }')];
    assert.equal(checkDigest(one[0] as never), checkDigest(other[0] as never));
  });
});
