import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileGlob, type Glob, isUnrooted, matchesGlob } from '../../../src/core/glob/glob.ts';
import { judge } from './picomatch-model.ts';

describe('globs', () => {
  const matches: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['src/**', ['src/a', 'src/.env', 'src/a/.b/c'], ['src', 'srcs/a', 'a/src/b']],
    ['**', ['a', '.a', 'a/b'], []],
    ['**/*.md', ['a.md', 'a/b/.md'], ['a.mdx']],
    ['a/**/b', ['a/b', 'a/x/b', 'a/b/x/b'], ['a/b/c', 'b']],
    ['src/*', ['src/a', 'src/.a'], ['src/a/b', 'src']],
    ['?.ts', ['a.ts'], ['ab.ts', '.ts']],
    ['a**b', ['ab', 'axb'], ['a/b']],
    ['src/*.{ts,tsx}', ['src/a.ts', 'src/a.tsx'], ['src/a.js']],
    ['{a,b/c}/*.md', ['a/x.md', 'b/c/x.md'], ['b/x.md']],
    ['v{9..11}', ['v9', 'v10', 'v11'], ['v1', 'v12']],
    ['[a-c]x', ['ax', 'cx'], ['dx']],
    ['[!a-c]x', ['dx', '[x'], ['ax']],
    ['[^a]', ['b'], ['a', 'a/b']],
    ['[]x]', [']', 'x'], ['[]x]']],
    ['[+-9]', ['0', '+'], ['/']],
    ['{a}', ['{a}'], ['a']],
    ['src', ['src'], ['src/a']],
    ['./src//a.ts', ['src/a.ts'], []],
    ['app/(auth)/*', ['app/(auth)/x'], ['app/auth/x']],
    ['!(a)|b"+$^.x', ['!(a)|b"+$^.x'], ['b', '!(a)|b"+$^!x']],
    ['cafe\u0301/*', ['caf\u00e9/x'], []],
  ];
  for (const [text, yes, no] of matches) {
    it(`${text} matches what it says`, () => {
      for (const path of yes) assert.ok(matchesGlob(glob(text), path), `should match ${path}`);
      for (const path of no) assert.ok(!matchesGlob(glob(text), path), `should not match ${path}`);
    });
  }

  it('means a path literally where it exists as it is spelled', () => {
    const exists = (path: string) => ['app', 'app/[id]', 'app/[id]/page.tsx'].includes(path);
    for (const text of ['app/[id]/page.tsx', './app/[id]//page.tsx', 'app/[id]/*.tsx', 'app/[id]/**']) {
      assert.ok(matchesGlob(glob(text, exists), 'app/[id]/page.tsx'), text);
      assert.ok(!matchesGlob(glob(text, exists), 'app/i/page.tsx'), text);
      assert.ok(matchesGlob(glob(text), 'app/i/page.tsx'), text);
    }
    assert.ok(matchesGlob(glob('app/[id]/[ab].ts', exists), 'app/[id]/b.ts'));
  });

  it('matches as picomatch does', () => {
    const piece = fc.constantFrom(
      'a',
      'b',
      '.',
      '?',
      '*',
      '[ab]',
      '[^a]',
      '[!b]',
      '[a-c]',
      '{a,b}',
      '{a*,.b}',
    );
    const name = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''));
    const segment = fc.oneof(name, fc.constant('**'));
    const text = fc
      .array(segment, { minLength: 1, maxLength: 4 })
      .map((segments) => segments.join('/'))
      .filter((found) => !/(^|\/)\.{1,2}(\/|$)|\*\*[^/]|[^/]\*\*/.test(found) && compiles(found));
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '.'), minLength: 1, maxLength: 4 });
    const path = fc.array(
      word.filter((found) => !/^\.\.?$/.test(found)),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(text, fc.array(path, { minLength: 20, maxLength: 20 }), (found, paths) => {
        const [own, expected] = [glob(found), judge(found)];
        for (const names of paths)
          assert.equal(matchesGlob(own, names.join('/')), expected(names.join('/')), names.join('/'));
      }),
      { numRuns: 2000 },
    );
  });

  const tooComplex = [
    '**/*a*a*a*a*a*a*b',
    'src/{*a*,x}b*c*d',
    '{1..1000000}',
    '{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}',
    '{a,b}'.repeat(190),
    `${'{{'.repeat(200)}a,b${'}}'.repeat(200)}`,
    `{a}${'}'.repeat(900)},z}`,
    `{${'x,'.repeat(120)}y}`,
    `{a,b,c,d,e}${'x'.repeat(900)}`,
    'a/'.repeat(100),
    'a'.repeat(1001),
    '{000..99999999999}'.repeat(50),
  ];
  for (const text of tooComplex) {
    it(`refuses ${text.slice(0, 40)} as too complex`, () => {
      const found = compileGlob(text);
      assert.ok('problem' in found);
      assert.equal(found.problem, 'too-complex');
      assert.match(found.message, /^Pattern too complex: ".+" .+\. Write several simpler globs\.$/);
    });
  }

  // Each of these would keep a backtracking matcher busy for minutes.
  const costly: readonly (readonly [string, string])[] = [
    [`${'*a*a*a/'.repeat(60)}b`, `${'a'.repeat(60)}/`.repeat(60)],
    [`${'**/*a*a*a/'.repeat(30)}b`, `${'a'.repeat(60)}/`.repeat(60)],
    [`${'**/a/'.repeat(30)}b`, 'a/'.repeat(2000)],
    ['**/*a*a*b', 'a'.repeat(4000)],
  ];
  for (const [text, path] of costly) {
    it(`matches ${text.slice(0, 20)}… in linear time`, () =>
      assert.equal(matchesGlob(glob(text), `${path}c`), false));
  }

  const outside: readonly (readonly [string, string])[] = [
    ['../../**', 'outside'],
    ['/src/**', 'absolute'],
    ['~/**', 'home'],
    ['src\\**', 'backslash'],
    ['{..,src}/a', 'outside'],
    ['src/{a,../..}/b', 'outside'],
    ['{src,}/b', 'absolute'],
    ['{src,~}/b', 'home'],
    ['.', 'empty'],
    ['a/..', 'empty'],
    ['[a', 'unclosed'],
    ['src/[', 'unclosed'],
    ['src/[]', 'unclosed'],
    ['src/[a/b]', 'unclosed'],
    ['{a', 'unclosed'],
    ['src/{a,{b}/*.ts', 'unclosed'],
  ];
  for (const [text, problem] of outside) {
    it(`refuses ${text}: ${problem}`, () => {
      const found = compileGlob(text);
      assert.equal('problem' in found && found.problem, problem);
    });
  }

  it('knows which globs are unrooted', () => {
    for (const text of ['**', '**/*.md', './**/x', '{src,**}/x']) assert.ok(isUnrooted(glob(text)), text);
    for (const text of ['src/**', '*.md', '*/**', 'a']) assert.ok(!isUnrooted(glob(text)), text);
  });

  it('says something about any text, and never throws', () => {
    const unit = fc.oneof(
      fc.constantFrom('{', '}', ',', '[', ']', '*', '?', '/', '.', '..', '!', '^', '-', '\\'),
      fc.string(),
    );
    fc.assert(
      fc.property(
        fc.array(unit, { maxLength: 40 }).map((units) => units.join('')),
        fc.string(),
        (text, path) => {
          const found = compileGlob(text);
          if ('problem' in found) assert.ok(found.message.length > 20);
          else matchesGlob(found, path);
        },
      ),
      { numRuns: 5000 },
    );
  });
});

function compiles(text: string): boolean {
  return !('problem' in compileGlob(text));
}

function glob(text: string, exists?: (path: string) => boolean): Glob {
  const compiled = compileGlob(text, exists);
  assert.ok(!('problem' in compiled), text);
  return compiled;
}
