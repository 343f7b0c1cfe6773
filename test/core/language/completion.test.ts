import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import { complete } from '../../../src/core/language/completion.ts';
import type { Completion } from '../../../src/core/language/completion-item.ts';
import { RULES } from '../../../src/core/rules/catalogue.ts';
import { atCursor, inserted, shop } from './shop.ts';

const PATH = 'lanes/new.lane.yaml';

/** What is offered at the cursor. */
function offered(marked: string, path = PATH): readonly Completion[] {
  const { text, offset } = atCursor(marked);
  return complete(text, offset, shop(), path);
}

function labels(marked: string, path = PATH): string[] {
  return offered(marked, path).map(({ label }) => label);
}

/** The text after choosing a completion, as an editor inserts a snippet: `|` where writing goes on. */
function chosen(marked: string, label: string, path = PATH): string {
  const { text } = atCursor(marked);
  const completion = offered(marked, path).find((one) => one.label === label);
  if (!completion) throw new Error(`"${label}" is not offered, but ${labels(marked, path).join(', ')}`);
  return inserted(text, completion, '|');
}

const TOP = ['lane', 'title', 'owner', 'kind', 'brief', 'limits', 'needs', 'done', 'checks'];
const LIMITS = ['write', 'never', 'decisions', 'budget', 'stop-when'];
const KINDS = ['feature', 'bug', 'migration', 'research', 'prototype', 'chore'];
const CHECKS = 'checks:\n  unit: npm test\n  mail: { run: npm run e2e }\n';

const without = (all: readonly string[], ...some: string[]) => all.filter((one) => !some.includes(one));

