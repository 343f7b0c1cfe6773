import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keepOutput } from '../../src/node/index.ts';

describe('output that is kept', () => {
  it('is the end of what was added, in whatever pieces', () => {
    const pieces = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c', '\n'), maxLength: 30 }));
    fc.assert(
      fc.property(pieces, fc.integer({ min: 1, max: 40 }), (texts, most) => {
        const kept = keepOutput(most);
        for (const text of texts) kept.add(Buffer.from(text));
        const whole = texts.join('');
        assert.equal(kept.text(), whole.slice(-most));
        assert.equal(kept.isCut, whole.length > most);
      }),
    );
  });

  it('begins with a whole character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, most) => {
        const kept = keepOutput(most);
        for (const byte of Buffer.from(text)) kept.add(Uint8Array.of(byte));
        assert.ok(text.endsWith(kept.text()) && !kept.text().includes('\ufffd'));
      }),
    );
  });
});
