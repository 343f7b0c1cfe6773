// Bundles the benchmarks and runs them one after the other. Usage: node bench/run.mjs [NAME…] [-- OPTION…]
import { spawnSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import esbuild from 'esbuild';
import { compiledSchemas } from '../scripts/compiled-schemas.mjs';

/** Parts of a benchmark that do not run by themselves. */
const PARTS = ['floor', 'generate-board', 'spawn-floor'];

const benchmarks = (await readdir('bench'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -'.ts'.length));
await esbuild.build({
  entryPoints: benchmarks.map((name) => `bench/${name}.ts`),
  outdir: 'dist/bench',
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'esm',
  target: 'es2022',
  outExtension: { '.js': '.mjs' },
  external: ['playwright-core'],
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  plugins: [compiledSchemas],
});

const given = process.argv.slice(2);
const end = given.includes('--') ? given.indexOf('--') : given.length;
const [wanted, options] = [given.slice(0, end), given.slice(end + 1)];
for (const name of benchmarks.filter(
  (one) => !PARTS.includes(one) && (wanted.length === 0 || wanted.includes(one)),
)) {
  console.log(`\n${name}`);
  const { status } = spawnSync(process.execPath, [`dist/bench/${name}.mjs`, ...options], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
