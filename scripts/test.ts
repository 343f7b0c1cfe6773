// The test run: every step, or those named. Prints a line for each and ends with `N passed, N failed`.
// Usage: node --import tsx scripts/test.ts [step …] [--grep TEXT]
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Counts } from '../test/vscode/harness/report.ts';
import { runDesktopSuite } from '../test/vscode/harness/run-desktop.ts';
import { runSuite } from '../test/vscode/harness/run-suite.ts';
import { runNode } from './command.ts';

type Step = () => Promise<Counts | boolean>;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { grep: { type: 'string' } } });
const grep = values.grep;
const unitLayers = ['core', 'node', 'cli'];
const windows = ['--require=test/vscode/harness/mocha-hooks.ts', '--timeout=60000'];
const steps: Readonly<Record<string, Step>> = {
  build: async () => report(await runNode(['esbuild.config.mjs'])),
  types: async () =>
    (await check('typescript/bin/tsc')) && (await check('typescript/bin/tsc', '-p', 'src/core')),
  lint: () => check('@biomejs/biome/bin/biome', 'check'),
  'dead-code': () => check('knip/bin/knip.js'),
  docs: async () => report(await runNode(['--import', 'tsx', 'scripts/docs.ts', '--check'])),
  unit,
  node: () => runSuite('node', grep),
  web: () => runSuite('web', grep),
  untrusted: () => runSuite('untrusted', grep),
  ui: () => mocha(...windows, 'test/vscode/ui/*.ui.test.ts'),
  package: async () => report(await runNode(['--import', 'tsx', 'scripts/package.ts'])),
  vsix: () => mocha(...windows, 'test/vscode/vsix/*.test.ts'),
  desktop: () => runDesktopSuite(grep),
};

async function unit(): Promise<Counts> {
  for (const layer of unitLayers) await rm(`dist/test/${layer}`, { recursive: true, force: true }); // deleted tests
  if (!report(await runNode(['esbuild.config.mjs', '--tests']))) return { passed: 0, failed: 1 };
  return mocha(...unitLayers.map((layer) => `dist/test/${layer}/**/*.test.mjs`));
}

async function check(tool: string, ...args: readonly string[]): Promise<boolean> {
  return report(await runNode([path.join('node_modules', tool), ...args]));
}

function report({ code, output }: { readonly code: number; readonly output: string }): boolean {
  if (code !== 0) console.error(output);
  return code === 0;
}

async function mocha(...args: readonly string[]): Promise<Counts> {
  const temporary = await mkdtemp(path.join(os.tmpdir(), 'lanekeeper-counts-'));
  const file = path.join(temporary, 'counts.json');
  const flags = [
    '--import=tsx',
    '--reporter=scripts/counting-reporter.mjs',
    ...(grep ? ['--grep', grep] : []),
  ];
  const { code } = await runNode(['node_modules/mocha/bin/mocha.js', ...flags, ...args], {
    show: true,
    env: { LANEKEEPER_TEST_COUNTS: file },
  });
  const counts = existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : { passed: 0, failed: 0 };
  await rm(temporary, { recursive: true });
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

async function run(names: readonly string[]): Promise<boolean> {
  const failed: string[] = [];
  const sum = { passed: 0, failed: 0 };
  for (const name of names) {
    const started = performance.now();
    const result = await attempt(name);
    const counts = typeof result === 'object' ? result : undefined;
    const good = counts ? counts.failed === 0 : result;
    sum.passed += counts?.passed ?? 0;
    sum.failed += counts?.failed ?? 0;
    if (!good) failed.push(name);
    const said = counts ? `, ${counts.passed} passed, ${counts.failed} failed` : '';
    console.log(
      `${good ? '✔' : '✘'} ${name}${said} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
    );
    if (name === 'build' && !good) break; // nothing after it means anything
  }
  if (failed.length > 0) console.log(`Failed: ${failed.join(', ')}`);
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  return failed.length === 0;
}

async function attempt(name: string): Promise<Counts | boolean> {
  const step = steps[name];
  if (!step) throw new Error(`No step "${name}". Steps: ${Object.keys(steps).join(', ')}.`);
  return step().catch((error: unknown) => {
    console.error(error);
    return { passed: 0, failed: 1 };
  });
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));
const all = Object.keys(steps).filter((name) => name !== 'desktop'); // its download is not possible everywhere
process.exit((await run(positionals.length > 0 ? positionals : all)) ? 0 : 1);
