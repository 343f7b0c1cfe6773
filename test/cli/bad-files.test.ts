import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { BUILT, environment, givenWorkspaces, lanekeeper } from './lanekeeper.ts';
import { placesIn, readFindings } from './lint-schema.ts';
import { SOUND_FILES, SOUND_LANE, soundLane } from './sound-lane.ts';

const SOUND = 'lanes/refund-mail.lane.yaml';

describe('lanekeeper lint, given odd files', function () {
  this.timeout(30_000);
  const workspace = givenWorkspaces();

  it('does not follow symbolic links that leave the workspace, and says so', () => {
    const outside = workspace({
      'secret.yaml': 'lane: 1\ntitle: secret words\n',
      'lanes/far.lane.yaml': 'lane: 1\n',
    });
    const cwd = workspace(SOUND_FILES);
    symlinkSync(join(outside, 'secret.yaml'), join(cwd, 'lanes/link.lane.yaml'));
    symlinkSync(join(outside, 'lanes'), join(cwd, 'elsewhere'));
    const { stdout, code } = lanekeeper(['lint', '--json'], { cwd });
    assert.deepEqual(placesIn(stdout, 'lanes/link.lane.yaml'), ['broken-yaml 1:1']);
    assert.match(
      readFindings(stdout).findings[0]?.message ?? '',
      /symbolic link that leaves the workspace\. Put the file itself in its place\.$/,
    );
    assert.doesNotMatch(stdout, /secret words|far\.lane/);
    assert.equal(code, 1);
  });

  it('ends in a circle of links, and finds each lane once', () => {
    const cwd = workspace(SOUND_FILES);
    symlinkSync('..', join(cwd, 'lanes/up'));
    symlinkSync('lanes', join(cwd, 'again'));
    symlinkSync('self.lane.yaml', join(cwd, 'lanes/self.lane.yaml'));
    const { stdout } = lanekeeper(['lint', '--json'], { cwd });
    assert.equal(readFindings(stdout).summary.lanes, 2);
    assert.deepEqual(placesIn(stdout, 'lanes/self.lane.yaml'), ['broken-yaml 1:1']);
    assert.deepEqual(placesIn(stdout, SOUND), []);
  });

  it('passes over a pipe, a socket-like device and a folder that are called lanes', function () {
    if (process.platform === 'win32') this.skip();
    const cwd = workspace(SOUND_FILES);
    spawnSync('mkfifo', [join(cwd, 'lanes/pipe.lane.yaml')]);
    mkdirSync(join(cwd, 'lanes/folder.lane.yaml'));
    symlinkSync('/dev/zero', join(cwd, 'lanes/zero.lane.yaml'));
    const { stdout } = lanekeeper(['lint', '--json'], { cwd });
    assert.deepEqual(placesIn(stdout, SOUND), []);
    assert.deepEqual(placesIn(stdout, 'lanes/pipe.lane.yaml'), []);
    const named = lanekeeper(['lint', 'lanes/pipe.lane.yaml'], { cwd });
    assert.equal(named.code, 2);
    assert.match(named.stderr, /is not a file/);
  });

  it('lints with the defaults where lanekeeper.yaml is broken, and one finding says so', () => {
    for (const [text, place] of [
      ['rules: {no-good: [}\n', 'broken-yaml'],
      ['- a\n', 'wrong-type'],
      ['\u0000', 'broken-yaml'],
    ] as const) {
      const cwd = workspace({
        ...SOUND_FILES,
        'lanekeeper.yaml': text,
        'lanes/weak.lane.yaml': 'lane: 1\nchecks: 3\n',
      });
      const { stdout, code } = lanekeeper(['lint', '--json'], { cwd });
      const ofSettings = placesIn(stdout, 'lanekeeper.yaml');
      assert.equal(ofSettings.length, 1, JSON.stringify(ofSettings));
      assert.ok(ofSettings[0]?.startsWith(place));
      assert.ok(placesIn(stdout, 'lanes/weak.lane.yaml').includes('wrong-type 2:9'));
      assert.equal(code, 1);
      const some = lanekeeper(['lint', SOUND], { cwd });
      assert.match(some.stderr, /lanekeeper\.yaml has 1 finding/);
      assert.equal(some.code, 0);
    }
  });

  it('finds two files with one id, in both', () => {
    const cwd = workspace({
      ...SOUND_FILES,
      'more/refund-mail.lane.yaml': soundLane('other'),
      'src/other/a.ts': '',
    });
    const { stdout, code } = lanekeeper(['lint', '--json'], { cwd });
    for (const path of [SOUND, 'more/refund-mail.lane.yaml'])
      assert.deepEqual(placesIn(stdout, path), ['duplicate-id 1:1'], path);
    assert.equal(code, 1);
    const shown = lanekeeper(['show', 'refund-mail'], { cwd });
    assert.equal(shown.code, 2);
    assert.match(shown.stderr, /Two lanes have the id/);
  });

  it('takes any file name for an id', () => {
    const names = [
      'with space',
      'dots.and.more',
      '🚀',
      '__proto__',
      'constructor',
      'toString',
      'é'.normalize('NFD'),
    ];
    const lanes = names.map((name, index) => [`lanes/${name}.lane.yaml`, soundLane(`part${index}`)]);
    const parts = names.map((_, index) => [`src/part${index}/a.ts`, '']);
    const cwd = workspace({ ...SOUND_FILES, ...Object.fromEntries([...lanes, ...parts]) });
    const { stdout, code, stderr } = lanekeeper(['lint', '--json'], { cwd });
    assert.equal(readFindings(stdout).summary.lanes, names.length + 1);
    assert.deepEqual(
      readFindings(stdout).findings.filter(({ severity }) => severity !== 'hint'),
      [],
    );
    assert.deepEqual([code, stderr], [0, '']);
    for (const name of names) assert.equal(lanekeeper(['show', name], { cwd }).code, 0, name);
  });

  describe('without the right to read or write', () => {
    /** Runs as somebody else where the tests run as root, for whom every right holds. */
    const run = (args: readonly string[], cwd: string) => {
      const script = join(cwd, 'lanekeeper.cjs');
      copyFileSync(BUILT, script);
      chmodSync(script, 0o755);
      const somebody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
      const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
        cwd,
        env: environment(cwd),
        encoding: 'utf8',
        timeout: 20_000,
        ...somebody,
      });
      return { code: status, stdout, stderr };
    };

    before(function () {
      if (process.platform === 'win32') this.skip();
    });

    it('reports a lane that cannot be read, and a folder that cannot be entered is empty', () => {
      const cwd = workspace({
        ...SOUND_FILES,
        'lanes/closed.lane.yaml': SOUND_LANE,
        'shut/x.lane.yaml': SOUND_LANE,
      });
      for (const path of ['.', 'lanes', 'docs', 'src', 'src/refunds']) chmodSync(join(cwd, path), 0o755);
      chmodSync(join(cwd, 'lanes/closed.lane.yaml'), 0);
      chmodSync(join(cwd, 'shut'), 0);
      const { stdout, code } = run(['lint', '--json'], cwd);
      assert.deepEqual(placesIn(stdout, 'lanes/closed.lane.yaml'), ['broken-yaml 1:1']);
      assert.match(stdout, /permission denied\. Check its permissions\./);
      assert.equal(readFindings(stdout).summary.lanes, 2);
      assert.equal(code, 1);
      chmodSync(join(cwd, 'shut'), 0o755);
    });

    it('refuses to write into a folder that is read-only, with one line', () => {
      const cwd = workspace({ ...SOUND_FILES, 'lanes/fixable.lane.yaml': 'title: x\n' });
      for (const path of ['.', 'lanes', 'docs', 'src', 'src/refunds']) chmodSync(join(cwd, path), 0o555);
      for (const args of [['init'], ['new', 'more'], ['lint', '--fix', '--quiet']]) {
        const { code, stderr } = run(args, cwd);
        assert.equal(code, 2, args.join(' '));
        assert.match(stderr, /permission denied\.\n$/);
      }
      assert.equal(readFileSync(join(cwd, 'lanes/fixable.lane.yaml'), 'utf8'), 'title: x\n');
    });

    it('leaves files as they are where the disk takes no more', () => {
      const cwd = workspace({ ...SOUND_FILES, 'lanes/fixable.lane.yaml': 'title: x\n' });
      // A limit of no bytes per file stands in for a full disk.
      const limited = (...args: readonly string[]) =>
        spawnSync('sh', ['-c', 'ulimit -f 0; exec "$@"', 'sh', process.execPath, BUILT, ...args], {
          cwd,
          env: environment(cwd),
          encoding: 'utf8',
          timeout: 20_000,
        });
      for (const args of [['init'], ['lint', '--fix', '--quiet']]) {
        const { status, stderr } = limited(...args);
        assert.equal(status, 2, args.join(' '));
        assert.match(stderr, /the file would be too large/);
      }
      assert.equal(readFileSync(join(cwd, 'lanes/fixable.lane.yaml'), 'utf8'), 'title: x\n');
      assert.deepEqual(existsSync(join(cwd, 'lanekeeper.yaml')), false, 'no half file is left');
    });
  });

  it('says of a link that leads nowhere what it is', () => {
    const cwd = workspace(SOUND_FILES);
    symlinkSync('gone.yaml', join(cwd, 'lanes/gone.lane.yaml'));
    const { stdout, code } = lanekeeper(['lint', '--json'], { cwd });
    assert.deepEqual(placesIn(stdout, 'lanes/gone.lane.yaml'), ['broken-yaml 1:1']);
    assert.match(
      stdout,
      /cannot be read: it is a symbolic link that leads nowhere\. Put the file itself in its place\."/,
    );
    assert.equal(code, 1);
  });

  it('survives hundreds of findings in one lane', () => {
    const checks = Array.from(
      { length: 500 },
      (_, index) => `  c${index}: { run: npm test, tiemout: 1 }`,
    ).join('\n');
    const cwd = workspace({ ...SOUND_FILES, 'lanes/many.lane.yaml': `lane: 1\nchecks:\n${checks}\n` });
    const { stdout, code } = lanekeeper(['lint'], { cwd });
    assert.equal(code, 1);
    assert.match(stdout, /lanes\/many\.lane\.yaml:3:/);
  });

  it('writes no file but those it is asked for', () => {
    const cwd = workspace(SOUND_FILES);
    writeFileSync(join(cwd, 'lanes/weak.lane.yaml'), 'lane: 1\n');
    lanekeeper(['lint'], { cwd, env: { XDG_CACHE_HOME: join(cwd, '.git/cache') } });
    const { stdout } = spawnSync(
      'find',
      [cwd, '-newer', join(cwd, 'lanes/weak.lane.yaml'), '-type', 'f', '-not', '-path', '*/.git/*'],
      { encoding: 'utf8' },
    );
    assert.equal(stdout, '');
  });
});
