import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { keepFailure } from './artifacts.ts';
import { bundleSuite, type Suite } from './bundle-suite.ts';
import { mapStacks } from './map-stack.ts';
import { type Counts, readMarked, type SuiteHost, type SuiteReport } from './report.ts';
import type { ServerOptions } from './server.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

/** The suites that run inside an extension host. */
export type SuiteName = 'node' | 'web' | 'untrusted';

/** What each suite runs, and how. */
export const suites: Readonly<Record<SuiteName, Suite & Pick<ServerOptions, 'trust'>>> = {
  node: { host: 'node', folder: 'suite' },
  web: { host: 'web', folder: 'suite', except: '.node.test.ts' },
  untrusted: { host: 'node', folder: 'untrusted', trust: 'ask' },
};
const timeout = 180_000;

/**
 * Runs one suite (or its tests with `grep` in their title) in real VS Code, prints its tests, host and version, and returns the counts. A hang, a crash, no test
 * at all or the wrong host counts as one failure more, with a screenshot and logs.
 */
export async function runSuite(name: SuiteName, grep?: string): Promise<Counts> {
  const suite = suites[name];
  const bundle = await bundleSuite(name, { ...suite, grep });
  const toSource = mapStacks(bundle);
  let report: SuiteReport | undefined;
  const workbench = await openWorkbench({
    suite: bundle,
    trust: suite.trust ?? 'all',
    settings: suite.host === 'web' ? { 'remote.extensionKind': { [await extensionId()]: ['web'] } } : {},
    onLine(line) {
      const marked = readMarked(line);
      for (const shown of marked.lines) console.log(toSource(shown));
      report ??= marked.report;
    },
  });
  try {
    const fault = await waitForEnd(workbench);
    return await judge(workbench, name, fault ?? faultOf(report, suite.host), report);
  } finally {
    await workbench.close();
  }
}

async function waitForEnd({ suiteEnded }: Workbench): Promise<string | undefined> {
  const late = delay(timeout, `no result after ${timeout / 1000} s`, { ref: false });
  const ended = suiteEnded.then(
    () => undefined,
    (error: Error) => error.message,
  );
  return Promise.race([ended, late]);
}

function faultOf(report: SuiteReport | undefined, host: SuiteHost): string | undefined {
  if (!report) return 'the suite ended without a report';
  if (report.host !== host) return `the suite ran in the ${report.host} host, not in the ${host} host`;
  if (report.passed + report.failed === 0) return 'no test ran';
  return undefined;
}

async function judge(
  workbench: Workbench,
  name: SuiteName,
  fault: string | undefined,
  { passed, failed, version } = { passed: 0, failed: 0, version: '?' },
): Promise<Counts> {
  console.log(`${suites[name].host} extension host, VS Code ${version}: ${passed + failed} tests`);
  if (fault || failed > 0) console.log(`See ${await keepFailure(name, workbench)}.`);
  if (fault) console.log(`The ${name} suite failed: ${fault}.`);
  return { passed, failed: failed + (fault ? 1 : 0) };
}

async function extensionId(): Promise<string> {
  const { publisher, name } = JSON.parse(await readFile('package.json', 'utf8'));
  return `${publisher}.${name}`;
}
