import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { givenWorkbench } from '../harness/given-workbench.ts';

const LANE = `lane: 1
title: Never done
checks:
  unit: sh stubborn.sh
`;

/** A command, its child and a grandchild that leaves the group; none of them ends when asked to. */
const STUBBORN = `trap '' TERM
deaf="trap '' TERM; echo \\$\\$ >> pids; while :; do sleep 1; done"
sh -c "$deaf" &
sh -c "setsid sh -c \\"\\$0\\" &" "$deaf"
eval "$deaf"
`;

for (const [title, reload] of [
  ['closing the window', undefined],
  ['reloading the window', 'Developer: Reload Window'],
] as const) {
  describe(title, function () {
    this.timeout(120_000);
    const workbench = givenWorkbench({ vsix: 'lanekeeper.vsix' });
    let left: readonly number[] = [];

    after(() => left.filter(isAlive).forEach((pid) => void process.kill(pid, 'SIGKILL')));

    it('ends every process of a check that runs', async () => {
      const { page, command, openFile, folder } = workbench();
      await writeFile(path.join(folder, 'stubborn.sh'), STUBBORN);
      await writeFile(path.join(folder, 'lanes/endless.lane.yaml'), LANE);
      await openFile('lanes/endless.lane.yaml');
      await page.locator('.codelens-decoration a', { hasText: 'Run checks' }).click();
      await page.locator('.monaco-dialog-box').getByRole('button', { name: 'Run These Commands' }).click();
      left = await until(
        () => pidsIn(path.join(folder, 'pids')),
        ({ length }) => length === 3,
      );
      assert.deepEqual(left.filter(isAlive), left);
      if (reload) await command(reload);
      else await page.goto('about:blank');
      await until(
        () => left.filter(isAlive),
        ({ length }) => length === 0,
      );
    });
  });
}

function pidsIn(file: string): readonly number[] {
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').map(Number) : [];
}

/** False also for one that has ended and that nobody has asked about yet. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !existsSync('/proc/self/stat') || !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

async function until<T>(ask: () => T, isRight: (answer: T) => boolean): Promise<T> {
  const late = Date.now() + 30_000;
  for (;;) {
    const answer = ask();
    if (isRight(answer)) return answer;
    if (Date.now() > late) assert.fail(`not seen within 30 s; last seen: ${JSON.stringify(answer)}`);
    await wait(50);
  }
}
