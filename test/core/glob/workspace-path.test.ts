import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkPath, normalizePath } from '../../../src/core/glob/workspace-path.ts';

describe('paths of a workspace', () => {
  const refused: readonly (readonly [string, string])[] = [
    ['', 'empty'],
    ['  ', 'empty'],
    ['/etc/passwd', 'absolute'],
    ['/', 'absolute'],
    ['~', 'home'],
    ['~/notes', 'home'],
    ['~ana/notes', 'home'],
    ['C:/Windows', 'drive'],
    ['c:notes', 'drive'],
    ['C:\\Windows', 'drive'],
    ['\\\\server\\share', 'network'],
    ['//server/share', 'network'],
    ['src\\app.ts', 'backslash'],
    ['src/\0app.ts', 'control-character'],
    ['src/\napp.ts', 'control-character'],
    ['src/\u0085.ts', 'control-character'],
    ['file:///x', 'address'],
    ['https://example.com/a', 'address'],
    ['$HOME/x', 'variable'],
    ['$(pwd)/x', 'variable'],
    ['%USERPROFILE%/x', 'variable'],
    ['..', 'outside'],
    ['../../**', 'outside'],
    ['a/../../b', 'outside'],
    ['./a/.././../b', 'outside'],
    ['a/b/../../..', 'outside'],
    ['**/../x', 'unclear-parent'],
    ['src/{a,b/c}/../../x', 'unclear-parent'],
  ];
  for (const [text, problem] of refused) {
    it(`refuses ${JSON.stringify(text)}: ${problem}`, () => assert.equal(checkPath(text)?.problem, problem));
  }

  for (const text of [
    '.',
    'a',
    'a/..',
    'a/../b',
    '..a/b..',
    '...',
    'a/b/',
    'src/**',
    'app/[id]/(auth)/$x.ts',
    '$types/x.ts',
    '[$x].ts',
    'ab:c',
  ]) {
    it(`accepts ${JSON.stringify(text)}`, () => assert.equal(checkPath(text), undefined));
  }

  it('says what was found and what to write instead, and shows control characters', () => {
    assert.match(
      checkPath('src\\app.ts')?.message ?? '',
      /"src\\app\.ts" holds a backslash\. Write "src\/app\.ts"/,
    );
    assert.match(checkPath('a\u001bb')?.message ?? '', /"a\\u\{1b\}b"/);
    assert.ok((checkPath(`/${'x'.repeat(9999)}`)?.message.length ?? 0) < 200);
  });

  const spellings: readonly (readonly [string, string])[] = [
    ['./a//b/', 'a/b'],
    ['.', ''],
    ['a/./b/../c', 'a/c'],
    ['cafe\u0301.md', 'caf\u00e9.md'],
    ['src/**/', 'src/**'],
  ];
  for (const [loose, normal] of spellings) {
    it(`spells ${JSON.stringify(loose)} as ${JSON.stringify(normal)}`, () =>
      assert.equal(normalizePath(loose), normal));
  }

  it('accepts only what stays inside, and then has one spelling for it', () => {
    const segment = fc.constantFrom('..', '.', '', 'a', 'é', '*', '**', '~', '{x', 'y}');
    fc.assert(
      fc.property(
        fc.array(segment).map((segments) => segments.join('/')),
        (text) => {
          if (checkPath(text) !== undefined) return;
          const normal = normalizePath(text);
          assert.equal(normalizePath(normal), normal);
          assert.doesNotMatch(`/${normal}/`, /\/\.{0,2}\/./);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
