import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../src/core/index.ts';
import { BUILT, environment, givenWorkspaces, lanekeeper } from './lanekeeper.ts';
import { placesIn, readFindings } from './lint-schema.ts';
import { SOUND_FILES, SOUND_LANE, soundLane } from './sound-lane.ts';

/** Adds a lane with one error and one with one warning to the sound one. */
const FILES = {
  ...SOUND_FILES,
  'src/pay/a.ts': '',
  'src/tax/a.ts': '',
  'lanes/error.lane.yaml': soundLane('pay').replace('lane: 1\n', 'lane: 1\nownr: ana\n'),
  'packages/api/lanes/warning.lane.yaml': soundLane('tax').replace('    proof: unit\n', ''),
};
const ERROR = 'lanes/error.lane.yaml';
const WARNING = 'packages/api/lanes/warning.lane.yaml';

describe('lanekeeper lint', function () {
  this.timeout(30_000);
  const workspace = givenWorkspaces();
  const pathsIn = (stdout: string) => [
    ...new Set(
      readFindings(stdout)
        .findings.filter(({ severity }) => severity !== 'hint')
        .map(({ path }) => path),
    ),
  ];

  describe('exit codes', () => {
    it('is 0 where nothing is found, and says that per move without a grade', () => {
      const { code, stdout, stderr } = lanekeeper(['lint'], { cwd: workspace(SOUND_FILES) });
      assert.deepEqual([code, stderr], [0, '']);
      assert.match(stdout, /^1 lane: nothing found\n {2}1 Independent lanes +nothing found\n/);
      assert.equal(stdout.match(/nothing found/g)?.length, 7);
      assert.doesNotMatch(stdout, /\b(safe|good|score|grade|%)/i);
    });

    it('is 1 from an error on, or from a warning on where asked', () => {
      const cwd = workspace(FILES);
      assert.equal(lanekeeper(['lint'], { cwd }).code, 1);
      assert.equal(lanekeeper(['lint', WARNING], { cwd }).code, 0);
      assert.equal(lanekeeper(['lint', WARNING, '--fail-on', 'warning'], { cwd }).code, 1);
    });

    it('never counts hints, and shows them in JSON only', () => {
      const cwd = workspace({
        ...SOUND_FILES,
        'lanes/refund-mail.lane.yaml': SOUND_LANE.replace(/ {2}decisions:\n.*\n/, ''),
      });
      const printed = lanekeeper(['lint', '--fail-on', 'warning', '--json'], { cwd });
      assert.equal(printed.code, 0);
      assert.equal(readFindings(printed.stdout).summary.hints, 1);
      assert.match(lanekeeper(['lint'], { cwd }).stdout, /^1 lane: nothing found\n/);
    });

    it('is 2 where it could not run, with one line that says why', () => {
      const cwd = workspace(FILES);
      for (const args of [
        ['lint', 'lanes/eror.lane.yaml'],
        ['lint', 'nowhere'],
        ['lint', 'none/**/*.lane.yaml'],
        ['lint', 'docs/mails.md'],
        ['lint', '/'],
        ['lint', '..'],
        ['lint', '--fail-on', 'hint'],
        ['lint', '--dry-run'],
        ['lint', '--unknown'],
        ['lint', '--stdin-filename', 'notes.md'],
        ['lint', '--fix', '--watch', '--stdin-filename', ERROR],
        ['lnt'],
      ]) {
        const { code, stderr, stdout } = lanekeeper(args, { cwd });
        assert.equal(code, 2, args.join(' '));
        assert.equal(stdout, '', args.join(' '));
        assert.doesNotMatch(stderr, / {4}at |This is a bug/);
        assert.match(stderr, /\S/);
      }
    });

    it('is 130 when it is cancelled', async () => {
      const cwd = workspace(SOUND_FILES);
      const child = spawn(process.execPath, [BUILT, 'lint', '--watch'], { cwd, env: environment(cwd) });
      await new Promise<void>((resolve) =>
        child.stderr.on('data', (text) => String(text).includes('Watching') && resolve()),
      );
      const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve([code, signal])));
      child.kill('SIGINT');
      assert.deepEqual(await ended, [130, null]);
    });
  });

  describe('what it looks at', () => {
    it('takes files, folders and globs, and prints what was asked for alone', () => {
      const cwd = workspace(FILES);
      const found = (...args: readonly string[]) =>
        pathsIn(lanekeeper(['lint', '--json', ...args], { cwd }).stdout);
      assert.deepEqual(found(), [ERROR, WARNING]);
      assert.deepEqual(found(ERROR), [ERROR]);
      assert.deepEqual(found('packages'), [WARNING]);
      assert.deepEqual(found('packages/*/lanes/**'), [WARNING]);
      assert.deepEqual(found('./lanes/', 'packages/'), [ERROR, WARNING]);
      assert.deepEqual(found('.'), [ERROR, WARNING]);
      assert.deepEqual(found('docs'), []);
    });

    it('lets the rules see the lanes that were not asked for', () => {
      const cwd = workspace({ ...SOUND_FILES, 'lanes/second.lane.yaml': SOUND_LANE });
      const { stdout, code } = lanekeeper(['lint', '--json', 'lanes/second.lane.yaml'], { cwd });
      assert.deepEqual(pathsIn(stdout), ['lanes/second.lane.yaml']);
      assert.ok(readFindings(stdout).findings.some(({ rule }) => rule === 'shared-write'));
      assert.equal(code, 1);
    });

    it('finds the workspace from anywhere inside it, and shows paths as they are typed there', () => {
      const cwd = workspace(FILES);
      const below = join(cwd, 'packages/api');
      const env = { XDG_CACHE_HOME: join(cwd, '.cache') };
      const { stdout } = lanekeeper(['lint'], { cwd: below, env });
      assert.match(stdout, /^ {2}\.\.\/\.\.\/lanes\/error\.lane\.yaml:2:1 error unknown-key$/m);
      assert.match(stdout, /^ {2}lanes\/warning\.lane\.yaml:\d+:\d+ warning unproven-criterion$/m);
      assert.deepEqual(
        pathsIn(lanekeeper(['lint', '--json', 'lanes/*.lane.yaml'], { cwd: below, env }).stdout),
        [WARNING],
      );
      assert.deepEqual(pathsIn(lanekeeper(['lint', '--json', cwd], { cwd: '/', env }).stdout), [
        ERROR,
        WARNING,
      ]);
    });

    it('leaves out what .gitignore and the settings leave out, and says so when it is named', () => {
      const cwd = workspace({ ...FILES, '.gitignore': 'packages/\n' });
      assert.deepEqual(pathsIn(lanekeeper(['lint', '--json'], { cwd }).stdout), [ERROR]);
      const { code, stderr } = lanekeeper(['lint', WARNING], { cwd });
      assert.equal(code, 2);
      assert.match(stderr, /leaves it out/);
    });

    it('proposes the path that was probably meant', () => {
      const cwd = workspace(FILES);
      assert.match(
        lanekeeper(['lint', 'lanes/eror.lane.yaml'], { cwd }).stderr,
        /Did you mean "lanes\/error\.lane\.yaml"\?/,
      );
      assert.match(
        lanekeeper(['lint', 'warning'], { cwd }).stderr,
        /Did you mean "packages\/api\/lanes\/warning\.lane\.yaml"\?/,
      );
    });

    it('names each file once in a fix, since all positions are those of the text as it was linted', () => {
      const bad = RULES.flatMap(({ id, examples }) =>
        examples.bad.map(({ lane }, index) => [`lanes/${id}-${index}.lane.yaml`, lane.replace(/[«»]/g, '')]),
      );
      const { stdout } = lanekeeper(['lint', '--json'], { cwd: workspace(Object.fromEntries(bad)) });
      const fixes = readFindings(stdout).findings.flatMap(({ fix }) => fix ?? []);
      assert.ok(fixes.some(({ files }) => files.length > 1));
      for (const { title, files } of fixes)
        assert.equal(new Set(files.map(({ path }) => path)).size, files.length, title);
    });

    it('says how to begin where there are no lanes', () => {
      const { code, stdout } = lanekeeper(['lint'], { cwd: workspace({}) });
      assert.equal(code, 0);
      assert.match(stdout, /no lanes here yet.*lanekeeper new/);
      const json = lanekeeper(['lint', '--json'], { cwd: workspace({}) });
      assert.equal(readFindings(json.stdout).summary.lanes, 0);
    });

    it('reads a lane from standard input in the place of its file', () => {
      const cwd = workspace(SOUND_FILES);
      const input = SOUND_LANE.replace('lane: 1\n', 'lane: 1\nownr: ana\n');
      const args = ['lint', '--json', '--stdin-filename', 'lanes/refund-mail.lane.yaml'];
      const { stdout, code } = lanekeeper(args, { cwd, input });
      assert.deepEqual(placesIn(stdout, 'lanes/refund-mail.lane.yaml'), ['unknown-key 2:1']);
      assert.equal(code, 1);
      const fresh = lanekeeper(['lint', '--json', '--stdin-filename', 'lanes/new.lane.yaml'], {
        cwd,
        input: '',
      });
      assert.deepEqual(placesIn(fresh.stdout, 'lanes/new.lane.yaml'), ['unknown-version 1:1']);
    });

    it('reads JSON lines and answers with the findings of each', () => {
      const input = '{"id": 7, "text": "It works properly"}\n\n{"id": "b", "text": "Prints 3 rows"}\n';
      const { code, stdout } = lanekeeper(['lint', '--text', 'done', '--json'], {
        cwd: workspace({}),
        input,
      });
      const [first, second] = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      assert.equal(first.id, 7);
      assert.deepEqual(
        first.findings.map(({ rule, start, end }: { rule: string; start: number; end: number }) => [
          rule,
          start,
          end,
        ]),
        [['quality-word', 9, 17]],
      );
      assert.deepEqual(second, { id: 'b', findings: [] });
      assert.equal(code, 0);
      const broken = lanekeeper(['lint', '--text', 'brief'], {
        cwd: workspace({}),
        input: '{"id": 1, "text": "x"}\n{"id"\n',
      });
      assert.equal(broken.code, 2);
      assert.match(broken.stderr, /^Line 2 of standard input/);
    });
  });

  describe('what it prints', () => {
    it('shows place, severity, rule, message, the words in their line and the question', () => {
      const { stdout } = lanekeeper(['lint', WARNING], { cwd: workspace(FILES) });
      assert.match(
        stdout,
        /^Customers get a refund mail within a minute\n {2}packages\/api\/lanes\/warning\.lane\.yaml:18:\d+ warning unproven-criterion\n {4}\S/,
      );
      assert.match(stdout, /^ {4}18 \| {3}- says: A refund issued/m);
      assert.match(stdout, /^ {7}\| +\^+$/m);
      assert.match(stdout, /^ {4}\? \S/m);
      assert.match(stdout, /^1 lane: 1 warning$/m);
      assert.match(stdout, /^ {2}3 Done you can recognise +1 warning$/m);
    });

    it('prints one line per finding where that is enough', () => {
      const { stdout } = lanekeeper(['lint', '--quiet'], { cwd: workspace(FILES) });
      const lines = stdout.trimEnd().split('\n');
      assert.equal(lines.length, 2);
      for (const line of lines)
        assert.match(line, /^\S+\.lane\.yaml:\d+:\d+: (error|warning): .+ \([a-z-]+\)$/);
    });

    it('prints JSON as its schema says, with the fix', () => {
      const { stdout } = lanekeeper(['lint', '--json'], { cwd: workspace(FILES) });
      const unknown = readFindings(stdout).findings.find(({ rule }) => rule === 'unknown-key');
      assert.equal(unknown?.path, ERROR);
      assert.deepEqual(unknown?.start, { line: 2, column: 1 });
      assert.match(unknown?.fix?.title ?? '', /owner/);
    });

    it('shows control characters, and lets none through', () => {
      const lane = SOUND_LANE.replace(/title: .*/, 'title: "a\\e[31mred\\x9b5m"').replace(
        '    proof: unit\n',
        '',
      );
      const { stdout } = lanekeeper(['lint'], {
        cwd: workspace({ ...SOUND_FILES, 'lanes/refund-mail.lane.yaml': lane }),
      });
      assert.ok(stdout.startsWith('a\\u{1b}[31mred\\u{9b}5m\n'));
    });

    it('colours on a terminal only', function () {
      if (spawnSync('script', ['--version']).status !== 0) this.skip();
      const cwd = workspace(FILES);
      const onTerminal = (command: string, env = {}) =>
        spawnSync('script', ['-qec', command, '/dev/null'], {
          cwd,
          env: { ...environment(cwd), TERM: 'xterm', ...env },
          encoding: 'utf8',
        }).stdout;
      const lint = `${process.execPath} ${BUILT} lint`;
      assert.ok(onTerminal(lint).includes('\u001b['));
      assert.ok(!onTerminal(`${lint} --no-color`).includes('\u001b['));
      assert.ok(!onTerminal(lint, { NO_COLOR: '1' }).includes('\u001b['));
      assert.ok(!lanekeeper(['lint'], { cwd, env: { FORCE_COLOR: '1' } }).stdout.includes('\u001b['));
    });

    it('ends quietly when its reader has enough', () => {
      const checks = Array.from(
        { length: 400 },
        (_, index) => `  c${index}: { run: npm test, tiemout: 1 }`,
      ).join('\n');
      const cwd = workspace({ ...SOUND_FILES, 'lanes/many.lane.yaml': `lane: 1\nchecks:\n${checks}\n` });
      const { stdout, stderr } = spawnSync(
        'sh',
        ['-c', `"$0" "$1" lint --json | head -n 1`, process.execPath, BUILT],
        { cwd, env: environment(cwd), encoding: 'utf8' },
      );
      assert.deepEqual([stdout, stderr], ['{\n', '']);
    });

    it('helps, with examples for every command', () => {
      const cwd = workspace({});
      assert.match(lanekeeper(['--help'], { cwd }).stdout, /Exit codes:/);
      for (const command of ['init', 'new', 'lint', 'list', 'show', 'explain']) {
        const { code, stdout } = lanekeeper([command, '--help'], { cwd });
        assert.equal(code, 0);
        assert.match(stdout, new RegExp(`Examples:\\n  \\$ lanekeeper ${command}`));
        assert.match(stdout, /--json/);
      }
    });
  });

  it('works in a folder with no repository', () => {
    const cwd = workspace(FILES);
    mkdirSync(join(cwd, 'plain'));
    assert.equal(
      lanekeeper(['lint'], { cwd: join(cwd, 'plain'), env: { XDG_CACHE_HOME: join(cwd, '.cache') } }).code,
      1,
    );
  });
});
