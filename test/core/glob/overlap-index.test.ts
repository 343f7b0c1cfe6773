import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileGlob, isUnrooted } from '../../../src/core/glob/glob.ts';
import { globsIntersect } from '../../../src/core/glob/intersect.ts';
import { createOverlapIndex, type Overlap } from '../../../src/core/glob/overlap-index.ts';

describe('overlap index', () => {
  it('names the other owner and both globs as they were written', () => {
    const index = createOverlapIndex();
    index.add('mail', ['./src/refunds/**', 'docs/*.md']);
    index.add('template', ['src/refunds/mail.ts']);
    index.add('ledger', ['src/ledger/**']);
    assert.deepEqual(index.overlapping('mail', 10), [
      { owner: 'template', own: './src/refunds/**', other: 'src/refunds/mail.ts' },
    ]);
    assert.deepEqual(index.overlapping('template', 10), [
      { owner: 'mail', own: 'src/refunds/mail.ts', other: './src/refunds/**' },
    ]);
    assert.deepEqual(index.overlapping('ledger', 10), []);
    assert.deepEqual(index.overlapping('nobody', 10), []);
  });

  it('forgets what is removed, and follows what is added again', () => {
    const index = createOverlapIndex();
    index.add('a', ['src/**']);
    index.add('b', ['src/x.ts']);
    index.remove('b');
    index.remove('b');
    assert.deepEqual(index.overlapping('a', 10), []);
    index.add('b', ['src/y.ts', 'src/*.md']);
    assert.deepEqual(
      index
        .overlapping('a', 10)
        .map((found) => found.other)
        .sort(),
      ['src/*.md', 'src/y.ts'],
    );
  });

  it('puts equal globs first and stops at the limit', () => {
    const index = createOverlapIndex();
    for (let count = 0; count < 1000; count++) index.add(`below ${count}`, [`src/f${count}.ts`]);
    index.add('wide', ['src/**']);
    index.add('as wide', ['src/**']);
    const found = index.overlapping('wide', 5);
    assert.equal(found.length, 5);
    assert.equal(found[0]?.owner, 'as wide');
  });

  it('leaves out unrooted globs and what is no glob that can be used', () => {
    const index = createOverlapIndex();
    index.add('a', ['**', '**/*.md', '../x', 'src/*a*a*a*a']);
    index.add('b', ['**', 'README.md', '../x', 'src/aaaa']);
    assert.deepEqual(index.overlapping('a', 10), []);
  });

  it('means a path literally where it exists as it is spelled', () => {
    const index = createOverlapIndex((path) => path === 'app/[id]');
    index.add('a', ['app/[id]/**']);
    index.add('b', ['app/i/**']);
    index.add('c', ['app/*/page.tsx']);
    assert.deepEqual(
      index.overlapping('a', 10).map((found) => found.owner),
      ['c'],
    );
  });

  it('does not take paths for one that differ in letter case', () => {
    const index = createOverlapIndex();
    index.add('a', ['src/A.ts']);
    index.add('b', ['src/a.ts']);
    assert.deepEqual(index.overlapping('a', 10), []);
  });

  it('finds what comparing every pair finds, after any adding and removing', () => {
    const segment = fc.constantFrom('a', 'b', 'ab', 'a*', '*b', '*', '**', '{a,b}', '{a/b,ab}', '[ab]');
    const text = fc.array(segment, { minLength: 1, maxLength: 3 }).map((segments) => segments.join('/'));
    const owner = fc.constantFrom('one', 'two', 'three', 'four', 'constructor');
    const step = fc.record({ owner, globs: fc.option(fc.array(text, { maxLength: 4 }), { nil: undefined }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const index = createOverlapIndex();
        const model = new Map<string, Set<string>>();
        for (const { owner: name, globs } of steps) {
          if (globs === undefined) {
            index.remove(name);
            model.delete(name);
          } else {
            index.add(name, globs);
            model.set(name, new Set([...(model.get(name) ?? []), ...globs]));
          }
        }
        for (const name of model.keys()) {
          assert.deepEqual(sorted(index.overlapping(name, 1000)), sorted(everyPair(model, name)));
        }
      }),
      { numRuns: 2000 },
    );
  });
});

function everyPair(owners: ReadonlyMap<string, ReadonlySet<string>>, owner: string): Overlap[] {
  const found: Overlap[] = [];
  for (const own of owners.get(owner) ?? []) {
    for (const [other, globs] of owners) {
      for (const text of globs)
        if (other !== owner && meet(own, text)) found.push({ owner: other, own, other: text });
    }
  }
  return found;
}

function meet(a: string, b: string): boolean {
  const [own, other] = [compileGlob(a), compileGlob(b)];
  assert.ok(!('problem' in own) && !('problem' in other));
  return !isUnrooted(own) && !isUnrooted(other) && globsIntersect(own, other);
}

function sorted(found: readonly Overlap[]): string[] {
  return found.map(({ owner, own, other }) => `${owner} ${own} ${other}`).sort();
}
