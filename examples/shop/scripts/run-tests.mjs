// Runs the tests of one folder with Node's own runner; further words pick the files whose path holds one of them.
// Usage: node scripts/run-tests.mjs FOLDER [WORD…]
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

const [folder, ...words] = process.argv.slice(2);
const files = readdirSync(folder, { recursive: true })
  .map((name) => `${folder}/${String(name).replaceAll('\\', '/')}`)
  .filter(
    (path) => path.endsWith('.test.ts') && (words.length === 0 || words.some((word) => path.includes(word))),
  )
  .sort();

if (files.length === 0) {
  console.error(
    `No test file in ${folder}/ has ${words.map((word) => `"${word}"`).join(' or ')} in its path.`,
  );
  process.exit(1);
}
const { status } = spawnSync(process.execPath, ['--import', 'tsx', '--test', ...files], { stdio: 'inherit' });
process.exit(status ?? 1);
