import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lineIndex } from '../../../src/core/text/line-index.ts';

describe('lineIndex', () => {
  const cases: [string, number, number, number][] = [
    ['ab\ncd', 0, 1, 1],
    ['ab\ncd', 3, 2, 1],
    ['ab\r\ncd', 5, 2, 2],
    ['\uFEFFab', 1, 1, 1],
    ['a😀b', 3, 1, 4],
    ['', 0, 1, 1],
    ['a\n', 2, 2, 1],
  ];
  for (const [text, offset, line, column] of cases) {
    it(`puts offset ${offset} of ${JSON.stringify(text)} at ${line}:${column}`, () =>
      assert.deepEqual(lineIndex(text).position(offset), { line, column }));
  }

  it('turns a position back into its offset', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '\n', 'é', ' ')), fc.nat(), (letters, seed) => {
        const text = letters.join('');
        const offset = seed % (text.length + 1);
        const index = lineIndex(text);
        assert.equal(index.offset(index.position(offset)), offset);
      }),
    );
  });
});
