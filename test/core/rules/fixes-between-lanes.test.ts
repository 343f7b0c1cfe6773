import assert from 'node:assert/strict';
import type { Finding } from '../../../src/core/lint/finding.ts';
import { lintLane } from '../../../src/core/lint/lint.ts';
import { applied } from './applied-fix.ts';
import { boardOf, type Texts } from './board-of.ts';

const A = 'lanes/a.lane.yaml';
const B = 'lanes/b.lane.yaml';
const FILES = {
  'docs/events.json': '',
  'docs/old.md': '',
  'src/mail/send.ts': '',
  'src/mail/render.ts': '',
  'test/mail/a.test.ts': '',
  'test/mail/b.test.ts': '',
};
const write = (globs: string) => `limits:\n  write: [${globs}]\n`;
const free = '  decisions: { free: [mail wording] }\n';
const reads = (path: string) => `brief:\n  context: [${path}]\n`;
const UNSAID = ', then name the contract';

/** Two lanes, the rule whose fixes are tried in the first, and their titles. */
const CASES: readonly (readonly [
  name: string,
  a: string,
  b: string,
  rule: string,
  titles: readonly string[],
])[] = [
  [
    'a narrower glob of the other can be left alone',
    write('src/mail/**'),
    write('src/mail/send.ts'),
    'shared-write',
    ['Never write "src/mail/send.ts" here', `Run after "b"${UNSAID}`],
  ],
  [
    'a wider glob of the other is not forbidden here',
    write('src/mail/send.ts'),
    write('src/mail/**'),
    'shared-write',
    [`Run after "b"${UNSAID}`],
  ],
  [
    'nor one that covers all files of this one',
    write('src/mail/*.ts'),
    write('src/*/*.ts'),
    'shared-write',
    [`Run after "b"${UNSAID}`],
  ],
  [
    'nor one that is this one in other words',
    write('src/mail/**'),
    write('src/mail/**/*'),
    'shared-write',
    [`Run after "b"${UNSAID}`],
  ],
  [
    'nor one that covers another path of this lane',
    write('test/mail/a.test.ts, test/**'),
    write('test/mail/**'),
    'shared-write',
    [`Run after "b"${UNSAID}`, `Run after "b"${UNSAID}`],
  ],
  [
    'half of what this lane writes can be left alone',
    write('test/**'),
    write('test/*/a.*'),
    'shared-write',
    ['Never write "test/*/a.*" here', `Run after "b"${UNSAID}`],
  ],
  [
    'a file that the other writes and this one reads is the contract',
    reads('docs/events.json#refunds') + write('src/mail/send.ts'),
    write('src/mail/send.ts, docs/**, docs/events.json'),
    'shared-write',
    ['Run after "b" through docs/events.json'],
  ],
  [
    'a file that both write is none',
    reads('src/mail/send.ts') + write('src/mail/send.ts'),
    write('src/mail/send.ts'),
    'shared-write',
    [`Run after "b"${UNSAID}`],
  ],
  [
    'a decision that the other makes comes through the contract',
    reads('docs/events.json') + write('src/mail/render.ts') + free,
    write('docs/events.json') + free,
    'decision-free-twice',
    ['Let "b" decide it, and need that lane through docs/events.json'],
  ],
  [
    'a decision that is free elsewhere too',
    `${reads('docs/events.json')}limits:\n  decisions: { reserved: [mail wording] }\n`,
    write('docs/events.json') + free,
    'decision-elsewhere',
    ['Need "b" for it through docs/events.json'],
  ],
  [
    'a lane that is named comes first, through what it writes',
    'brief:\n  context: [docs/events.json]\n  outcome: The mails show what the lane b writes\n',
    write('docs/events.json'),
    'cross-lane-talk',
    ['Need "b" through docs/events.json'],
  ],
  [
    'a lane that comes after this one is not to come first',
    'brief:\n  outcome: The lane b shows the amount\n',
    'needs:\n  - { lane: a, contract: docs/events.json }\n',
    'cross-lane-talk',
    [],
  ],
  [
    'what two lanes may write is no contract',
    'needs: [b]\nlimits:\n  write: [docs/**]\n',
    write('docs/events.json'),
    'need-without-contract',
    [],
  ],
  [
    'what the lane reads is the first contract that comes to mind',
    `needs: [b]\n${reads('docs/old.md')}`,
    write('docs/events.json, docs/old.md'),
    'need-without-contract',
    ['Depend on docs/old.md', 'Depend on docs/events.json'],
  ],
  [
    'words are no path to write',
    'needs:\n  - { lane: b, contract: the schema of events }\n',
    write('docs/events.json'),
    'contract-unowned',
    [],
  ],
  [
    'a contract with a slip of the pen',
    'needs:\n  - { lane: b, contract: docs/event.json }\n',
    write('docs/events.json'),
    'contract-unowned',
    ['Change to docs/events.json', 'Let "b" write it'],
  ],
  [
    'a contract that the other must never write',
    'needs:\n  - { lane: b, contract: docs/fresh/api.md }\n',
    'limits:\n  write: [src/mail/**]\n  never: [docs/**]\n',
    'contract-unowned',
    [],
  ],
];

describe('a fix that concerns two lanes', () => {
  for (const [name, a, b, rule, titles] of CASES) {
    it(name, () => {
      const texts = { ...FILES, [A]: `lane: 1\n${a}`, [B]: `lane: 1\n${b}` };
      const before = findings(texts);
      const fixes = before.filter((one) => one.rule === rule && one.path === A).flatMap((one) => one.fixes);
      assert.deepEqual(
        fixes.map(({ title }) => title),
        titles,
      );
      for (const fix of fixes) {
        const after = findings(applied(texts, fix));
        const known = new Set(before.map(said));
        const news = after.filter((one) => one.severity !== 'hint' && !known.has(said(one)));
        assert(after.filter((one) => one.rule === rule).length < before.length, fix.title);
        const expected = fix.title.endsWith(UNSAID) ? ['need-without-contract'] : [];
        assert.deepEqual(
          news.map((one) => one.rule),
          expected,
          fix.title,
        );
      }
    });
  }
});

function findings(texts: Texts): readonly Finding[] {
  const board = boardOf(texts);
  return [A, B].flatMap((path) => {
    const file = board.lanes.get(path);
    assert(file);
    return lintLane(file, board);
  });
}

function said({ rule, path, message }: Finding): string {
  return `${rule} ${path} ${message}`;
}
