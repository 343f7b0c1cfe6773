// Makes lanekeeper.vsix and holds it to its limits.
import { stat } from 'node:fs/promises';
import { runNode } from './command.ts';

const vsix = 'lanekeeper.vsix';
const limits = [
  { file: vsix, kilobytes: 1500 },
  { file: 'dist/extension.cjs', kilobytes: 250 }, // what is loaded at activation
  { file: 'dist/web.cjs', kilobytes: 250 }, // the same in a browser
];

await run('esbuild.config.mjs');
await run(
  ...['node_modules/@vscode/vsce/vsce', 'package', '--out', vsix, '--no-dependencies'],
  ...['--allow-missing-repository', '--no-rewrite-relative-links'], // there is no repository address yet
);
for (const { file, kilobytes } of limits) {
  const actual = (await stat(file)).size / 1000;
  console.log(`${file}: ${actual.toFixed(0)} kB, at most ${kilobytes} kB`);
  if (actual > kilobytes) process.exitCode = 1;
}

async function run(...args: readonly string[]): Promise<void> {
  const { code, output } = await runNode(args);
  if (code === 0) return;
  console.error(output);
  process.exit(code);
}
