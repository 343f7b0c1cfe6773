// Runs inside an extension host, bundled with the tests: mocha's browser build serves both hosts.
import 'mocha/mocha.js';
import * as vscode from 'vscode';
import { markLine, markReport, type SuiteHost } from './report.ts';

/**
 * Runs the tests that `load` defines, or those of them with `grep` in their title, and logs a marked report; rejects
 * when one fails.
 */
export async function runInHost(load: () => void, grep: string): Promise<void> {
  const counts = { passed: 0, failed: 0 };
  const fail = (title: string, error: Error) => {
    counts.failed += 1;
    const [ours] = (error.stack ?? error.message).split(/\n\s+at (?:callFn|__init|runInHost)/); // below it is mocha
    console.log(markLine(`  ✘ ${title}\n${ours}`));
  };
  // The base reporter is silent; mocha's own one for browsers needs a document, and a worker has none.
  const mocha = new Mocha({ ui: 'bdd', reporter: Mocha.reporters.Base, grep, timeout: 20_000 });
  mocha.suite.emit('pre-require', globalThis, '', mocha); // defines describe, it and so on
  try {
    load();
    await new Promise((resolve) => {
      const runner = mocha.run(resolve);
      runner.on('fail', (test, error) => fail(test.fullTitle(), error));
      runner.on('pass', (test) => {
        counts.passed += 1;
        console.log(markLine(`  ✔ ${test.fullTitle()}`));
      });
    });
  } catch (error) {
    fail('the test files load', error as Error);
  }
  const host: SuiteHost = 'importScripts' in globalThis ? 'web' : 'node';
  console.log(markReport({ ...counts, host, version: vscode.version }));
  if (counts.failed > 0) throw new Error(`${counts.failed} failed`);
}
