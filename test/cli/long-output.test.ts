import assert from 'node:assert/strict';
import { givenWorkspaces, lanekeeper } from './lanekeeper.ts';
import { readFindings } from './lint-schema.ts';
import { SOUND_FILES } from './sound-lane.ts';

/** A lane with warnings first and so many errors after them. */
const weakLane = (errors: number) =>
  `lane: 1\ndone:\n${'  - It works properly\n'.repeat(30)}checks:\n${Array.from(
    { length: errors },
    (_, index) => `  c${index}: { run: npm test, tiemout: 1 }\n`,
  ).join('')}`;

describe('lanekeeper, where there is much to say', function () {
  this.timeout(60_000);
  const workspace = givenWorkspaces();

  const places = (stdout: string) => stdout.match(/^ {2}lanes\/\S+:\d+:\d+ (?:error|warning) .+$/gm) ?? [];

  it('shows the worst findings of each lane and says how many more there are', () => {
    const lanes = Array.from({ length: 15 }, (_, index) => [`lanes/weak-${index}.lane.yaml`, weakLane(60)]);
    const cwd = workspace({ ...SOUND_FILES, ...Object.fromEntries(lanes) });
    const { summary } = readFindings(lanekeeper(['lint', '--json'], { cwd }).stdout);
    const all = lanekeeper(['lint'], { cwd });
    assert.equal(all.code, 1);
    assert.equal(places(all.stdout).length, 500);
    assert.ok(places(all.stdout).every((place) => place.includes(' error ')));
    assert.match(all.stdout, /^ {2}… and \d+ more findings$/m);
    assert.match(all.stdout, /^These are the worst 500 of \d+ findings: .*--quiet.*--json/m);
    assert.match(all.stdout, new RegExp(`^16 lanes: ${summary.errors} errors, \\d+ warnings?$`, 'm'));
    const [, count] = /worst 500 of (\d+) findings/.exec(all.stdout) ?? [];
    const quiet = lanekeeper(['lint', '--quiet'], { cwd });
    assert.equal(quiet.stdout.trimEnd().split('\n').length, Number(count));
    const one = lanekeeper(['lint', 'lanes/weak-3.lane.yaml'], { cwd });
    assert.ok(places(one.stdout).length > 60);
    assert.doesNotMatch(one.stdout, /more findings|the worst/);
  });

  it('shows at most 50 findings of one lane among others, errors first', () => {
    const cwd = workspace({
      ...SOUND_FILES,
      'lanes/a.lane.yaml': weakLane(40),
      'lanes/b.lane.yaml': 'lane: 1\n',
    });
    const { stdout } = lanekeeper(['lint'], { cwd });
    const ofA = places(stdout).filter((place) => place.includes('lanes/a.'));
    assert.equal(ofA.length, 50);
    assert.ok(ofA.filter((place) => place.includes(' error ')).length >= 40);
    assert.ok(places(stdout).some((place) => place.includes('lanes/b.')));
  });

  it('cuts long titles on a terminal, and not in JSON', () => {
    const title = `${'🚀'.repeat(30)}${'long '.repeat(30_000)}`.trim();
    const cwd = workspace({ ...SOUND_FILES, 'lanes/a.lane.yaml': `lane: 1\ntitle: ${title}\n` });
    for (const args of [['list'], ['lint']]) {
      const { stdout } = lanekeeper(args, { cwd });
      assert.ok(Math.max(...stdout.split('\n').map((line) => line.length)) < 400, args.join(' '));
      assert.match(stdout, /long….*\n|lo…\n/);
      assert.doesNotMatch(stdout, /\ufffd/);
    }
    const { lanes } = JSON.parse(lanekeeper(['list', '--json'], { cwd }).stdout);
    assert.equal(lanes[0].title, title);
  });
});
