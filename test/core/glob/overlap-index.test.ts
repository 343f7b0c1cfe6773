import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileGlob, isUnrooted } from '../../../src/core/glob/glob.ts';
import { globsIntersect } from '../../../src/core/glob/intersect.ts';
import { createOverlapIndex, type OverlapIndex } from '../../../src/core/glob/overlap-index.ts';

describe('overlap index', () => {
  it('names the other globs that a path in common is possible with, as they were written', () => {
    const index = holding('./src/refunds/**', 'docs/*.md', 'src/refunds/mail.ts', 'src/ledger/**');
    assert.deepEqual(index.meeting('./src/refunds/**', 10), ['src/refunds/mail.ts']);
    assert.deepEqual(index.meeting('src/refunds/mail.ts', 10), ['./src/refunds/**']);
    assert.deepEqual(index.meeting('src/ledger/**', 10), []);
  });

  it('may be asked about a glob that it does not hold', () => {
    assert.deepEqual(holding('src/**').meeting('src/x.ts', 10), ['src/**']);
  });

  it('forgets what is removed, and follows what is added again', () => {
    const index = holding('src/**', 'src/x.ts');
    index.remove('src/x.ts');
    index.remove('src/x.ts');
    assert.deepEqual(index.meeting('src/**', 10), []);
    index.add('src/y.ts');
    index.add('src/*.md');
    assert.deepEqual([...index.meeting('src/**', 10)].sort(), ['src/*.md', 'src/y.ts']);
  });

  it('stops at the limit', () => {
    const index = holding('src/**', ...Array.from({ length: 1000 }, (_, count) => `src/f${count}.ts`));
    assert.equal(index.meeting('src/**', 5).length, 5);
  });

  it('leaves out unrooted globs and what is no glob that can be used', () => {
    const index = holding('**', '**/*.md', '../x', 'src/*a*a*a*a', 'README.md', 'src/aaaa');
    for (const glob of ['**', '**/*.md', '../x', 'src/*a*a*a*a', 'src/aaaa', 'README.md']) {
      assert.deepEqual(index.meeting(glob, 10), []);
    }
  });

  it('means a path literally where it exists as it is spelled', () => {
    const index = createOverlapIndex((text) => compileGlob(text, (path) => path === 'app/[id]'));
    for (const glob of ['app/[id]/**', 'app/i/**', 'app/*/page.tsx']) index.add(glob);
    assert.deepEqual(index.meeting('app/[id]/**', 10), ['app/*/page.tsx']);
  });

  it('does not take paths for one that differ in letter case', () => {
    assert.deepEqual(holding('src/A.ts', 'src/a.ts').meeting('src/A.ts', 10), []);
  });

  it('finds what comparing every pair finds, after any adding and removing', () => {
    const segment = fc.constantFrom('a', 'b', 'ab', 'a*', '*b', '*', '**', '{a,b}', '{a/b,ab}', '[ab]');
    const text = fc.array(segment, { minLength: 1, maxLength: 3 }).map((segments) => segments.join('/'));
    const step = fc.record({ glob: text, isAdded: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), text, (steps, asked) => {
        const index = createOverlapIndex();
        const model = new Set<string>();
        for (const { glob, isAdded } of steps) {
          if (isAdded) index.add(glob);
          else index.remove(glob);
          if (isAdded) model.add(glob);
          else model.delete(glob);
        }
        const expected = [...model].filter((glob) => glob !== asked && meet(glob, asked));
        assert.deepEqual([...index.meeting(asked, 1000)].sort(), expected.sort());
      }),
      { numRuns: 2000 },
    );
  });
});

function holding(...globs: readonly string[]): OverlapIndex {
  const index = createOverlapIndex();
  for (const glob of globs) index.add(glob);
  return index;
}

function meet(a: string, b: string): boolean {
  const [own, other] = [compileGlob(a), compileGlob(b)];
  assert.ok(!('problem' in own) && !('problem' in other));
  return !isUnrooted(own) && !isUnrooted(other) && globsIntersect(own, other);
}
