import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileGlob, type Glob } from '../../../src/core/glob/glob.ts';
import { globsIntersect } from '../../../src/core/glob/intersect.ts';
import { allPaths, judge } from './picomatch-model.ts';

describe('intersection of globs', function () {
  this.timeout(60_000);

  const cases: readonly (readonly [string, string, boolean])[] = [
    ['src/**', 'src/**', true],
    ['src/**', 'src/a/b.ts', true],
    ['src/**', 'src', false],
    ['src/**', 'src2/a.ts', false],
    ['src/*.ts', 'src/a/b.ts', false],
    ['**/*.md', 'docs/a/b.md', true],
    ['**/a', 'a', true],
    ['a/**/b', 'a/b', true],
    ['a/**/b', 'a/b/c', false],
    ['**/test/**', 'src/**', true],
    ['src/{a,b}/**', 'src/{b,c}/x.ts', true],
    ['src/{a,b}/**', 'src/{c,d}/x.ts', false],
    ['{src/a,lib}/**', 'lib/x', true],
    ['v[0-4].md', 'v[5-9].md', false],
    ['v[0-5].md', 'v[5-9].md', true],
    ['v[!0-9].md', 'v[0-9].md', false],
    ['v[^a].md', 'v?.md', true],
    ['a*b', '*ab', true],
    ['a*b', '*c', false],
    ['*.test.*', 'x*.ts', true],
    ['.*', '?', false],
    ['.?', '?.', false],
    ['.*', '??', true],
    ['[z-a]', '*', false],
    ['a[z-a]', '**', false],
    ['[a-m]*', '[!a-m]*', false],
    ['src/A.ts', 'src/a.ts', false],
    ['app/[id]/page.tsx', 'app/[id]/*', true],
    ['app/[id]/page.tsx', 'app/i/page.tsx', true],
    ['caf\u00e9/*', 'cafe\u0301/x', true],
    ['file{1..12}', 'file11', true],
  ];
  for (const [a, b, expected] of cases) {
    it(`${a} and ${b} ${expected ? 'meet' : 'are apart'}`, () => {
      assert.equal(globsIntersect(glob(a), glob(b)), expected);
      assert.equal(globsIntersect(glob(b), glob(a)), expected);
    });
  }

  // Each model is complete: where two globs of its grammar meet at all, they meet in one of its paths.
  it('is what brute force says, inside a name', () => {
    const token = fc.constantFrom(
      'a',
      'b',
      '.',
      '?',
      '*',
      '[ab]',
      '[^a]',
      '[!ab]',
      '[a-c]',
      '[b.]',
      '{a,b}',
      '{ab,?}',
    );
    const name = fc.array(token, { minLength: 1, maxLength: 3 }).map((tokens) => tokens.join(''));
    agrees(
      name.filter((text) => text !== '.' && text !== '..'),
      allPaths('abc.', 6, 1),
    );
  });

  it('is what brute force says, between names', () => {
    const segment = fc.constantFrom('a', 'b', '*', '**', '?', '[ab]', '{a,b}', '{a,b/a}');
    const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join('/'));
    agrees(path, allPaths('ab', 1, 8));
  });

  it('is what brute force says, in whole paths', () => {
    const segment = fc.constantFrom('a', 'ab', '*', '?', 'a*', '*b', '[ab]', '[^a]', '{a,ab}', '?*', '**');
    const path = fc.array(segment, { minLength: 1, maxLength: 2 }).map((segments) => segments.join('/'));
    agrees(path, allPaths('ab', 3, 4));
  });
});

function agrees(globs: fc.Arbitrary<string>, paths: readonly string[]): void {
  const judged = new Map<string, Uint32Array>();
  const matched = (text: string) => {
    const known = judged.get(text) ?? bits(paths, judge(text));
    judged.set(text, known);
    return known;
  };
  fc.assert(
    fc.property(globs, globs, (a, b) => {
      const other = matched(b);
      const expected = matched(a).some((word, at) => (word & (other[at] ?? 0)) !== 0);
      assert.equal(globsIntersect(glob(a), glob(b)), expected, `${a} and ${b}`);
      assert.equal(globsIntersect(glob(b), glob(a)), expected, `${b} and ${a}`);
    }),
    { numRuns: 10_000 },
  );
}

function bits(paths: readonly string[], matches: (path: string) => boolean): Uint32Array {
  const words = new Uint32Array(Math.ceil(paths.length / 32));
  paths.forEach((path, at) => {
    if (matches(path)) words[at >> 5] = (words[at >> 5] ?? 0) | (1 << (at & 31));
  });
  return words;
}

function glob(text: string): Glob {
  const compiled = compileGlob(text);
  assert.ok(!('problem' in compiled), text);
  return compiled;
}
