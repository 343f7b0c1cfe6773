import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { givenWorkspaces, lanekeeper } from './lanekeeper.ts';
import { placesIn } from './lint-schema.ts';
import { SOUND_FILES, SOUND_LANE } from './sound-lane.ts';

/** A lane with oddities to keep, and a suppression that finds nothing: the safe fix takes its line away. */
const IDLE = '# lanekeeper-disable-next-line no-good -- it has one';
const ODD = `\ufeff# top comment\n${SOUND_LANE}`
  .replace('title: Customers', `${IDLE}\ntitle:   'Customers`)
  .replace('within a minute\n', "within a minute'   # kept  \n")
  .replace('  unit: npm test', '  unit: npm test # the end')
  .replaceAll('\n', '\r\n')
  .trimEnd();
const PATH = 'lanes/refund-mail.lane.yaml';

describe('lanekeeper lint --fix', function () {
  this.timeout(30_000);
  const workspace = givenWorkspaces();

  it('changes nothing outside its edits: CRLF, byte order mark, comments, quotes and the missing last line break stay', () => {
    const cwd = workspace({ ...SOUND_FILES, [PATH]: ODD });
    const { code, stderr } = lanekeeper(['lint', '--fix'], { cwd });
    assert.equal(readFileSync(join(cwd, PATH), 'utf8'), ODD.replace(`${IDLE}\r\n`, ''));
    assert.match(stderr, /^Fixed 1 finding in 1 file\.$/m);
    assert.equal(code, 0);
  });

  it('shows what it would change with --dry-run, and writes nothing', () => {
    const cwd = workspace({ ...SOUND_FILES, [PATH]: ODD });
    const { stdout } = lanekeeper(['lint', '--fix', '--dry-run'], { cwd });
    assert.match(
      stdout,
      /lanes\/refund-mail\.lane\.yaml:3:\d+ Remove the suppression unused-suppression\n {2}- # lanekeeper-disable/,
    );
    assert.match(stdout, /--fix would fix 1 finding in 1 file\.\n$/);
    assert.equal(readFileSync(join(cwd, PATH), 'utf8'), ODD);
  });

  it('goes on until no safe fix is left, and leaves the others to a person', () => {
    const cwd = workspace({ ...SOUND_FILES, 'lanes/empty.lane.yaml': `${IDLE}\n${IDLE}\ntitle: x\n` });
    lanekeeper(['lint', '--fix'], { cwd });
    const once = readFileSync(join(cwd, 'lanes/empty.lane.yaml'), 'utf8');
    assert.equal(once, 'lane: 1\ntitle: x\n');
    const { stdout, code } = lanekeeper(['lint', '--json'], { cwd });
    assert.ok(placesIn(stdout, 'lanes/empty.lane.yaml').length > 0);
    assert.equal(code, 1);
  });

  it('fixes only the lanes that were asked for', () => {
    const cwd = workspace({
      ...SOUND_FILES,
      'lanes/a.lane.yaml': 'title: a\n',
      'lanes/b.lane.yaml': 'title: b\n',
    });
    lanekeeper(['lint', '--fix', 'lanes/a.lane.yaml'], { cwd });
    assert.equal(readFileSync(join(cwd, 'lanes/a.lane.yaml'), 'utf8'), 'lane: 1\ntitle: a\n');
    assert.equal(readFileSync(join(cwd, 'lanes/b.lane.yaml'), 'utf8'), 'title: b\n');
  });

  it('keeps the mode of a file and a link to it, and leaves no other file behind', function () {
    if (process.platform === 'win32') this.skip();
    const cwd = workspace({ ...SOUND_FILES, 'real/a.lane.yaml': 'title: a\n' });
    chmodSync(join(cwd, 'real/a.lane.yaml'), 0o640);
    symlinkSync('../real/a.lane.yaml', join(cwd, 'lanes/b.lane.yaml'));
    lanekeeper(['lint', '--fix', 'lanes/b.lane.yaml'], { cwd });
    assert.equal(readFileSync(join(cwd, 'real/a.lane.yaml'), 'utf8'), 'lane: 1\ntitle: a\n');
    assert.equal(statSync(join(cwd, 'real/a.lane.yaml')).mode & 0o777, 0o640);
    assert.ok(lstatSync(join(cwd, 'lanes/b.lane.yaml')).isSymbolicLink());
    assert.deepEqual(readdirSync(join(cwd, 'real')), ['a.lane.yaml']);
  });
});
