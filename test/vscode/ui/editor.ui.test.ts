import { givenWorkbench } from '../harness/given-workbench.ts';

describe('the editor', () => {
  const workbench = givenWorkbench();

  it('opens a lane as a lane', async () => {
    const { page, openFile, screenshot } = workbench();
    await openFile('lanes/refund-mail.lane.yaml');
    await page.locator('#status\\.editor\\.mode', { hasText: /^Lane$/ }).waitFor();
    await screenshot('editor');
  });
});