/** Cursor (the last `|`) and every label that is offered there. */
const OFFERS: readonly (readonly [name: string, marked: string, labels: readonly string[]])[] = [
  ['an empty file', '|', TOP],
  ['a file of one half key', 'ti|', TOP],
  ['the next line at the top', 'lane: 1\n|', without(TOP, 'lane')],
  ['between two keys', 'lane: 1\n|\nkind: bug\n', without(TOP, 'lane', 'kind')],
  ['half a key among others', 'lane: 1\nti|\nkind: bug\n', without(TOP, 'lane', 'kind')],
  ['an empty indented line', 'limits:\n  |', LIMITS],
  ['an empty indented line above a key', 'limits:\n  |\n  never: [a]\n', without(LIMITS, 'never')],
  ['an empty indented line below a key', 'limits:\n  never: [a]\n  |\ndone: []\n', without(LIMITS, 'never')],
  ['half a key in a section', 'limits:\n  wri|\n  never: [a]\n', without(LIMITS, 'never')],
  ['a key that already has its colon', 'limits:\n  wri|: [a]\n  never: [a]\n', without(LIMITS, 'never')],
  ['CRLF', 'limits:\r\n  |\r\n  never: [a]\r\n', without(LIMITS, 'never')],
  ['a byte order mark', '\uFEFFlane: 1\n|', without(TOP, 'lane')],
  ['a section after a broken one', 'title: "open\nlimits: [a\ndone:\n  - |', []],
  ['after a broken list', 'limits:\n  write: [a,\ndone:\n  - |', ['says', 'proof', 'look']],
  ['a value after its key', 'kind: |', KINDS],
  ['a value without its space', 'kind:|', KINDS],
  ['the middle of a value', 'kind: fea|ture', KINDS],
  ['inside quotes', 'kind: "|"', KINDS],
  ['an open quote', 'kind: "fe|', KINDS],
  ['a value on the line below its key', 'kind:\n  |', KINDS],
  ['yes or no', 'checks:\n  unit: { serial: | }', ['true', 'false']],
  ['the version', 'lane: |', ['1']],
  ['after a dash', 'done:\n  - |', ['says', 'proof', 'look']],
  ['after a dash without a space', 'done:\n  -|', ['says', 'proof', 'look']],
  ['a list that begins', 'done:\n  |', ['says', 'proof', 'look']],
  ['a further key of an entry', 'done:\n  - says: x\n    |', ['proof', 'look']],
  ['the first key of an entry', 'done:\n  - |\n    proof: x\n', ['says', 'look']],
  ['the line of the next dash', 'done:\n  - says: x\n  |', ['says', 'proof', 'look']],
  ['dashes at the margin', 'done:\n- says: x\n- |', ['says', 'proof', 'look']],
  ['lanes after `lane:`', 'needs:\n  - lane: |', ['refund-mail', 'ledger-events', 'report']],
  ['lanes in braces', 'needs:\n  - { lane: | }', ['refund-mail', 'ledger-events', 'report']],
  ['keys in braces', 'needs: [{ | }]', ['lane', 'contract']],
  ['further keys in braces', 'needs: [{ lane: report, | }]', ['contract']],
  ['no lane twice', 'needs:\n  - lane: report\n  - lane: |', ['refund-mail', 'ledger-events']],
  ['checks after `proof:`', `${CHECKS}done:\n  - says: x\n    proof: |`, ['unit', 'mail', 'lint']],
  ['checks below the cursor', `done:\n  - says: x\n    proof: [|]\n${CHECKS}`, ['unit', 'mail', 'lint']],
  ['no check twice', `${CHECKS}done:\n  - says: x\n    proof: [unit, |]\n`, ['mail', 'lint']],
  [
    'decisions of other lanes',
    'limits:\n  decisions:\n    free: [|]',
    ['mail provider', 'mail wording', 'ledger rows', 'event names'],
  ],
  [
    'no decision twice',
    'limits:\n  decisions:\n    reserved: [wordings of the mail]\n    free: [|]',
    ['mail provider', 'ledger rows', 'event names'],
  ],
  [
    'decisions to settle',
    'limits:\n  decisions:\n    settled:\n      |',
    ['mail provider', 'mail wording', 'ledger rows', 'event names'],
  ],
  [
    'commands after `run:`',
    'checks:\n  unit: { run: | }',
    ['npm test', 'npm run e2e', 'npm run lint', 'make release'],
  ],
  [
    'commands after a short form',
    'checks:\n  unit: |',
    ['npm test', 'npm run e2e', 'npm run lint', 'make release'],
  ],
  [
    'commands of another folder',
    'checks:\n  unit:\n    run: |\n    cwd: ./packages/api/\n',
    ['npm run bench'],
  ],
  ['checks that a criterion names', 'done:\n  - { says: x, proof: [unit, lint] }\nchecks:\n  |', ['unit']],
  ['folders only', 'checks:\n  unit: { cwd: src/| }', ['src/app/', 'src/ledger/', 'src/refunds/']],
  ['files and folders', 'needs:\n  - { lane: report, contract: docs/| }', ['docs/events.schema.json']],
  [
    'globs',
    'limits:\n  write: [src/refunds/|]',
    ['src/refunds/mail/**', 'src/refunds/mail/', 'src/refunds/refund.ts'],
  ],
  [
    'shared context first',
    'brief:\n  context:\n    - lanes/c|',
    [
      'text',
      'url',
      'gist',
      'lanes/context/mails.md',
      'lanes/context/payments.md',
      'lanes/context/',
      'lanes/ledger-events.lane.yaml',
      'lanes/refund-mail.lane.yaml',
      'lanes/refund-mail.reviews.yaml',
      'lanes/report.lane.yml',
    ],
  ],
  [
    'no shared context in `good`',
    'brief: { good: [src/refunds/r|] }',
    ['text', 'url', 'gist', 'src/refunds/mail/', 'src/refunds/refund.ts'],
  ],
  ['a block scalar', 'brief:\n  outcome: |\n    ti|', []],
  ['a folded scalar', 'brief:\n  outcome: >-\n    one\n\n    |', []],
  ['the next line of a text', 'title: one\n  t|', []],
  ['text', 'title: |', []],
  ['a list of texts', 'limits:\n  stop-when: [|]', []],
  ['a list beside its key', 'needs: |', []],
  ['before a value', 'kind:| bug', []],
  ['before a dash', 'needs:\n  |- lane: report\n', []],
  ['before a brace', 'needs: [|{ lane: report }]\n', []],
  ['in the indentation of a key', 'limits:\n |   never: [a]\n', []],
  ['a line between two indentations', 'limits:\n  budget:\n    time: 2h\n   |', []],
  ['below an unknown key', 'limit:\n  |', []],
  ['below a number', 'lane:\n  1:\n    |', []],
  ['an anchor in the file', 'title: &a x\n|', []],
  ['another document', 'lane: 1\n---\n|', []],
  ['a comment behind a value', 'kind: bug # |', []],
  ['a comment in words', '# the title is |', []],
  ['a comment', '  # lane|', ['lanekeeper-disable-next-line']],
  ['a suppression', 'lane: 1\n# lanekeeper-disable-next-line |', RULES.map(({ id }) => id)],
  [
    'a second rule',
    '# lanekeeper-disable-next-line no-good, | -- why',
    without(
      RULES.map(({ id }) => id),
      'no-good',
    ),
  ],
  ['the reason of a suppression', '# lanekeeper-disable-next-line no-good -- |', []],
];

