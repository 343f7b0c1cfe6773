import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { givenWorkbench } from '../harness/given-workbench.ts';

const weak = `lane: 1
title: Faster checkout
brief:
  outcome: Make the checkout fast and coordinate with the payments agent.
`;

describe('the packaged extension', () => {
  const workbench = givenWorkbench({ vsix: 'lanekeeper.vsix' });

  it('knows lanes and marks what is weak in one', async () => {
    const { page, openFile, screenshot, folder } = workbench();
    await writeFile(path.join(folder, 'lanes/weak.lane.yaml'), weak);
    await openFile('lanes/weak.lane.yaml');
    await page.locator('#status\\.editor\\.mode', { hasText: /^Lane$/ }).waitFor();
    await page.locator('.squiggly-warning').first().waitFor();
    await screenshot('packaged');
  });
});
