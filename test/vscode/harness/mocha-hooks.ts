// Root hooks of the runs that drive a window from outside: a failed test keeps its windows' pictures and logs.
import { keepFailure } from './artifacts.ts';
import { vscodeVersion } from './install.ts';
import { openWorkbenches } from './workbench.ts';

/** Hooks that mocha finds by this name. */
export const mochaHooks: Mocha.RootHookObject = {
  beforeAll() {
    console.log(`  VS Code ${vscodeVersion} in a headless browser`);
  },
  async afterEach(this: Mocha.Context) {
    if (this.currentTest?.state !== 'failed') return;
    for (const workbench of openWorkbenches) {
      console.log(`See ${await keepFailure(this.currentTest.fullTitle(), workbench)}.`);
    }
  },
  async afterAll() {
    for (const workbench of openWorkbenches) await workbench.close();
  },
};

// Through `exit` every server ends its process group.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));
