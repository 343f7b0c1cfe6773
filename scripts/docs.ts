// Writes what is said about rules in several places from the rules themselves: a page each, their table, the README's table,
// the settings schema and the cue words by which texts are passed over. Usage: node --import tsx scripts/docs.ts [--check]; with --check it fails where a file has drifted.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { MOVES } from '../src/core/lint/finding.ts';
import { MOVE_NAMES } from '../src/core/lint/move-names.ts';
import type { Rule } from '../src/core/lint/rule.ts';
import type { Phrase } from '../src/core/prose/phrase.ts';
import { isTextRule } from '../src/core/prose/text-rule.ts';
import { RULES } from '../src/core/rules/catalogue.ts';
import { rulePage } from '../src/core/rules/rule-page.ts';
import { cueWords } from './cue-words.ts';

const PAGES = 'docs/rules';
const CUE_WORDS = 'src/core/rules/cue-words.json';
const SETTINGS = 'schemas/settings.schema.json';

const moveTitle = (move: Rule['move']) => (move === 'file' ? MOVE_NAMES.file : `${move} ${MOVE_NAMES[move]}`);
const ofMove = (move: Rule['move']) => RULES.filter((rule) => rule.move === move);

/** The page that lists all rules, move by move. */
function tableOfRules(): string {
  const sections = MOVES.map((move) => {
    const rows = ofMove(move).map(
      ({ id, severity, summary }) => `| [${id}](${id}.md) | ${severity} | ${summary} |`,
    );
    return [`## ${moveTitle(move)}`, '', '| rule | severity | flags |', '| --- | --- | --- |', ...rows].join(
      '\n',
    );
  });
  return [
    '# Rules',
    'Each page says what a rule flags, why, what a coach would ask, and how to set it aside.',
    ...sections,
  ].join('\n\n');
}

/** The README's table: the rules of each move by name. */
function readmeTable(): string {
  const rows = MOVES.map((move) => {
    const links = ofMove(move).map(({ id }) => `[${id}](${PAGES}/${id}.md)`);
    return `| ${moveTitle(move)} | ${links.join(', ')} |`;
  });
  return ['| move | rules |', '| --- | --- |', ...rows].join('\n');
}

function withReadmeTable(readme: string): string {
  return readme.replace(/(<!-- rules -->\n)[\s\S]*?(<!-- \/rules -->)/, `$1\n${readmeTable()}\n\n$2`);
}

function withRules(schema: string): string {
  const settings = JSON.parse(schema);
  settings.$defs.rules.properties = Object.fromEntries(
    RULES.map(({ id, severity, summary }) => [
      id,
      { description: summary, $ref: '#/$defs/severity', default: severity },
    ]),
  );
  return formatted(SETTINGS, JSON.stringify(settings));
}

function formatted(file: string, text: string): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/@biomejs/biome/bin/biome', 'format', `--stdin-file-path=${file}`],
    { input: text, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** For each rule the words that tell where the parts of its phrases may stand; null for parts and phrases without. */
function cueWordsOfRules(): string {
  const rows = RULES.filter(isTextRule).flatMap(({ id, phrases }) =>
    phrases ? [[id, phrases.map(cuesOf)] as const] : [],
  );
  return formatted(CUE_WORDS, JSON.stringify(Object.fromEntries(rows)));
}

function cuesOf({ parts, marks }: Phrase): readonly (string | null)[] | null {
  if (marks) return null;
  return parts.map((part) => {
    const cues = cueWords(part);
    return cues?.map((cue) => cue.replace(' ', '_')).join(' ') ?? null;
  });
}

const wanted = new Map([
  ...RULES.map((rule): [string, string] => [`${PAGES}/${rule.id}.md`, rulePage(rule)]),
  [`${PAGES}/README.md`, formatted(`${PAGES}/README.md`, tableOfRules())],
  ['README.md', formatted('README.md', withReadmeTable(readFileSync('README.md', 'utf8')))],
  [CUE_WORDS, cueWordsOfRules()],
  [SETTINGS, withRules(readFileSync(SETTINGS, 'utf8'))],
]);
const present = existsSync(PAGES) ? readdirSync(PAGES).map((name) => path.posix.join(PAGES, name)) : [];
const left = present.filter((file) => !wanted.has(file));
const stale = [...wanted]
  .filter(([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text)
  .map(([file]) => file);

if (process.argv.includes('--check')) {
  for (const file of [...stale, ...left])
    console.error(`${file} does not say what the rules say: run \`npm run docs\``);
  process.exitCode = stale.length + left.length > 0 ? 1 : 0;
} else {
  mkdirSync(PAGES, { recursive: true });
  for (const file of stale) writeFileSync(file, wanted.get(file) ?? '');
  for (const file of left) rmSync(file);
}
