import { deepEqual, equal, match } from 'node:assert/strict';
import { applyEdits } from '../../../src/core/edit/apply-edits.ts';
import { prepareRename, type Renaming, rename } from '../../../src/core/language/rename.ts';
import { atCursor, LANES, shop } from './shop.ts';

const MAIL = 'lanes/refund-mail.lane.yaml';
const REPORT = 'lanes/report.lane.yml';

function prepared(path: string, word: string, board = shop(), text = LANES[path] ?? '') {
  const target = prepareRename(text, text.indexOf(word) + 1, board, path);
  if (!target) throw new Error(`"${word}" cannot be renamed`);
  return target;
}

/** The texts after a renaming, by old path. */
function applied(
  renaming: Renaming,
  texts: { readonly [path: string]: string } = LANES,
): { [path: string]: string } {
  if (renaming.kind === 'refused') throw new Error(renaming.message);
  return Object.fromEntries(
    renaming.edits.map((edit) => {
      if (edit.kind !== 'change') throw new Error('a renaming makes no files');
      return [edit.path, applyEdits(texts[edit.path] ?? '', edit.edits)];
    }),
  );
}

const refused = (renaming: Renaming) => (renaming.kind === 'refused' ? renaming.message : '');

describe('rename a lane', () => {
  it('changes every need and moves the lane with its reviews', () => {
    const renaming = rename(prepared(REPORT, 'refund-mail'), 'mail-2', shop());
    deepEqual(applied(renaming), { [REPORT]: LANES[REPORT]?.replace('refund-mail', 'mail-2') });
    deepEqual(renaming.kind === 'change' && renaming.renames, [
      { from: MAIL, to: 'lanes/mail-2.lane.yaml' },
      { from: 'lanes/refund-mail.reviews.yaml', to: 'lanes/mail-2.reviews.yaml' },
    ]);
  });

  it('starts from its own first line too, and keeps its extension', () => {
    const target = prepared(REPORT, 'lane: 1');
    equal(target.id, 'report');
    const renaming = rename(target, 'weekly', shop());
    deepEqual(applied(renaming), {});
    deepEqual(renaming.kind === 'change' && renaming.renames, [
      { from: REPORT, to: 'lanes/weekly.lane.yml' },
    ]);
  });

  it('keeps quotes, and adds them where the new id would be a number', () => {
    const board = shop();
    const edits = applied(rename(prepared(MAIL, 'ledger-events'), '2026', board));
    equal(edits[MAIL], LANES[MAIL]?.replace('ledger-events', '"2026"'));
    equal(edits[REPORT], LANES[REPORT]?.replace('ledger-events', '"2026"'));
  });

  it('reads the text in the editor, not the one on the board', () => {
    const { text, offset } = atCursor('lane: 1\n# new\nneeds: [refund|-mail]\n');
    const target = prepareRename(text, offset, shop(), REPORT);
    const edits = target && applied(rename(target, 'mails', shop()), { [REPORT]: text });
    deepEqual(edits, { [REPORT]: 'lane: 1\n# new\nneeds: [mails]\n' });
  });

  it('changes no text that only looks like the id', () => {
    const path = 'lanes/other.lane.yaml';
    const board = shop({
      [path]: 'lane: 1\ntitle: refund-mail\nneeds: [refund-mails]\ndone: [{ says: x, proof: refund-mail }]\n',
    });
    const renaming = rename(prepared(REPORT, 'refund-mail', board), 'mails', board);
    deepEqual(Object.keys(applied(renaming)), [REPORT]);
  });

  for (const [name, expected] of [
    ['', /"" cannot be the id of a lane\. Use lower-case letters/],
    ['two words', /"two words" cannot be the id/],
    ['../up', /cannot be the id/],
    ['Mails', /cannot be the id/],
    ['con', /cannot be the id/],
    [
      'ledger-events',
      /"ledger-events" is taken: "lanes\/ledger-events\.lane\.yaml" exists\. Choose another id\./,
    ],
  ] as const) {
    it(`refuses "${name}"`, () =>
      match(refused(rename(prepared(REPORT, 'refund-mail'), name, shop())), expected));
  }

  it('refuses a name whose reviews are there already', () => {
    const board = shop({ 'lanes/old.reviews.yaml': 'reviews: 1' });
    board.remove('lanes/old.reviews.yaml');
    match(
      refused(rename(prepared(REPORT, 'refund-mail', board), 'old', board)),
      /"lanes\/old\.reviews\.yaml" exists/,
    );
  });

  it('refuses while two files have the id', () => {
    const board = shop({ 'more/refund-mail.lane.yaml': 'lane: 1' });
    match(
      refused(rename(prepared(REPORT, 'refund-mail', board), 'mails', board)),
      /Two files have the id "refund-mail"/,
    );
  });
});

describe('rename a check', () => {
  it('changes its key and all proofs', () => {
    const renaming = rename(prepared(MAIL, 'unit]'), 'fast', shop());
    const expected = LANES[MAIL]
      ?.replace('refund-mail, unit', 'refund-mail, fast')
      .replace('unit: npm', 'fast: npm');
    deepEqual(applied(renaming), { [MAIL]: expected });
    deepEqual(renaming.kind === 'change' && renaming.renames, []);
  });

  for (const [name, expected] of [
    ['refund-mail', /This lane already has a check "refund-mail"\. Choose another id\./],
    ['lint', /already has a check "lint"/],
    ['limits', /"limits" is built into every lane/],
    ['a b', /"a b" cannot be the id of a check/],
  ] as const) {
    it(`refuses "${name}"`, () => match(refused(rename(prepared(MAIL, 'unit]'), name, shop())), expected));
  }
});

describe('what cannot be renamed', () => {
  for (const [name, marked] of [
    ['a key', 'lim|its: {}'],
    ['prose', 'title: refund-ma|il'],
    ['a lane that is not there', 'needs: [nobo|dy]'],
    ['an inherited check', 'done: [{ says: x, proof: li|nt }]'],
    ['a decision', 'limits: { decisions: { free: [mail word|ing] } }'],
  ] as const) {
    it(`is ${name}`, () => {
      const { text, offset } = atCursor(marked);
      equal(prepareRename(text, offset, shop(), 'lanes/new.lane.yaml'), undefined);
    });
  }
});
