import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createInputs } from '../../../src/core/checks/inputs.ts';
import { duration } from '../../../src/core/checks/process-result.ts';
import { tailOf } from '../../../src/core/checks/tail.ts';
import { createFileIndex } from '../../../src/core/glob/file-index.ts';
import { compileGlob, matchesGlob } from '../../../src/core/glob/glob.ts';
import type { Files } from '../../../src/core/workspace/files.ts';
import { memoryFiles } from '../workspace/memory-files.ts';

const PATHS = [
  '.git/config',
  '.github/ci.yml',
  'a.json',
  'app/[id]/page.tsx',
  'dist/a.js',
  'node_modules/lib/index.js',
  'src/a.ts',
  'src/b/c.ts',
  'src/b/node_modules/d.ts',
];

describe('createInputs', () => {
  const files = memoryFiles(Object.fromEntries(PATHS.map((path) => [path, path])));
  const { compile } = createFileIndex(PATHS);
  const matching = (...globs: string[]) => createInputs(files, compile).matching(globs);

  const cases: [globs: string[], expected: string[] | undefined][] = [
    [['src/**'], ['src/a.ts', 'src/b/c.ts']],
    [
      ['src/*.ts', '*.json'],
      ['a.json', 'src/a.ts'],
    ],
    [['{src,dist}/*'], ['dist/a.js', 'src/a.ts']],
    [['src/a.ts', './src/a.ts'], ['src/a.ts']],
    [['app/[id]/page.tsx'], ['app/[id]/page.tsx']],
    [['node_modules/lib/**'], ['node_modules/lib/index.js']],
    [['**/*.ts'], ['src/a.ts', 'src/b/c.ts']],
    [['.github/**'], ['.github/ci.yml']],
    [['src'], []],
    [['nowhere/**'], []],
    [['../**'], undefined],
    [['src/**', '/etc/**'], undefined],
  ];
  for (const [globs, expected] of cases) {
    it(`finds what ${globs.join(' and ')} names, ignored or not`, async () =>
      assert.deepEqual(await matching(...globs), expected));
  }

  it('finds what a glob names wherever it stands', () => {
    const name = fc.constantFrom('a', 'b', 'c.ts');
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => `${names.join('/')}/x.ts`);
    const glob = fc
      .array(fc.constantFrom('a', 'b', '*', '**', '{a,b}', 'c.*'), { minLength: 1, maxLength: 4 })
      .map((names) => `${names.join('/')}/*.ts`);
    return fc.assert(
      fc.asyncProperty(fc.uniqueArray(path), glob, async (paths, text) => {
        const compiled = compileGlob(text);
        assert.ok(!('problem' in compiled));
        const found = await createInputs(
          memoryFiles(Object.fromEntries(paths.map((one) => [one, '']))),
          (one) => compileGlob(one),
        ).matching([text]);
        assert.deepEqual(found, paths.filter((one) => matchesGlob(compiled, one)).sort());
      }),
    );
  });

  it('gives no digest of what cannot be read, is no file, or is too much', async () => {
    const entry = (kind: 'file' | 'other'): Files => ({
      list: async (folder) => (folder === '' ? [{ name: 'a', kind }] : []),
      read: async () => ({ kind: 'unreadable', reason: 'no' }),
    });
    const endless: Files = {
      list: async () => [
        { name: 'a', kind: 'folder' },
        ...Array.from({ length: 99 }, () => ({ name: 'b', kind: 'file' as const })),
      ],
      read: async () => ({ kind: 'text', text: '' }),
    };
    for (const host of [entry('file'), entry('other'), endless])
      assert.equal(await createInputs(host, (one) => compileGlob(one)).digest(['**']), undefined);
  });

  it('remembers what it has seen until it is told to forget', async () => {
    let text = 'one';
    const host: Files = {
      list: async () => [{ name: 'a', kind: 'file' }],
      read: async () => ({ kind: 'text', text }),
    };
    const inputs = createInputs(host, (one) => compileGlob(one));
    const first = await inputs.digest(['a']);
    text = 'two';
    assert.equal(await inputs.digest(['a']), first);
    inputs.forget();
    assert.notEqual(await inputs.digest(['a']), first);
  });
});

describe('tailOf', () => {
  it('is the end of the text, of at most 16 KiB, without half a character', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.nat(2000), (text, times) => {
        const whole = text.repeat(times);
        const tail = tailOf(whole);
        const bytes = new TextEncoder().encode(tail).length;
        assert.ok(whole.endsWith(tail) && bytes <= 16 * 1024);
        assert.ok(whole === tail || bytes > 8 * 1024 - 100, `${bytes}`);
        assert.ok(!/^[\udc00-\udfff]/.test(tail));
      }),
    ));
});

describe('duration', () => {
  for (const [ms, text] of [
    [250, '250ms'],
    [1500, '1.5s'],
    [90_000, '90s'],
    [600_000, '10m'],
    [5_400_000, '90m'],
    [36_000_000, '10h'],
  ] as const)
    it(`says ${text}`, () => assert.equal(duration(ms), text));
});
