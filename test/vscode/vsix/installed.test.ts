import { givenWorkbench } from '../harness/given-workbench.ts';

describe('the packaged extension', () => {
  const workbench = givenWorkbench({ vsix: 'lanekeeper.vsix' });

  it('is there once installed, and knows lanes', async () => {
    const { page, openFile, screenshot } = workbench();
    await openFile('lanes/refund-mail.lane.yaml');
    await page.locator('#status\\.editor\\.mode', { hasText: /^Lane$/ }).waitFor();
    await screenshot('packaged');
  });
});
