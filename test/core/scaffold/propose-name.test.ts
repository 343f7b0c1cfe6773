import assert from 'node:assert/strict';
import fc from 'fast-check';
import { firstSentence, isLaneId, proposeId, proposeTitle } from '../../../src/core/scaffold/propose-name.ts';

describe('proposing a name for a lane', () => {
  const ids: readonly [outcome: string, id: string][] = [
    ['Customers get a refund confirmation within a minute.', 'customers-get-refund-confirmation-minute'],
    ['Fix the `date_format` bug in #123', 'fix-date-format-bug-123'],
    ["The customers' refunds aren't lost. Not one.", 'customers-refunds-arent-lost'],
    ['Kündigungen kommen in Straßburg an', 'kundigungen-kommen-strassburg'],
    ['客户在一分钟内收到退款邮件', '客户在一分钟内收到退款邮件'],
    ['It is what it is', 'it-is-what-it-is'],
    ['__proto__', 'proto'],
    ['con', 'lane'],
    ['🎉', 'lane'],
    ['', 'lane'],
  ];
  for (const [outcome, id] of ids) {
    it(`names ${JSON.stringify(outcome)} "${id}"`, () => assert.equal(proposeId(outcome), id));
  }

  it('counts on where the name is taken', () => {
    assert.equal(proposeId('Refund mail', ['refund-mail', 'refund-mail-2']), 'refund-mail-3');
  });

  it('always proposes an id that can be one, and a title of one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (outcome) => {
        assert.ok(isLaneId(proposeId(outcome)), proposeId(outcome));
        assert.match(proposeTitle(outcome), /^.{0,80}$/u);
      }),
    );
  });

  const titles: readonly [outcome: string, title: string][] = [
    ['Customers see the day. They ask less.', 'Customers see the day'],
    ['## Add **bold** and `code`', 'Add bold and code'],
    [
      'Every customer whose refund is issued receives exactly one e-mail within a minute, naming the amount.',
      'Every customer whose refund is issued receives exactly one e-mail',
    ],
    [
      'The export names the exact header and the file, so that nobody has to open the program to find it.',
      'The export names the exact header and the file',
    ],
  ];
  for (const [outcome, title] of titles) {
    it(`gives ${JSON.stringify(outcome.slice(0, 40))}… the title "${title}"`, () => {
      assert.equal(proposeTitle(outcome), title);
    });
  }

  const rejected = [
    '',
    'Refund',
    'refund mail',
    'refund.mail',
    '-a',
    'a--b',
    'a_b',
    'nul',
    '🎉',
    'e\u0301',
    'x'.repeat(65),
  ];
  for (const id of rejected) {
    it(`refuses the id ${JSON.stringify(id.slice(0, 20))}`, () => assert.equal(isLaneId(id), false));
  }

  it('takes the first sentence, not the first full stop', () => {
    assert.equal(
      firstSentence('Version 1.2 of e.g. this ships. It is new.'),
      'Version 1.2 of e.g. this ships',
    );
  });
});
