import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { readLaneFile } from '../../../src/core/lane/read-lane.ts';
import { spanWithin } from '../../../src/core/text/source-map.ts';

/** The outcome of a lane, and where the words are found in the file. */
function find(source: string, words: string): string {
  const outcome = readLaneFile('a.lane.yaml', source).lane?.brief.outcome;
  assert.ok(outcome, source);
  const start = outcome.value.indexOf(words);
  assert.notEqual(start, -1, JSON.stringify(outcome.value));
  const span = spanWithin(source, outcome, start, start + words.length);
  return source.slice(span.start, span.end);
}

describe('spanWithin', () => {
  const cases: [string, string, string, string?][] = [
    ['plain', 'outcome: as soon as possible', 'soon'],
    ['plain over two lines', 'outcome: as soon\n    as possible', 'possible'],
    ['across a fold', 'outcome: as soon\n    as possible', 'soon as', 'soon\n    as'],
    ['single quotes', "outcome: 'it''s soon'", 'soon'],
    ['double quotes with escapes', 'outcome: "a \\"b\\" \\u00e9 soon\\n now"', 'soon'],
    ['double quotes with an escaped line break', 'outcome: "as \\\n    soon now"', 'soon'],
    ['literal block', 'outcome: |\n    First line\n\n      indented soon\n    last', 'soon'],
    ['last line of a literal block', 'outcome: |\n    First line\n    last', 'last'],
    ['folded block', 'outcome: >-\n    First\n    line\n\n    as soon', 'soon'],
    ['literal block with CRLF', 'outcome: |\r\n    First line\r\n    as soon\r\n', 'soon'],
  ];
  for (const [name, yaml, words, expected = words] of cases) {
    it(`finds words of a ${name} value in the file`, () =>
      assert.equal(find(`lane: 1\nbrief:\n  ${yaml}\n`, words), expected));
  }

  it('finds any word of any text in any style', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcé"\\\':#-{'), minLength: 1, maxLength: 6 });
    const text = fc.array(fc.array(word, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 });
    const style = fc.constantFrom(
      'BLOCK_LITERAL',
      'BLOCK_FOLDED',
      'QUOTE_DOUBLE',
      'QUOTE_SINGLE',
    ) as fc.Arbitrary<'BLOCK_LITERAL'>;
    fc.assert(
      fc.property(text, style, (lines, defaultStringType) => {
        const value = `${lines.map((words) => words.join(' ')).join('\n')} needle`;
        const source = stringify(
          { lane: 1, brief: { outcome: value } },
          { defaultStringType, defaultKeyType: 'PLAIN', lineWidth: 30 },
        );
        assert.equal(find(source, 'needle'), 'needle');
      }),
    );
  });
});
