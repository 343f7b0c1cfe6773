// Runs inside an extension host, bundled with the tests: mocha's browser build serves both hosts.
import 'mocha/mocha.js';
import * as vscode from 'vscode';
import { markLine, markReport, type SuiteHost } from './report.ts';

/** Runs the tests that `load` defines, or those of them with `grep` in their title, and logs a marked report; rejects when one fails. */
export async function runInHost(load: () => void, grep: string): Promise<void> {
  const counts = { passed: 0, failed: 0 };
  const mocha = new Mocha({ ui: 'bdd', reporter: reporterInto(counts), grep, timeout: 20_000 });
  mocha.suite.emit('pre-require', globalThis, '', mocha); // defines describe, it and so on
  load();
  await new Promise((resolve) => mocha.run(resolve));
  const host: SuiteHost = 'importScripts' in globalThis ? 'web' : 'node';
  console.log(markReport({ ...counts, host, version: vscode.version }));
  if (counts.failed > 0) throw new Error(`${counts.failed} failed`);
}

// mocha's own reporter for browsers needs a document, and a worker has none.
function reporterInto(counts: { passed: number; failed: number }): Mocha.ReporterConstructor {
  return function report(runner: Mocha.Runner) {
    runner.on('pass', (test) => {
      counts.passed += 1;
      console.log(markLine(`  ✔ ${test.fullTitle()}`));
    });
    runner.on('fail', (test, error) => {
      counts.failed += 1;
      console.log(markLine(`  ✘ ${test.fullTitle()}\n${error.stack ?? error.message}`));
    });
  } as unknown as Mocha.ReporterConstructor; // mocha calls it with `new`; its types want a class
}
