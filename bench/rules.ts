// How well the rules find what is weak, and how quiet they are elsewhere. Usage: npm run bench:rules [-- --data DIR] [--project CHECKOUT]
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measureLines, measureNoise } from './rules/lines.ts';
import { loadLinters } from './rules/linters.ts';
import { measureIssues, measurePairs } from './rules/pairs.ts';
import { measureSeeds, rulesWithoutSeed, wronglyFound } from './rules/seeds.ts';

const { values } = parseArgs({
  options: { data: { type: 'string' }, project: { type: 'string', multiple: true, default: [] } },
});

console.log(
  '\nSeeded defects: a good workspace with one thing damaged; "fresh" phrases were written after the patterns, which found 156 of 164 at first sight.',
);
console.table(measureSeeds());
const silent = wronglyFound();
console.log(`In the good workspace itself: ${silent.length === 0 ? 'nothing found' : silent.join(', ')}.`);
const unseeded = rulesWithoutSeed();
console.log(`Rules without a seeded defect: ${unseeded.length === 0 ? 'none' : unseeded.join(', ')}.`);

if (values.data === undefined || !existsSync(values.data)) {
  console.log(
    '\nNo data folder given or found: --data DIR measures on judged lines, real tasks and pairs as well.',
  );
} else {
  const linters = await loadLinters();
  console.log('\nJudged criterion lines: of the lines that a rule flags, how many a person called weak.');
  console.table(measureLines(values.data));
  console.log(
    '\nReal tasks: findings per 100 criterion lines (--project adds a checkout), and errors in descriptions that are written well.',
  );
  console.table(measureNoise(values.data, values.project, linters));
  console.log(
    '\nPairs: is the underspecified summary ranked worse than the full text (length ratio 0.6 or more)?',
  );
  console.table(measurePairs(values.data, linters));
  console.log(
    '\nIssues: does it tell those that people called underspecified from the others (0.5 is chance)?',
  );
  console.table(measureIssues(values.data, linters));
}
