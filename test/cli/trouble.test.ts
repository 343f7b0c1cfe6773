import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createColors } from 'picocolors';
import { fixLanes } from '../../src/cli/fix.ts';
import { selectLanes } from '../../src/cli/select-lanes.ts';
import { openWorkspace } from '../../src/cli/workspace.ts';
import { BUILT, environment, givenWorkspaces } from './lanekeeper.ts';

describe('lanekeeper in trouble', function () {
  this.timeout(30_000);
  const workspace = givenWorkspaces();

  it('does not fix a file that changed since it was read', async () => {
    const cwd = workspace({ 'lanes/a.lane.yaml': 'title: a\n', 'lanes/b.lane.yaml': 'title: b\n' });
    const opened = await openWorkspace(cwd, false);
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

  it('says in one line what nobody foresaw, and more only where it is asked to', function () {
    if (process.platform === 'win32') this.skip();
    const cwd = workspace({});
    const withoutFolder = (env: Readonly<Record<string, string>>) =>
      spawnSync(
        'sh',
        ['-c', 'mkdir gone && cd gone && rmdir ../gone && exec "$0" "$1" list', process.execPath, BUILT],
        { cwd, env: environment(cwd, env), encoding: 'utf8' },
      );
    const short = withoutFolder({});
    assert.equal(short.status, 2);
    assert.match(short.stderr, /^This is a bug in Lanekeeper: .+\n$/);
    assert.match(withoutFolder({ LANEKEEPER_DEBUG: '1' }).stderr, /\n {4}at /);
  });
});
