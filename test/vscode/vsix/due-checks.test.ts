import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { appendFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { givenWorkbench } from '../harness/given-workbench.ts';
import { ended, row } from './test-explorer.ts';

const LANE = `lane: 1
title: Counted
checks:
  good: echo ran >> good.ran
  bad: { run: echo ran >> bad.ran && false, serial: true }
`;

describe('checks that are due', function () {
  this.timeout(120_000);
  const workbench = givenWorkbench({ vsix: 'lanekeeper.vsix' });
  const runs = (check: string) => {
    const file = path.join(workbench().folder, `${check}.ran`);
    return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').length : 0;
  };
  const until = async (isSo: () => boolean) => {
    for (const late = Date.now() + 30_000; !isSo(); await wait(50))
      if (Date.now() > late) assert.fail(`good ran ${runs('good')} times, bad ${runs('bad')} times`);
  };

  before('gives the folder a history', async () => {
    const { folder } = workbench();
    await rm(path.join(folder, 'lanes/refund-mail.lane.yaml'));
    await writeFile(path.join(folder, 'lanes/counted.lane.yaml'), LANE);
    await writeFile(path.join(folder, '.gitignore'), '*.ran\n');
    const identity = ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.com'];
    for (const args of [
      ['init', '--quiet', '--initial-branch=main'],
      ['add', '.'],
      ['commit', '--quiet', '-mAll'],
    ])
      execFileSync('git', [...identity, ...args], { cwd: folder });
  });

  it('are all without evidence', async () => {
    const { page, command, openFile } = workbench();
    await openFile('lanes/counted.lane.yaml');
    await page.locator('.codelens-decoration a', { hasText: 'Run due' }).click();
    await page.locator('.monaco-dialog-box').getByRole('button', { name: 'Run These Commands' }).click();
    await command('Testing: Focus on Test Explorer View');
    await row(page, 'counted').click();
    await page.keyboard.press('ArrowRight');
    await ended(page, 'good', 'Passed');
    await ended(page, 'bad', 'Failed');
    assert.deepEqual([runs('good'), runs('bad')], [1, 1]);
  });

  it('are not those whose last pass still counts', async () => {
    const { page, command, screenshot } = workbench();
    await command('Lanekeeper: Run Checks That Are Due');
    await until(() => runs('bad') === 2);
    await ended(page, 'good', 'Passed');
    await ended(page, 'bad', 'Failed');
    await screenshot('checks-due');
    assert.equal(runs('good'), 1);
  });

  it('are those again whose pass speaks of another state', async () => {
    const { command, folder } = workbench();
    await appendFile(path.join(folder, 'src/refunds/mail.js'), '\n');
    await command('Lanekeeper: Run Checks That Are Due');
    await until(() => runs('bad') === 3);
    assert.equal(runs('good'), 2);
  });
});