/** Cursor, the label that is chosen and the text that follows. */
const CHOICES: readonly (readonly [name: string, marked: string, label: string, result: string])[] = [
  ['a key', 'lane: 1\n|', 'title', 'lane: 1\ntitle: |'],
  ['the version', '|', 'lane', 'lane: 1'],
  ['half a key', 'lane: 1\nti|\nkind: bug\n', 'title', 'lane: 1\ntitle: |\nkind: bug\n'],
  ['the middle of a key', 'limits:\n  wr|it\n', 'write', 'limits:\n  write:\n    - |\n'],
  ['a key that has its colon', 'limits:\n  wr|ong: [a]\n', 'write', 'limits:\n  write: [a]\n'],
  ['a section', 'lane: 1\n|', 'limits', 'lane: 1\nlimits:\n  |'],
  ['a section of entries', 'lane: 1\n|', 'done', 'lane: 1\ndone:\n  - says: |'],
  ['a nested section', 'limits:\n  |', 'decisions', 'limits:\n  decisions:\n    |'],
  ['a list in braces', 'limits: { | }', 'write', 'limits: { write: [|] }'],
  ['the first key of an entry', 'needs:\n  - |', 'lane', 'needs:\n  - lane: |'],
  ['a dash that is missing', 'needs:\n  |', 'lane', 'needs:\n  - lane: |'],
  ['a dash without its space', 'needs:\n  -|', 'lane', 'needs:\n  - lane: |'],
  [
    'the next dash',
    'needs:\n  - lane: report\n  |\ndone:\n',
    'lane',
    'needs:\n  - lane: report\n  - lane: |\ndone:\n',
  ],
  ['a key in brackets', 'needs: [|]', 'lane', 'needs: [{ lane: | }]'],
  ['a list within an entry', 'checks:\n  a:\n    |', 'env', 'checks:\n  a:\n    env:\n      - |'],
  ['a value without its space', 'kind:|', 'bug', 'kind: bug'],
  ['the middle of a value', 'kind: fea|ture # really\n', 'bug', 'kind: bug # really\n'],
  ['a value in quotes', "kind: 'fe|at' \n", 'bug', "kind: 'bug' \n"],
  [
    'a value in braces',
    'checks: { a: { kind: t|, run: x } }',
    'taste',
    'checks: { a: { kind: taste, run: x } }',
  ],
  ['a lane as a new entry', 'needs:\n  - |', 'report', 'needs:\n  - lane: report\n    contract: |'],
  ['a lane as the first entry', 'needs:\n  |', 'report', 'needs:\n  - lane: report\n    contract: |'],
  ['a lane in brackets', 'needs: [rep|]', 'report', 'needs: [{ lane: report, contract: | }]'],
  [
    'a lane after its key',
    'needs:\n  - { lane: rep|, contract: x }',
    'report',
    'needs:\n  - { lane: report, contract: x }',
  ],
  [
    'the middle of a path',
    'limits:\n  write:\n    - src/re|funds/old.ts\n',
    'src/ledger/**',
    'limits:\n  write:\n    - src/ledger/**\n',
  ],
  [
    'a path on the next line of its list',
    'limits:\n  write:\n    - a\n    |',
    'src/**',
    'limits:\n  write:\n    - a\n    - src/**',
  ],
  [
    'a path that needs no quotes',
    'limits:\n  write:\n    - src/app/|',
    'src/app/[id]/',
    'limits:\n  write:\n    - src/app/[id]/|',
  ],
  [
    'a path that needs quotes',
    'limits:\n  write: [src/app/|]',
    'src/app/[id]/',
    'limits:\n  write: ["src/app/[id]/|"]',
  ],
  ['a folder', 'checks: { a: { cwd: | } }', 'src/', 'checks: { a: { cwd: src } }'],
  [
    'a decision with its answer',
    'limits:\n  decisions:\n    settled:\n      |',
    'mail provider',
    'limits:\n  decisions:\n    settled:\n      mail provider: Postmark',
  ],
  [
    'a decision without an answer',
    'limits:\n  decisions:\n    settled: { ma| }',
    'mail wording',
    'limits:\n  decisions:\n    settled: { mail wording: | }',
  ],
  [
    'a decision of two words',
    'limits:\n  decisions:\n    free: [mail w|o, other]',
    'mail wording',
    'limits:\n  decisions:\n    free: [mail wording, other]',
  ],
  ['a command', 'checks:\n  a: npm t|', 'npm run e2e', 'checks:\n  a: npm run e2e'],
  [
    'a command with arguments',
    'checks:\n  a: npm t| -- refunds\n',
    'npm run e2e',
    'checks:\n  a: npm run e2e -- refunds\n',
  ],
  [
    'the second of two commands',
    'checks:\n  a: npm test && n|pm\n',
    'npm run e2e',
    'checks:\n  a: npm test && npm run e2e\n',
  ],
  [
    'a check that a criterion names',
    'done: [{ says: x, proof: mail }]\nchecks:\n  |',
    'mail',
    'done: [{ says: x, proof: mail }]\nchecks:\n  mail: |',
  ],
  [
    'a rule with its reason',
    '# lanekeeper-disable-next-line no-|',
    'no-good',
    '# lanekeeper-disable-next-line no-good -- |',
  ],
  [
    'a rule where the reason stands',
    '# lanekeeper-disable-next-line no-|x -- why',
    'no-good',
    '# lanekeeper-disable-next-line no-good -- why',
  ],
  ['a suppression', '  # l|\n', 'lanekeeper-disable-next-line', '  # lanekeeper-disable-next-line | -- \n'],
];

