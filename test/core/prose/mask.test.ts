import assert from 'node:assert/strict';
import fc from 'fast-check';
import { maskProse } from '../../../src/core/prose/mask.ts';

/** The text with every masked character as `_`. */
function masked(text: string): string {
  return maskProse(text).replace(/[\uE000-\uE003]/g, '_');
}

describe('masking what is not the author’s own word', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['code', 'run `npm test` now', 'run __________ now'],
    ['code with a backtick inside', 'a ``x ` y`` b', 'a _________ b'],
    ['a quotation', 'it says "as appropriate" there', 'it says ________________ there'],
    ['curly quotation marks', 'it says “etc.” there', 'it says ______ there'],
    ['single quotation marks', "the button 'Try again' stays", 'the button ___________ stays'],
    ['an address', 'see https://example.com/a?b=1 for', 'see _________________________ for'],
    ['a path', 'see src/mail/send.ts for', 'see ________________ for'],
    ['a file name', 'in README.md only', 'in _________ only'],
    ['a glob', 'in src/**/*.ts only', 'in ___________ only'],
    ['a folder', 'below docs/ only', 'below _____ only'],
  ];
  for (const [what, text, expected] of cases) {
    it(`masks ${what}`, () => {
      assert.equal(masked(text), expected);
    });
  }

  for (const text of [
    "don't mind the user's choice",
    'and/or',
    'read/write access, e.g. for admins',
    'the UI/UX of the page',
    'a sentence. Another one.',
    'an unclosed " mark and an unclosed ` too',
  ]) {
    it(`leaves ${JSON.stringify(text)}`, () => {
      assert.equal(masked(text), text);
    });
  }

  it('masks fenced code, and blanks comments and quoted blocks, line by line', () => {
    const text = 'a\n```js\nlet b\n```\nc <!-- d\ne --> f\n> g\nh';
    assert.equal(masked(text), 'a\n_____\n_____\n___\nc       \n      f\n   \nh');
  });

  it('masks a fence that nobody closed up to the end', () => {
    assert.equal(masked('a\n~~~\nb\nc'), 'a\n___\n_\n_');
  });

  it('keeps the length and every line break, whatever the text', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('`', '```\n', '"', "'", '<!--', '-->', '> ', '\n', 'src/a.ts', 'https://a.b'),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const result = maskProse(text);
        assert.equal(result.length, text.length);
        assert.deepEqual(
          [...result.matchAll(/\n/g)].map(({ index }) => index),
          [...text.matchAll(/\n/g)].map(({ index }) => index),
        );
      }),
    );
  });
});
