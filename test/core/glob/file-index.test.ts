import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createFileIndex } from '../../../src/core/glob/file-index.ts';
import { compileGlob, matchesGlob } from '../../../src/core/glob/glob.ts';

const files = createFileIndex([
  'src/refunds/mail.ts',
  'src/refunds/index.ts',
  'src/ledger/index.ts',
  'src/App.tsx',
  'app/[id]/page.tsx',
  'app/i/page.tsx',
  'docs/cafe\u0301.md',
  'README.md',
  '.env',
  'src/App.tsx',
]);

describe('file index', () => {
  it('lists each file once, sorted', () => {
    assert.equal(files.size, 9);
    assert.deepEqual(files.paths, [...files.paths].sort());
  });

  it('knows files and folders, however they are spelled', () => {
    for (const path of ['README.md', './src//App.tsx', 'docs/caf\u00e9.md'])
      assert.ok(files.hasFile(path), path);
    for (const path of ['src', 'src/App', 'readme.md', '']) assert.ok(!files.hasFile(path), path);
    for (const path of ['', '.', 'src', 'src/', './src/refunds', 'app/[id]'])
      assert.ok(files.hasFolder(path), path);
    for (const path of ['sr', 'README.md', 'src/refund', 'toString']) assert.ok(!files.hasFolder(path), path);
  });

  const found: readonly (readonly [string, readonly string[]])[] = [
    ['src/refunds/**', ['src/refunds/index.ts', 'src/refunds/mail.ts']],
    ['**/index.ts', ['src/ledger/index.ts', 'src/refunds/index.ts']],
    ['{src/refunds/m*,*.md,README*}', ['README.md', 'src/refunds/mail.ts']],
    ['.*', ['.env']],
    ['app/[id]/page.tsx', ['app/[id]/page.tsx']],
    ['app/[id]/*', ['app/[id]/page.tsx']],
    ['app/[i]/*', ['app/i/page.tsx']],
    ['docs/cafe\u0301.*', ['docs/caf\u00e9.md']],
    ['src', []],
    ['../**', []],
    ['**/*a*a*a*a*', []],
  ];
  for (const [glob, expected] of found) {
    it(`finds what ${glob} names`, () => {
      assert.deepEqual(files.matching(glob), expected);
      assert.deepEqual(files.matching(glob, 1), expected.slice(0, 1));
      assert.equal(files.count(glob), expected.length);
      assert.equal(files.matchesAny(glob), expected.length > 0);
      assert.equal(files.count(glob), expected.length);
    });
  }

  it('finds what matching every file by itself finds', () => {
    const name = fc.constantFrom('a', 'b', 'ab', 'a.ts', 'b.ts', '.a');
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'));
    const piece = fc.constantFrom('a', '*', '**', '*.ts', '{a,b}', 'a*', '{a/b,b}', '?', '[ab]*');
    const glob = fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join('/'));
    fc.assert(
      fc.property(fc.array(path), glob, (paths, text) => {
        const compiled = compileGlob(text);
        assert.ok(!('problem' in compiled));
        const expected = [...new Set(paths)].filter((one) => matchesGlob(compiled, one)).sort();
        assert.deepEqual(createFileIndex(paths).matching(text), expected);
      }),
      { numRuns: 2000 },
    );
  });

  const near: readonly (readonly [string, string | undefined])[] = [
    ['src/refunds/mial.ts', 'src/refunds/mail.ts'],
    ['src/refund/mail.ts', 'src/refunds/mail.ts'],
    ['scr/refund/mails.ts', 'src/refunds/mail.ts'],
    ['lib/mail.ts', 'src/refunds/mail.ts'],
    ['src/app.tsx', 'src/App.tsx'],
    ['src/ledgers/index.ts', 'src/ledger/index.ts'],
    ['scr', 'src'],
    ['src/refnds', 'src/refunds'],
    ['docs/readme.md', 'README.md'],
    ['something/else/entirely.py', undefined],
    ['', undefined],
  ];
  for (const [path, expected] of near) {
    it(`takes ${path || 'nothing'} to mean ${expected ?? 'nothing'}`, () =>
      assert.equal(files.nearest(path), expected));
  }

  it('is nearest to itself', () => {
    for (const path of files.paths) assert.equal(files.nearest(path), path);
  });
});
