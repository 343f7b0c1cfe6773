import assert from 'node:assert/strict';
import fc from 'fast-check';
import { contentWords, decisionKey } from '../../../src/core/board/decision-key.ts';

describe('decision key', () => {
  for (const [a, b] of [
    ['Date format of the public API', 'public API date format'],
    ['mail wording', 'Wording of the mails'],
    ['Which database we use', 'the choice of databases'],
    ['retry policies', 'retry policy'],
    ['cache addresses', 'addresses of caches'],
    ["the customer's e-mail", 'e-mail, customer'],
    ['status codes', 'Code: status'],
    ['user IDs', 'user id'],
    ['Zoë’s naming', 'naming (Zoe\u0308)'],
    ['indexes of the orders table', 'index, order tables'],
  ] as const) {
    it(`is one for "${a}" and "${b}"`, () => assert.equal(decisionKey(a), decisionKey(b)));
  }

  for (const [a, b] of [
    ['format 1.2 of the invoice', 'format 2.1 of the invoice'],
    ['mail wording', 'mail provider'],
    ['log in', 'log out'],
    ['wording of message 12', 'wording of message 13'],
    ['with a cache', 'without a cache'],
    ['class', 'clas'],
    ['?', '!'],
  ] as const) {
    it(`is not one for "${a}" and "${b}"`, () => assert.notEqual(decisionKey(a), decisionKey(b)));
  }

  it('is empty only where nothing is said', () => {
    assert.equal(decisionKey('  '), '');
    assert.notEqual(decisionKey('of the'), '');
  });

  it('says where in the text each word stands', () => {
    assert.deepEqual(contentWords('The Dates, of it'), [{ word: 'date', start: 4, end: 9 }]);
  });

  it('does not change with order, case and marks between words', () => {
    const words = fc.array(fc.constantFrom('date', 'format', 'mails', 'policy', 'v2', '3.1', 'Zoë'), {
      minLength: 1,
    });
    fc.assert(
      fc.property(words, fc.constantFrom(' ', ', ', ' - ', ' (', '; '), (list, mark) => {
        assert.equal(decisionKey([...list].reverse().join(mark).toUpperCase()), decisionKey(list.join(' ')));
      }),
    );
  });
});
