import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BUILT, environment, givenWorkspaces, lanekeeper } from './lanekeeper.ts';
import { readFindings } from './lint-schema.ts';
import { SOUND_FILES, SOUND_LANE } from './sound-lane.ts';

const SHOP = Object.fromEntries(
  Object.entries({ ...SOUND_FILES, 'lanekeeper.yaml': '' }).map(([path, text]) => [
    `examples/shop/${path}`,
    text,
  ]),
);

describe('where lanekeeper looks for lanes', function () {
  this.timeout(60_000);
  const workspace = givenWorkspaces();

  it('does not walk a whole disk or home folder', () => {
    const home = workspace({ 'lanes/a.lane.yaml': SOUND_LANE });
    rmSync(join(home, '.git'), { recursive: true });
    const env = { HOME: home, USERPROFILE: home };
    for (const cwd of [realpathSync('/'), home]) {
      for (const args of [
        ['lint'],
        ['lint', '--json'],
        ['list'],
        ['new', 'x', '--outcome', 'Ana sees x'],
        ['lint', '.'],
      ]) {
        const { code, stdout, stderr } = lanekeeper(args, { cwd, env: { ...env, XDG_CACHE_HOME: home } });
        assert.equal(code, 2, args.join(' '));
        assert.equal(stdout, '');
        assert.match(stderr, /is no workspace: .*Go to a repository, or put a lanekeeper\.yaml .*\n$/);
      }
    }
    assert.equal(lanekeeper(['init'], { cwd: home, env }).code, 0);
    assert.match(lanekeeper(['lint'], { cwd: home, env }).stdout, /^1 lane: /m);
  });

  it('refuses a folder that holds more than it can look at', () => {
    const cwd = workspace(SOUND_FILES);
    // An endless tree stands in for a large one: each folder seems to hold a thousand more.
    const endless = `const fs = require('node:fs');
const real = fs.readdirSync;
const folder = (name) => ({ name, isFile: () => false, isDirectory: () => true, isSymbolicLink: () => false });
const many = Array.from({ length: 1000 }, (_, index) => folder('f' + index));
fs.readdirSync = (path, options) => (options?.withFileTypes ? many : real(path, options));
const native = fs.realpathSync.native;
fs.realpathSync.native = (path) => (/f\\d+$/.test(path) ? path : native(path));
`;
    const preload = join(workspace({ 'endless.cjs': endless }), 'endless.cjs');
    for (const args of [['lint'], ['lint', '--json', 'lanes'], ['list'], ['show', 'refund-mail']]) {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ['--max-old-space-size=512', '--require', preload, BUILT, ...args],
        { cwd, env: environment(cwd), encoding: 'utf8', timeout: 60_000 },
      );
      assert.equal(status, 2, args.join(' '));
      assert.equal(stdout, '');
      assert.match(stderr, /holds more than 500,000 files and folders\. .*\.gitignore.*lanekeeper\.yaml/);
    }
  });

  it('says that there are lanes, but not where it was told to look', () => {
    const cwd = workspace({ ...SOUND_FILES, 'lanes/b.lane.yaml': 'lane: 1\n' });
    for (const [args, from] of [
      [['lint', 'docs'], cwd],
      [['lint', '.'], join(cwd, 'docs')],
    ] as const) {
      const { code, stdout } = lanekeeper(args, { cwd: from, env: { XDG_CACHE_HOME: join(cwd, '.cache') } });
      assert.equal(code, 0);
      assert.equal(stdout, `None of the 2 lanes of this workspace is in ${JSON.stringify(args[1])}.\n`);
    }
    for (const path of ['', ' ']) {
      const { code, stdout, stderr } = lanekeeper(['lint', path], { cwd });
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.match(stderr, /names no file or folder/);
    }
  });

  it('names the workspaces below that hold the lanes', () => {
    const cwd = workspace(SHOP);
    for (const args of [['lint'], ['list'], ['lint', '.'], ['lint', 'examples']]) {
      const { code, stdout } = lanekeeper(args, { cwd });
      assert.equal(code, 0, args.join(' '));
      assert.match(
        stdout,
        /^This workspace has no lanes itself\.\nexamples\/shop is a workspace of its own, with 1 lane: `lanekeeper lint examples\/shop`\.\n$/,
      );
    }
    const { stdout, stderr } = lanekeeper(['lint', 'examples/shop'], { cwd });
    assert.match(stdout, /^1 lane: nothing found/);
    assert.equal(stderr, 'This belongs to the workspace examples/shop.\n');
  });

  it('reads standard input as a lane of the workspace that its path lies in', () => {
    const other = workspace(SOUND_FILES);
    const cwd = workspace({ ...SHOP, ...SOUND_FILES });
    const lint = (path: string, from = cwd) =>
      lanekeeper(['lint', '--json', '--stdin-filename', path], {
        cwd: from,
        input: 'lane: 1\nownr: x\n',
        env: { XDG_CACHE_HOME: join(cwd, '.cache') },
      });
    const [first] = readFindings(lint('examples/shop/lanes/new.lane.yaml').stdout).findings;
    assert.equal(first?.path, 'lanes/new.lane.yaml');
    assert.match(
      lint('examples/shop/lanes/new.lane.yaml').stderr,
      /^This belongs to the workspace examples\/shop\.\n$/,
    );
    assert.match(
      lint(join(other, 'lanes/new.lane.yaml')).stderr,
      /^This belongs to the workspace \.\.\/lanekeeper-/,
    );
    assert.equal(lint('lanes/new.lane.yaml').stderr, '');
    // Without a mark the current folder is the workspace, as for every other command.
    const plain = workspace({ 'lanes/a.lane.yaml': SOUND_LANE, 'docs/mails.md': '' });
    rmSync(join(plain, '.git'), { recursive: true });
    assert.equal(
      readFindings(lint('lanes/a.lane.yaml', plain).stdout).findings[0]?.path,
      'lanes/a.lane.yaml',
    );
    const outside = lint(join(plain, 'lanes/a.lane.yaml'));
    assert.equal(outside.code, 2);
    assert.match(outside.stderr, /is outside the workspace/);
  });

  it('says that it does not read lanekeeper.yml', () => {
    const cwd = workspace({ ...SOUND_FILES, 'lanekeeper.yml': 'rules: {}\n' });
    for (const args of [['lint'], ['lint'], ['lint', '--json'], ['lint', 'lanes']]) {
      const { code, stdout, stderr } = lanekeeper(args, { cwd });
      assert.equal(code, 0);
      assert.equal(
        stderr,
        'lanekeeper.yml is not read: settings are read from lanekeeper.yaml. Rename it.\n',
      );
      if (args.includes('--json')) readFindings(stdout);
    }
    renameSync(join(cwd, 'lanekeeper.yml'), join(cwd, 'lanekeeper.yaml'));
    mkdirSync(join(cwd, 'more'));
    assert.equal(lanekeeper(['lint'], { cwd }).stderr, '');
  });
});