describe('completion', () => {
  for (const [name, marked, expected] of OFFERS) {
    it(`offers what can stand there: ${name}`, () => {
      deepEqual(new Set(labels(marked)), new Set(expected));
      equal(labels(marked).length, expected.length);
    });
  }

  for (const [name, marked, label, result] of CHOICES) {
    it(`puts it in its place: ${name}`, () => equal(chosen(marked, label), result));
  }

  it('says what a key is for, with an example', () => {
    const write = offered('limits:\n  |').find(({ label }) => label === 'write');
    ok(write?.documentation?.includes('The complete set of paths that the lane may change.'));
    ok(write?.documentation?.includes('src/refunds/**'));
  });

  it('keeps the order of the format and puts shared context on top', () => {
    const sorted = [...offered('brief:\n  context:\n    - |')].sort((a, b) =>
      (a.sort ?? a.label) < (b.sort ?? b.label) ? -1 : 1,
    );
    const paths = sorted.filter(({ kind }) => kind === 'path').map(({ label }) => label);
    deepEqual(paths.slice(0, 3), ['lanes/context/mails.md', 'lanes/context/payments.md', 'docs/']);
    const keys = sorted.filter(({ kind }) => kind === 'key').map(({ label }) => label);
    deepEqual(keys, ['text', 'url', 'gist']);
  });

  it('says beside a name what it is', () => {
    const details = new Map(
      ['needs:\n  - lane: |', `${CHECKS}done: [{ proof: | }]`, 'limits: { decisions: { free: [|] } }']
        .flatMap((marked) => offered(marked))
        .map(({ label, detail }) => [label, detail]),
    );
    equal(details.get('report'), 'Refund report');
    equal(details.get('mail'), 'npm run e2e');
    equal(details.get('mail wording'), 'free in refund-mail');
  });

  it('does not offer a lane to itself', () => {
    deepEqual(labels('needs:\n  - lane: |', 'lanes/report.lane.yml'), ['refund-mail', 'ledger-events']);
  });

  it('inserts names with characters of snippets and YAML as they are', () => {
    const board = shop({ 'lanes/$1}.lane.yaml': 'lane: 1', 'lanes/a, b.lane.yaml': 'lane: 1' });
    const inserts = complete('needs: [{ lane:  }]', 16, board, PATH).map(({ insert }) => insert);
    ok(inserts.includes('"\\$1\\}"'), inserts.join('\n'));
    ok(inserts.includes('"a, b"'));
  });

  it('knows the settings file by its own schema', () => {
    deepEqual(labels('rules:\n  quality-word: |', 'lanekeeper.yaml').slice(0, 4), [
      'error',
      'warning',
      'hint',
      'off',
    ]);
    ok(labels('|', 'lanekeeper.yaml').includes('policy'));
    ok(labels('defaults:\n  limits:\n    never: [|]', 'lanekeeper.yaml').includes('src/**'));
    ok(labels('defaults:\n  checks:\n    lint: |', 'lanekeeper.yaml').includes('npm run lint'));
    notEqual(labels('|', 'lanekeeper.yaml').includes('needs'), true);
  });

  it('offers nothing in other files and outside the text', () => {
    deepEqual(labels('|', 'package.json'), []);
    deepEqual(complete('lane: 1', 99, shop(), PATH), []);
    deepEqual(complete('lane: 1', -1, shop(), PATH), []);
  });

  it('offers nothing in a file beyond the caps', () => {
    const text = `${'#\n'.repeat(6_000)}`;
    deepEqual(complete(text, text.length, shop(), PATH), []);
  });
});
