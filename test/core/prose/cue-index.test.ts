import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ALL_PARTS } from '../../../src/core/prose/phrase.ts';
import { readProse } from '../../../src/core/prose/prose.ts';
import { isTextRule } from '../../../src/core/prose/text-rule.ts';
import { RULES } from '../../../src/core/rules/catalogue.ts';
import { CUES } from '../../../src/core/rules/cues.ts';

/** The words of a phrase without the conditions on what stands around them, which the generator of texts does not know. */
const withoutLooks = (source: string): RegExp => {
  let plain = '';
  for (let at = 0; at < source.length; ) {
    const isLook = /^\(\?<?[=!]/.test(source.slice(at, at + 4));
    const end = isLook ? endOfGroup(source, at) : at + (source[at] === '\\' ? 2 : 1);
    if (!isLook) plain += source.slice(at, end);
    at = end;
  }
  return new RegExp(plain.replaceAll('\\b', ''));
};

const endOfGroup = (source: string, start: number): number => {
  let depth = 0;
  for (let at = start; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === '[') at = source.indexOf(']', at);
    else if (source[at] === '(') depth++;
    else if (source[at] === ')' && --depth === 0) return at + 1;
  }
  return source.length;
};

describe('the cues by which texts are passed over', () => {
  for (const { id, phrases = [] } of RULES.filter(isTextRule)) {
    for (const [index, phrase] of phrases.entries()) {
      it(`of ${id}, phrase ${index + 1}, stand in every text that it matches`, () => {
        const words = withoutLooks(phrase.pattern(ALL_PARTS).source);
        fc.assert(
          fc.property(fc.stringMatching(words), fc.constantFrom('', 'It says '), (found, before) => {
            const text = `${before}${found} here.`;
            const parts = readProse(text, CUES).partsOf(phrase);
            const matches = (pattern: RegExp) => text.match(pattern) ?? [];
            assert.deepEqual(
              parts === 0 ? [] : matches(phrase.pattern(parts)),
              matches(phrase.pattern(ALL_PARTS)),
              text,
            );
          }),
          { numRuns: 200 },
        );
      });
    }
  }
});
