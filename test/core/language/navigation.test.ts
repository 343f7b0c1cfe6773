import { deepEqual, equal } from 'node:assert/strict';
import type { Board } from '../../../src/core/board/board.ts';
import { definition } from '../../../src/core/language/definition.ts';
import { links } from '../../../src/core/language/links.ts';
import type { FilePlace } from '../../../src/core/language/place.ts';
import { references } from '../../../src/core/language/references.ts';
import { atCursor, LANES, shop } from './shop.ts';

const PATH = 'lanes/new.lane.yaml';
const MAIL = 'lanes/refund-mail.lane.yaml';
const EVENTS = 'lanes/ledger-events.lane.yaml';
const REPORT = 'lanes/report.lane.yml';

/** Places as `path: text`, in order of path. */
function shown(places: readonly FilePlace[], texts: { readonly [path: string]: string }): string[] {
  return places.map(({ path, span }) => `${path}: ${texts[path]?.slice(span.start, span.end) ?? ''}`).sort();
}

type Ask = (text: string, offset: number, board: Board, path: string) => readonly FilePlace[];

/** Asks at the cursor of a lane that is on the board. */
function ask(question: Ask, marked: string, path = PATH): string[] {
  const { text, offset } = atCursor(marked);
  return shown(question(text, offset, shop({ [path]: text }), path), { ...LANES, [path]: text });
}

/** Asks at the first place of a word in a lane of the shop. */
function askIn(question: Ask, path: string, word: string): string[] {
  const text = LANES[path] ?? '';
  return shown(question(text, text.indexOf(word) + 1, shop(), path), LANES);
}

const DEFINITIONS: readonly (readonly [name: string, marked: string, places: readonly string[]])[] = [
  ['a lane', 'lane: 1\nneeds:\n  - { lane: refund|-mail }', [`${MAIL}: lane: 1`]],
  ['a lane in a list', 'lane: 1\nneeds: ["report|"]', [`${REPORT}: lane: 1`]],
  ['the end of a word', 'lane: 1\nneeds:\n  - lane: report|\n', [`${REPORT}: lane: 1`]],
  ['an unknown lane', 'lane: 1\nneeds: [nobody|]', []],
  ['a check', 'lane: 1\ndone: [{ says: x, proof: a| }]\nchecks: { a: b }', [`${PATH}: a`]],
  ['an inherited check', 'lane: 1\ndone: [{ says: x, proof: [li|nt] }]', ['lanekeeper.yaml: ']],
  [
    'a decision',
    'lane: 1\nlimits: { decisions: { free: [mail provider|s] } }',
    [`${EVENTS}: Provider of the mails`, `${MAIL}: mail provider`],
  ],
  [
    'a file',
    'lane: 1\nneeds: [{ lane: report, contract: ./docs/events.|schema.json }]',
    ['docs/events.schema.json: '],
  ],
  [
    'a part of a file',
    'lane: 1\nbrief: { context: [lanes/context/mails.md#to|ne] }',
    ['lanes/context/mails.md: '],
  ],
  ['a missing file', 'lane: 1\nbrief: { context: [docs/no|.md] }', []],
  ['a glob', 'lane: 1\nlimits: { write: [src/**|] }', []],
  ['prose', 'lane: 1\ntitle: repo|rt', []],
  ['a key', 'lane: 1\nlim|its:', []],
  ['nothing', 'lane: 1\n\n|\n', []],
];

describe('go to definition', () => {
  for (const [name, marked, places] of DEFINITIONS) {
    it(`leads from ${name}`, () => deepEqual(ask(definition, marked), places));
  }
});

describe('find references', () => {
  it('finds a lane and every need of it', () => {
    deepEqual(askIn(references, REPORT, 'ledger-events'), [
      `${EVENTS}: lane: 1`,
      `${MAIL}: ledger-events`,
      `${REPORT}: ledger-events`,
    ]);
  });

  it('finds the needs of a lane from its first line', () => {
    deepEqual(askIn(references, MAIL, 'lane: 1'), [`${MAIL}: lane: 1`, `${REPORT}: refund-mail`]);
  });

  it('finds a check and its proofs within the lane', () => {
    deepEqual(askIn(references, MAIL, 'unit]'), [`${MAIL}: unit`, `${MAIL}: unit`]);
    deepEqual(askIn(references, MAIL, 'unit: npm'), [`${MAIL}: unit`, `${MAIL}: unit`]);
  });

  it('finds a decision however it is worded', () => {
    deepEqual(askIn(references, MAIL, 'mail provider'), [
      `${EVENTS}: Provider of the mails`,
      `${MAIL}: mail provider`,
    ]);
    deepEqual(askIn(references, REPORT, 'mail wordings'), [
      `${MAIL}: mail wording`,
      `${REPORT}: mail wordings`,
    ]);
  });

  it('finds shared context in every lane that uses it', () => {
    deepEqual(askIn(references, EVENTS, 'lanes/context'), [
      `${EVENTS}: lanes/context/payments.md`,
      `${MAIL}: lanes/context/payments.md`,
    ]);
  });

  it('finds a file however its path is spelled', () => {
    deepEqual(ask(references, 'lane: 1\nbrief: { good: ["./src/ledger//ledg|er.ts#top"] }'), [
      `${EVENTS}: src/ledger/ledger.ts`,
      `${PATH}: ./src/ledger//ledger.ts#top`,
    ]);
  });

  it('finds lanes in files that are broken elsewhere', () => {
    const path = 'lanes/broken.lane.yaml';
    const broken = 'lane: 1\nneeds: [refund-mail, {lane: report]\ntitle: [';
    const places = references(
      LANES[REPORT] ?? '',
      LANES[REPORT]?.indexOf('refund-mail') ?? 0,
      shop({ [path]: broken }),
      REPORT,
    );
    equal(places.filter((place) => place.path === path).length, 1);
  });
});

describe('links', () => {
  it('lead to files that exist and to web pages', () => {
    const text = `lane: 1
brief:
  context:
    - ./lanes/context/payments.md
    - docs/missing.md
    - { url: "https://example.com/a?b=1", gist: command:x }
    - text: javascript:alert(1)
  good: [command:workbench.action.quit, file:///etc/passwd]
limits: { write: [src/refunds/refund.ts, src/refunds/**] }
done: [{ says: see http://example.com/no, look: http://localhost:1 }]
`;
    const found = links({ path: PATH, text }, shop()).map(({ span, target }) => [
      text.slice(span.start, span.end),
      target,
    ]);
    deepEqual(found, [
      ['./lanes/context/payments.md', { kind: 'file', path: 'lanes/context/payments.md' }],
      ['src/refunds/refund.ts', { kind: 'file', path: 'src/refunds/refund.ts' }],
      ['https://example.com/a?b=1', { kind: 'web', url: 'https://example.com/a?b=1' }],
      ['http://localhost:1', { kind: 'web', url: 'http://localhost:1' }],
    ]);
  });

  it('are none in files of others', () => {
    deepEqual(links({ path: 'a.yaml', text: 'url: https://example.com' }, shop()), []);
  });
});
