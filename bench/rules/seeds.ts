import { readNpmScripts } from '../../src/core/board/commands.ts';
import {
  createBoard,
  createFileIndex,
  DEFAULT_SETTINGS,
  isLanePath,
  lintBoard,
  RULES,
  readLaneFile,
} from '../../src/core/index.ts';
import { DAMAGES } from './damaged-lanes.ts';
import { GOOD_FILES, GOOD_LANES } from './good-lanes.ts';
import { percent } from './lines.ts';
import phrases from './phrases.json' with { type: 'json' };

type Lanes = { readonly [path: string]: string };

const MAIL = 'lanes/refund-mail.lane.yaml';
const PHRASES: {
  readonly [rule: string]: { readonly tuned: readonly string[]; readonly fresh: readonly string[] };
} = phrases;

/** Where a phrase goes so that the rule for it reads it. */
const PLACES: { readonly [place: string]: (phrase: string) => Lanes } = {
  done: (phrase) => put('done:\n', `done:\n  - { says: ${phrase}, proof: unit }\n`),
  rubric: (phrase) => put('    rubric:\n', `    rubric:\n      - ${phrase}\n`),
  outcome: (phrase) => put(/ {2}outcome: \|\n(?: {4}.*\n)+/, `  outcome: ${phrase}\n`),
  context: (phrase) => put('  good:\n', `    - text: ${phrase}\n  good:\n`),
};
const OUTCOME_RULES = ['how-not-outcome', 'question-in-brief', 'two-outcomes', 'alternatives-left-open'];

/** For each rule: how many of its seeded defects it finds. */
export function measureSeeds(): { readonly [rule: string]: { readonly [column: string]: string | number } } {
  const rows = RULES.flatMap(({ id }) => {
    const damages = DAMAGES.filter(({ rule }) => rule === id).map(({ lanes }) => rulesIn(lanes).has(id));
    const [tuned, fresh] = [seeded(id, 'tuned'), seeded(id, 'fresh')];
    const all = [...damages, ...tuned, ...fresh];
    if (all.length === 0) return [];
    const row = {
      found: score(all),
      share: percent(all.filter(Boolean).length, all.length),
      ...(fresh.length > 0 ? { fresh: score(fresh) } : {}),
    };
    return [[id, row] as const];
  });
  return Object.fromEntries(rows);
}

/** The errors and warnings in the good workspace: there should be none. */
export function wronglyFound(): readonly string[] {
  return findings(GOOD_LANES)
    .filter(({ severity }) => severity !== 'hint')
    .map(({ path, rule }) => `${rule} in ${path}`);
}

/** The rules that nothing here puts to the test. */
export function rulesWithoutSeed(): readonly string[] {
  const seeds = new Set([...DAMAGES.map(({ rule }) => rule), ...Object.keys(PHRASES)]);
  return RULES.map(({ id }) => id).filter((id) => !seeds.has(id));
}

function seeded(rule: string, kind: 'tuned' | 'fresh'): readonly boolean[] {
  const place = PLACES[placeOf(rule)];
  return (PHRASES[rule]?.[kind] ?? []).map(
    (phrase) => place !== undefined && rulesIn(place(JSON.stringify(phrase))).has(rule),
  );
}

function placeOf(rule: string): string {
  if (rule === 'rubric-not-yes-no') return 'rubric';
  if (OUTCOME_RULES.includes(rule)) return 'outcome';
  const move = RULES.find(({ id }) => id === rule)?.move;
  return move === 3 || rule === 'deferred-decision' ? 'done' : 'context';
}

function put(from: string | RegExp, to: string): Lanes {
  return { ...GOOD_LANES, [MAIL]: (GOOD_LANES[MAIL] ?? '').replace(from, () => to) };
}

function rulesIn(lanes: Lanes): ReadonlySet<string> {
  return new Set(findings(lanes).map(({ rule }) => rule));
}

function findings(lanes: Lanes) {
  const npmScripts = new Map([['', readNpmScripts(GOOD_FILES['package.json'] ?? '') ?? []]]);
  return lintBoard(
    createBoard({
      settings: DEFAULT_SETTINGS,
      files: createFileIndex([...Object.keys(GOOD_FILES), ...Object.keys(lanes)]),
      commands: { npmScripts, makeTargets: new Map(), npmNames: new Map() },
      lanes: Object.entries(lanes).flatMap(([path, text]) =>
        isLanePath(path) ? [readLaneFile(path, text)] : [],
      ),
    }),
  );
}

function score(found: readonly boolean[]): string {
  return `${found.filter(Boolean).length} of ${found.length}`;
}
