import assert from 'node:assert/strict';
import { RULES } from '../../src/core/index.ts';
import { givenWorkspaces, lanekeeper } from './lanekeeper.ts';
import { SOUND_FILES } from './sound-lane.ts';

const REVIEWS = `reviews: 1
outcome:
  - { verdict: accepted, by: Bea <bea@example.com>, at: 2026-11-22T15:05:00Z, commit: 77ab }
`;
const FILES = {
  ...SOUND_FILES,
  'lanes/refund-mail.reviews.yaml': REVIEWS,
  'lanes/broken.lane.yaml': 'lane: 1\ntitle: "a\\e[31mb"\nchecks: [\n',
};

describe('lanekeeper list', function () {
  this.timeout(30_000);
  const workspace = givenWorkspaces();

  it('lists every lane, broken ones too, with how it stands', () => {
    const cwd = workspace(FILES);
    const { code, stdout } = lanekeeper(['list'], { cwd });
    assert.equal(code, 0);
    assert.match(
      stdout,
      /^broken +\d+ errors?.*\nrefund-mail +accepted +Customers get a refund mail within a minute\n$/,
    );
    const { lanes } = JSON.parse(lanekeeper(['list', '--json'], { cwd }).stdout);
    assert.deepEqual(lanes[1], {
      id: 'refund-mail',
      path: 'lanes/refund-mail.lane.yaml',
      title: 'Customers get a refund mail within a minute',
      ended: 'accepted',
      errors: 0,
      warnings: 0,
    });
  });

  it('says how to begin where there is none', () => {
    const cwd = workspace({});
    assert.match(lanekeeper(['list'], { cwd }).stdout, /lanekeeper new/);
    assert.deepEqual(JSON.parse(lanekeeper(['list', '--json'], { cwd }).stdout), { lanes: [] });
  });
});

describe('lanekeeper show', function () {
  this.timeout(30_000);
  const workspace = givenWorkspaces();

  it('shows what a lane says, by id or path', () => {
    const cwd = workspace(FILES);
    const { code, stdout } = lanekeeper(['show', 'refund-mail'], { cwd });
    assert.equal(code, 0);
    for (const part of [
      /^Customers get a refund mail/,
      /^ {2}src\/refunds\/\*\*$/m,
      /^ {2}unit \(test\): npm test$/m,
      /\[proof: unit\]/,
      /nothing found/,
    ])
      assert.match(stdout, part);
    assert.equal(lanekeeper(['show', 'lanes/refund-mail.lane.yaml'], { cwd }).stdout, stdout);
    const { lane, findings, summary } = JSON.parse(
      lanekeeper(['show', 'refund-mail', '--json'], { cwd }).stdout,
    );
    assert.deepEqual(lane.limits.write, ['src/refunds/**']);
    assert.deepEqual(lane.limits['stop-when'], ['a database migration turns out to be needed']);
    assert.equal(lane.ended, 'accepted');
    assert.deepEqual([findings, summary.lanes], [[], 1]);
  });

  it('shows a broken lane as far as it can be read', () => {
    const { code, stdout } = lanekeeper(['show', 'broken'], { cwd: workspace(FILES) });
    assert.equal(code, 0);
    assert.match(stdout, /^a\\u\{1b\}\[31mb\n/);
    assert.match(stdout, /The file +\d+ error/);
  });

  it('proposes the lane that was probably meant', () => {
    const { code, stderr } = lanekeeper(['show', 'refund-mial'], { cwd: workspace(SOUND_FILES) });
    assert.equal(code, 2);
    assert.equal(stderr, 'There is no lane "refund-mial". Did you mean "refund-mail"?\n');
  });
});

describe('lanekeeper explain', function () {
  this.timeout(30_000);
  const workspace = givenWorkspaces();

  it('lists every rule below its move', () => {
    const { code, stdout } = lanekeeper(['explain'], { cwd: workspace({}) });
    assert.equal(code, 0);
    for (const { id } of RULES) assert.match(stdout, new RegExp(`^ {2}${id} `, 'm'));
    const rules = JSON.parse(lanekeeper(['explain', '--json'], { cwd: workspace({}) }).stdout);
    assert.equal(rules.length, RULES.length);
  });

  it('says why a rule matters, with examples and how to turn it off', () => {
    const { code, stdout } = lanekeeper(['explain', 'quality-word'], { cwd: workspace({}) });
    assert.equal(code, 0);
    for (const part of [
      /^quality-word \(warning, move 3/,
      /«/,
      /lanekeeper-disable-next-line quality-word -- /,
    ])
      assert.match(stdout, part);
    assert.equal(
      JSON.parse(lanekeeper(['explain', 'quality-word', '--json'], { cwd: workspace({}) }).stdout).id,
      'quality-word',
    );
  });

  it('proposes the rule that was probably meant', () => {
    const { code, stderr } = lanekeeper(['explain', 'qualty-word'], { cwd: workspace({}) });
    assert.equal(code, 2);
    assert.match(stderr, /Did you mean "quality-word"\?/);
  });
});
