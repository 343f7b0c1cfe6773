// Builds everything that runs: the extension for both hosts, the command line and, on request, the tests.
// Usage: node esbuild.config.mjs [--tests] [--watch]
import { chmod } from 'node:fs/promises';
import esbuild from 'esbuild';
import { compiledSchemas } from './scripts/compiled-schemas.mjs';
import { lazyLayers } from './scripts/lazy-layers.mjs';

const shared = {
  bundle: true,
  minify: !process.argv.includes('--watch'),
  sourcemap: true,
  target: 'es2022',
  logLevel: 'warning',
  plugins: [compiledSchemas],
  // The library's ES modules, in Node too: smaller, and without a getter for each name.
  alias: {
    yaml: './node_modules/yaml/browser/dist/index.js',
    'js-yaml': './node_modules/js-yaml/dist/js-yaml.cjs.js',
  },
};

const product = [
  {
    ...shared,
    entryPoints: { extension: 'src/desktop.ts', node: 'src/node/index.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    plugins: [compiledSchemas, lazyLayers('node')],
    supported: { 'dynamic-import': false },
  },
  {
    ...shared,
    entryPoints: ['src/core/index.ts'],
    outfile: 'dist/core.cjs',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    format: 'cjs',
  },
  {
    ...shared,
    entryPoints: ['src/web.ts'],
    outfile: 'dist/web.cjs',
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
    plugins: [compiledSchemas, lazyLayers('browser')],
    supported: { 'dynamic-import': false },
  },
  {
    ...shared,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/lanekeeper.cjs',
    platform: 'node',
    format: 'cjs',
    banner: { js: '#!/usr/bin/env node' },
  },
];

const tests = [
  {
    ...shared,
    minify: false,
    entryPoints: ['test/core/**/*.test.ts', 'test/node/**/*.test.ts', 'test/cli/**/*.test.ts'],
    outdir: 'dist/test',
    outbase: 'test',
    platform: 'node',
    format: 'esm',
    splitting: true,
    external: ['esbuild'],
    outExtension: { '.js': '.mjs' },
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  },
];

const wanted = process.argv.includes('--tests') ? [...product, ...tests] : product;
if (process.argv.includes('--watch')) {
  for (const options of wanted) await (await esbuild.context(options)).watch();
} else {
  await Promise.all(wanted.map((options) => esbuild.build(options)));
  await chmod('dist/lanekeeper.cjs', 0o755);
}
