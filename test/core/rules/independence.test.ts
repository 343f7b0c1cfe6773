import assert from 'node:assert/strict';
import { lintLane } from '../../../src/core/lint/lint.ts';
import { boardOf, found } from './board-of.ts';

const INDEPENDENCE = [
  'shared-write',
  'decision-free-twice',
  'decision-contradicted',
  'decision-elsewhere',
  'need-without-contract',
  'need-missing',
  'need-cycle',
  'contract-unowned',
];
const free = (...names: readonly string[]) =>
  `lane: 1\nlimits:\n  decisions:\n    free: [${names.join(', ')}]\n`;
const settled = (name: string, answer: string) =>
  `lane: 1\nlimits:\n  decisions:\n    settled:\n      ${name}: ${answer}\n`;
const reserved = (name: string) => `lane: 1\nlimits:\n  decisions:\n    reserved: [${name}]\n`;
const write = (glob: string) => `lane: 1\nlimits:\n  write: [${glob}]\n`;
const done = (says: string) => `lane: 1\ndone:\n  - says: ${says}\n`;

describe('rules between lanes', () => {
  for (const [name, a, b, inA, inB] of [
    [
      'the same file',
      write('src/a.ts'),
      write('src/a.ts'),
      ['shared-write: src/a.ts'],
      ['shared-write: src/a.ts'],
    ],
    [
      'a decision free twice',
      free('mail wording'),
      free('wording of mails'),
      ['decision-free-twice: mail wording'],
      ['decision-free-twice: wording of mails'],
    ],
    [
      'different answers',
      settled('mail provider', 'Postmark'),
      settled('Mail Provider', 'Sendgrid'),
      ['decision-contradicted: mail provider'],
      ['decision-contradicted: Mail Provider'],
    ],
    [
      'one answer',
      settled('mail provider', 'Postmark'),
      settled('provider of mails', 'Postmark, EU region'),
      [],
      [],
    ],
    [
      'settled and free',
      settled('mail provider', 'Postmark'),
      free('mail provider'),
      ['decision-contradicted: mail provider'],
      ['decision-contradicted: mail provider'],
    ],
    [
      'settled and reserved',
      settled('mail provider', 'Postmark'),
      reserved('mail provider'),
      ['decision-contradicted: mail provider'],
      ['decision-contradicted: mail provider'],
    ],
    [
      'settled without an answer',
      settled('mail provider', '""'),
      settled('mail provider', 'Postmark'),
      [],
      [],
    ],
    [
      'reserved here, free there',
      reserved('mail provider'),
      free('mail provider'),
      ['decision-elsewhere: mail provider'],
      [],
    ],
    ['reserved twice', reserved('mail provider'), reserved('mail provider'), [], []],
    [
      'named in a criterion',
      done('Exports use the date format of the public API'),
      free('public API date format'),
      ['decision-elsewhere: date format of the public API'],
      [],
    ],
    [
      'named across a break',
      'lane: 1\nbrief:\n  outcome: |\n    Exports use the date\n    format of the public API\n',
      free('public API date format'),
      ['decision-elsewhere: date\n    format of the public API'],
      [],
    ],
    [
      'words of a decision apart',
      done('The public page shows a date, and the API sends its own format'),
      free('public API date format'),
      [],
      [],
    ],
    ['one word of a decision', done('The wording is short'), free('wording'), [], []],
    [
      'a decision denied',
      done('Works regardless of the date format of the public API'),
      free('public API date format'),
      [],
      [],
    ],
    [
      'a path with the words',
      done('See docs/public-api-date-format.md'),
      free('public API date format'),
      [],
      [],
    ],
    ['two words with another between', done('The mail shows our wording'), free('mail wording'), [], []],
    [
      'a need that leads nowhere',
      'lane: 1\nneeds:\n  - { lane: c, contract: x.md }\n',
      'lane: 1\n',
      ['need-missing: c', 'contract-unowned: x.md'],
      [],
    ],
  ] as const) {
    it(name, () => {
      const board = boardOf({ 'lanes/a.lane.yaml': a, 'lanes/b.lane.yaml': b });
      assert.deepEqual(ofRules(found(board, 'a')), inA);
      assert.deepEqual(ofRules(found(board, 'b')), inB);
    });
  }

  it('are silent about lanes that have ended, on both sides', () => {
    const text = 'lane: 1\nlimits:\n  write: [src/a.ts]\n  decisions:\n    free: [mail wording]\n';
    const board = boardOf({ 'lanes/a.lane.yaml': text, 'lanes/b.lane.yaml': text }, ['b']);
    assert.deepEqual(ofRules(found(board, 'a')), []);
    assert.deepEqual(ofRules(found(board, 'b')), []);
  });

  it('are silent about lanes that one need puts in order, and speak when the need goes', () => {
    const shared = 'limits:\n  write: [src/a.ts]\n  decisions:\n    free: [mail wording]\n';
    const texts = { 'lanes/b.lane.yaml': `lane: 1\n${shared}`, 'docs/a.md': '' };
    const ordered = boardOf({
      ...texts,
      'lanes/a.lane.yaml': `lane: 1\nneeds:\n  - { lane: b, contract: docs/a.md }\n${shared}`,
    });
    assert.deepEqual(ofRules(found(ordered, 'a')), []);
    const loose = boardOf({ ...texts, 'lanes/a.lane.yaml': `lane: 1\n${shared}` });
    assert.equal(ofRules(found(loose, 'a')).length, 2);
  });

  it('name three other lanes and count the rest', () => {
    const many = Array.from({ length: 6 }, (_, at) => [`lanes/l${at}.lane.yaml`, free('mail wording')]);
    const board = boardOf(Object.fromEntries(many));
    const file = board.lanes.get('lanes/l5.lane.yaml');
    assert(file);
    const finding = lintLane(file, board).find(({ rule }) => rule === 'decision-free-twice');
    assert.match(finding?.message ?? '', /"l0", "l1", "l2" and 2 more lanes/);
    assert.equal(finding?.related.length, 5);
  });

  it('make an overlap an error only where both say the same', () => {
    const board = boardOf({
      'lanes/a.lane.yaml': 'lane: 1\nlimits:\n  write: [src/**, docs/a.md]\n',
      'lanes/b.lane.yaml': write('./src/x.ts'),
      'lanes/c.lane.yaml': write('docs//a.md'),
    });
    const file = board.lanes.get('lanes/a.lane.yaml');
    assert(file);
    const severities = lintLane(file, board)
      .filter(({ rule }) => rule === 'shared-write')
      .map(({ severity }) => severity);
    assert.deepEqual(severities, ['warning', 'error']);
  });

  it('say of a contract that two lanes may write it, whoever comes first', () => {
    const board = boardOf({
      'lanes/a.lane.yaml':
        'lane: 1\nlimits:\n  write: [docs/**]\nneeds:\n  - { lane: b, contract: docs/api.md }\n',
      'lanes/b.lane.yaml': write('docs/api.md'),
      'docs/api.md': '',
    });
    assert.deepEqual(ofRules(found(board, 'a')), ['contract-unowned: docs/api.md']);
  });
});

function ofRules(words: readonly string[]): readonly string[] {
  return words.filter((one) => INDEPENDENCE.includes(one.split(':')[0] ?? ''));
}
