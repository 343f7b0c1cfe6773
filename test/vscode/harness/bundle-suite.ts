import { readdir } from 'node:fs/promises';
import path from 'node:path';
import esbuild, { type Plugin } from 'esbuild';
import { compiledSchemas } from '../../../scripts/compiled-schemas.mjs';
import type { SuiteHost } from './report.ts';

const root = 'test/vscode';

/** Which test files make a suite, and where it runs. */
export type Suite = {
  readonly host: SuiteHost;
  /** Folder of test/vscode. */
  readonly folder: string;
  /** End of the names of files that are left out. */
  readonly except?: string;
  /** Text of the titles of the only tests to run. */
  readonly grep?: string | undefined;
};

/** Bundles a suite with what runs it into one file, as VS Code wants it, and returns that file's path. */
export async function bundleSuite(name: string, suite: Suite): Promise<string> {
  const { host, folder, except, grep } = suite;
  const files = (await readdir(path.join(root, folder))).filter(
    (file) => file.endsWith('.test.ts') && !(except && file.endsWith(except)),
  );
  const outfile = `dist/test/vscode/${name}.cjs`;
  await esbuild.build({
    stdin: {
      contents: entry(
        files.sort().map((file) => `./${folder}/${file}`),
        grep,
      ),
      resolveDir: root,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    sourcemap: true,
    external: ['vscode'],
    logLevel: 'warning',
    plugins: host === 'web' ? [compiledSchemas, browserAssert] : [compiledSchemas],
    ...(host === 'web'
      ? { platform: 'browser', banner: { js: 'var process = { env: {} };' } }
      : { platform: 'node' }),
  });
  return path.resolve(outfile);
}

// mocha's browser build overwrites module.exports, so the export comes last; tests load once mocha's globals are there.
function entry(files: readonly string[], grep = ''): string {
  return `const { runInHost } = require('./harness/host-runner.ts');
module.exports = { run: () => runInHost(() => { ${files.map((file) => `require('${file}');`).join(' ')} }, ${JSON.stringify(grep)}) };`;
}

// node:assert for the browser, so that one test file serves both hosts.
const browserAssert: Plugin = {
  name: 'browser-assert',
  setup(build) {
    build.onResolve({ filter: /^node:assert\/strict$/ }, () => ({
      path: 'strict',
      namespace: 'browser-assert',
    }));
    build.onLoad({ filter: /.*/, namespace: 'browser-assert' }, () => ({
      contents: "module.exports = require('assert').strict",
      resolveDir: root,
    }));
  },
};
