import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Names, numbers and choices that are the same in every run. */
interface Dice {
  between(least: number, most: number): number;
  pick<T>(list: readonly T[]): T;
}

const THINGS = [
  'invoice',
  'ledger',
  'berth',
  'webhook',
  'search index',
  'import job',
  'audit log',
  'rate limiter',
  'signup form',
  'payout',
];
const PEOPLE = ['finance', 'new users', 'operators', 'the support desk', 'skippers', 'translators'];
const REASONS = [
  'customers lost data twice last quarter',
  'support spends six hours a week on it',
  'the current path has no test',
  'the vendor drops the old endpoint in March',
  'the p95 is 1.9 s and the target is 400 ms',
];

/** Writes a workspace with `count` sound lanes of some 60 lines, and every file that they name. The same call writes the same bytes. */
export function generateBoard(folder: string, count: number): void {
  const dice = seeded(0x1a9e);
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const scripts = { test: 'node --test', lint: 'node lint.mjs', eval: 'node eval.mjs' };
  write('package.json', JSON.stringify({ name: 'board', private: true, scripts }, null, 2));
  write('docs/overview.md', '# Overview\n');
  write('docs/events.schema.json', '{}\n');
  write('lanes/context/product.md', '# Product\n');
  write('lanes/contract.lane.yaml', contractLane());
  for (let number = 0; number < count - 1; number++) {
    const home = `packages/${dice.pick(THINGS).replaceAll(' ', '-')}-${number}`;
    write(`lanes/lane-${String(number).padStart(5, '0')}.lane.yaml`, laneText(number, home, dice));
    write(`${home}/src/index.ts`, `export const value = ${number};\n`);
  }
}

function seeded(seed: number): Dice {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return { between, pick: <T>(list: readonly T[]): T => list[between(0, list.length - 1)] as T };
}

function sentence({ between, pick }: Dice): string {
  return `The ${pick(THINGS)} shows its ${pick(THINGS)} to ${pick(PEOPLE)} within ${between(2, 60)} minutes of a change, because ${pick(REASONS)}.`;
}

function repeat(
  dice: Dice,
  [least, most]: readonly [number, number],
  line: (index: number) => string,
): string {
  return Array.from({ length: dice.between(least, most) }, (_, index) => line(index)).join('\n');
}

/** The one lane that owns the contract which the others need. */
function contractLane(): string {
  return `lane: 1
title: The events of the product have one description
brief:
  outcome: Every team reads the events of the product from one schema.
  context: [docs/overview.md]
limits:
  write: [docs/events.schema.json]
  stop-when: [an event turns out to have two owners]
done:
  - says: The schema accepts the 12 recorded events
    proof: events
checks:
  events: npm test -- events
`;
}

function laneText(number: number, home: string, dice: Dice): string {
  const { between, pick } = dice;
  const needs =
    between(1, 10) <= 4 ? 'needs:\n  - { lane: contract, contract: docs/events.schema.json }\n\n' : '';
  return `lane: 1
title: ${pick(PEOPLE)} see ${pick(THINGS)} ${number} in time
owner: ${pick(['ana', 'bo', 'chen'])}@example.com

brief:
  outcome: |
    ${sentence(dice)}
    ${sentence(dice)}
  why: ${sentence(dice)}
  context:
    - lanes/context/product.md
    - docs/overview.md
    - ${home}/src/index.ts
    - text: |
${repeat(dice, [6, 14], () => `        ${sentence(dice)}`)}

limits:
  write: ["${home}/src/**", "${home}/test/*.ts", "${home}/{lib,bin}/**/*.ts"]
  never: [.github/**, "**/*.lock"]
  decisions:
    settled:
${repeat(dice, [2, 5], (index) => `      format ${number}.${index} of the ${pick(THINGS)}: ${sentence(dice)}`)}
    free: [wording of message ${number}, names of private functions in ${home}]
    reserved: [anything that changes stored data]
  budget: { time: ${between(1, 8)}h, changed-lines: ${between(100, 600)} }
  stop-when: [a database migration turns out to be needed]

${needs}done:
${repeat(dice, [3, 6], (index) => `  - says: Case ${index + 1} of fixture ${number} prints ${between(10, 999)} rows and exits with 0\n    proof: check-${(index % 3) + 1}`)}

checks:
  check-1: npm test -- ${home}
  check-2: { kind: lint, run: "npm run lint -- ${home}", timeout: ${between(1, 9)}m }
  check-3:
    kind: eval
    run: npm run eval -- ${home}
    score: $.score
    at-least: 0.${between(5, 9)}
`;
}
