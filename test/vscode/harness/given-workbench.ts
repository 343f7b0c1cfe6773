import { openWorkbench, type Workbench, type WorkbenchOptions } from './workbench.ts';

/** Opens a window before the tests of the `describe` it is called in and closes it after them; returns how to get it. */
export function givenWorkbench(options: WorkbenchOptions = {}): () => Workbench {
  let workbench: Workbench | undefined;
  before('opens VS Code', async function () {
    this.timeout(120_000);
    workbench = await openWorkbench(options);
  });
  after('closes VS Code', async () => {
    await workbench?.close();
  });
  return () => {
    if (!workbench) throw new Error('The window is open inside tests only.');
    return workbench;
  };
}
