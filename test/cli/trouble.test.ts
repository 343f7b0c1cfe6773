import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createColors } from 'picocolors';
import { fixLanes } from '../../src/cli/fix.ts';
import { selectLanes } from '../../src/cli/select-lanes.ts';
import { openWorkspace } from '../../src/cli/workspace.ts';
import { BUILT, environment, givenWorkspaces, lanekeeper } from './lanekeeper.ts';

describe('lanekeeper in trouble', function () {
  this.timeout(30_000);
  const workspace = givenWorkspaces();

  it('does not fix a file that changed since it was read', async () => {
    const cwd = workspace({ 'lanes/a.lane.yaml': 'title: a\n', 'lanes/b.lane.yaml': 'title: b\n' });
    const opened = await openWorkspace(cwd);
    assert.ok(!('problem' in opened));
    const selection = selectLanes([], opened, cwd);
    assert.ok(!('problem' in selection));
    writeFileSync(join(cwd, 'lanes/a.lane.yaml'), 'title: somebody else was here\n');
    const style = {
      colors: createColors(false),
      pathFromHere: (path: string) => path,
      titleOf: () => undefined,
    };
    const { refused, report } = await fixLanes(opened, selection, style);
    assert.deepEqual(refused, ['lanes/a.lane.yaml was not fixed: it changed in the meantime.']);
    assert.equal(report.length, 1);
    assert.equal(readFileSync(join(cwd, 'lanes/a.lane.yaml'), 'utf8'), 'title: somebody else was here\n');
    assert.equal(readFileSync(join(cwd, 'lanes/b.lane.yaml'), 'utf8'), 'lane: 1\ntitle: b\n');
  });

  it('says in one line what nobody foresaw, and more only where it is asked to', () => {
    const fault = 'require("node:crypto").createHash = () => { throw new Error("no such luck"); };\n';
    const cwd = workspace({ 'fault.cjs': fault });
    const faulty = (env: Readonly<Record<string, string>>) =>
      lanekeeper(['lint'], { cwd, env: { NODE_OPTIONS: `--require=${join(cwd, 'fault.cjs')}`, ...env } });
    const short = faulty({});
    assert.equal(short.code, 2);
    assert.equal(short.stderr, 'This is a bug in Lanekeeper: no such luck\n');
    assert.match(faulty({ LANEKEEPER_DEBUG: '1' }).stderr, /\n {4}at /);
  });

  it('says in one line that the current folder was deleted', function () {
    if (process.platform === 'win32') this.skip();
    const cwd = workspace({});
    for (const command of ['list', 'lint', 'init', 'new']) {
      const { status, stdout, stderr } = spawnSync(
        'sh',
        [
          '-c',
          'mkdir gone && cd gone && rmdir ../gone && exec "$0" "$1" "$2"',
          process.execPath,
          BUILT,
          command,
        ],
        { cwd, env: environment(cwd), encoding: 'utf8' },
      );
      assert.equal(status, 2, command);
      assert.equal(stdout, '');
      assert.equal(stderr, 'The current folder is no longer there. Go to one that is.\n');
    }
  });
});
