import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILT, environment, givenWorkspaces } from './lanekeeper.ts';
import { SOUND_FILES, SOUND_LANE, soundLane } from './sound-lane.ts';

const PATH = 'lanes/refund-mail.lane.yaml';

describe('lanekeeper lint --watch', function () {
  this.timeout(30_000);
  const workspace = givenWorkspaces();
  let child: ChildProcessWithoutNullStreams;
  let said = '';

  /** Starts watching, and waits until it does. */
  const watch = async (cwd: string, ...args: readonly string[]) => {
    said = '';
    child = spawn(process.execPath, [BUILT, 'lint', '--watch', ...args], {
      cwd,
      env: environment(cwd, { XDG_CACHE_HOME: join(cwd, '.git/cache') }),
    });
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        said += text;
      });
    await says(/Watching for changes/);
  };

  /** Waits until the watcher says something, and forgets it then. */
  const says = (pattern: RegExp) =>
    new Promise<string>((resolve) => {
      const look = () => {
        if (!pattern.test(said)) return;
        for (const stream of [child.stdout, child.stderr]) stream.off('data', look);
        resolve(said);
        said = '';
      };
      for (const stream of [child.stdout, child.stderr]) stream.on('data', look);
      look();
    });

  afterEach(function () {
    if (this.currentTest?.isFailed()) console.error(said);
    child.kill();
  });

  it('lints a lane again when its text changes, and lanes that it bears on', async () => {
    const other = soundLane('other');
    const cwd = workspace({ ...SOUND_FILES, 'lanes/other.lane.yaml': other, 'src/other/a.ts': '' });
    await watch(cwd);
    writeFileSync(join(cwd, PATH), SOUND_LANE.replace('lane: 1\n', 'lane: 1\nownr: ana\n'));
    const broken = await says(/2 lanes: 1 error\n[\s\S]*The file +1 error\n/);
    assert.match(broken, /refund-mail\.lane\.yaml:2:1 error unknown-key/);
    assert.ok(!broken.includes('\u001b'), 'nothing is cleared where nobody sits');
    writeFileSync(join(cwd, PATH), SOUND_LANE);
    await says(/2 lanes: nothing found\n[\s\S]*The file/);
    writeFileSync(join(cwd, 'lanes/other.lane.yaml'), SOUND_LANE);
    const both = await says(/2 lanes: 4 errors\n[\s\S]*The file/);
    assert.match(both, /other\.lane\.yaml:\d+:\d+ error shared-write/);
    assert.match(both, /refund-mail\.lane\.yaml:\d+:\d+ error shared-write/);
  });

  it('sees lanes come and go, settings change, and files appear that a lane names', async () => {
    const cwd = workspace(SOUND_FILES);
    await watch(cwd);
    mkdirSync(join(cwd, 'more/lanes'), { recursive: true });
    writeFileSync(join(cwd, 'more/lanes/new.lane.yaml'), 'lane: 1\nownr: x\n');
    await says(/2 lanes: [\s\S]*The file +1 error\n/);
    writeFileSync(join(cwd, 'lanekeeper.yaml'), 'rules: { unknown-key: off }\n');
    await says(/2 lanes: [\s\S]*The file +nothing found\n/);
    rmSync(join(cwd, 'more'), { recursive: true });
    await says(/1 lane: nothing found[\s\S]*The file/);
    rmSync(join(cwd, 'docs/mails.md'));
    await says(/error missing-file[\s\S]*The file/);
    writeFileSync(join(cwd, 'docs/mails.md'), '');
    await says(/1 lane: nothing found[\s\S]*The file/);
  });
});
