import assert from 'node:assert/strict';
import { createFileIndex } from '../../../src/core/glob/file-index.ts';
import { type Place, proposeContext, proposeWritePaths } from '../../../src/core/scaffold/propose-paths.ts';

const files = createFileIndex([
  'README.md',
  'Makefile',
  'lanes/refund-mail.lane.yaml',
  'lanes/context/shop.md',
  'src/refunds/issue.ts',
  'src/refunds/README.md',
  'src/mail/outbox.ts',
  'test/refunds/issue.test.ts',
  'test/mail.test.ts',
  'packages/api/src/orders/order.ts',
  'packages/api/tests/orders/order.test.ts',
  'app/[id]/page.tsx',
]);

describe('proposing write paths', () => {
  const cases: readonly [Omit<Place, 'files'>, readonly string[]][] = [
    [{ folder: 'src/refunds' }, ['src/refunds/**', 'test/refunds/**']],
    [{ file: 'src/refunds/issue.ts' }, ['src/refunds/**', 'test/refunds/**']],
    [{ folder: 'src/mail' }, ['src/mail/**', 'test/mail.*']],
    [{ folder: 'packages/api/src/orders' }, ['packages/api/src/orders/**', 'packages/api/tests/orders/**']],
    [{ folder: 'app/[id]' }, ['app/[id]/**']],
    [{ folder: 'src/mail', file: 'src/refunds/issue.ts' }, ['src/mail/**', 'test/mail.*']],
    [{ file: 'Makefile' }, ['Makefile']],
    [{ folder: '' }, []],
    [{ folder: 'missing' }, []],
    [{ file: 'lanes/refund-mail.lane.yaml' }, []],
    [{ folder: 'lanes' }, []],
    [{ file: 'lanes/context/shop.md' }, []],
    [{}, []],
  ];
  for (const [place, paths] of cases) {
    it(`at ${JSON.stringify(place)}: ${paths.join(', ') || 'none'}`, () => {
      assert.deepEqual(proposeWritePaths({ ...place, files }), paths);
    });
  }
});

describe('proposing context', () => {
  it('names the open file, shared context and the nearest readme', () => {
    assert.deepEqual(proposeContext({ file: 'src/refunds/issue.ts', files }), [
      'src/refunds/issue.ts',
      'lanes/context/shop.md',
      'src/refunds/README.md',
    ]);
    assert.deepEqual(proposeContext({ folder: 'src/mail', files }), ['lanes/context/shop.md']);
    assert.deepEqual(proposeContext({ file: 'README.md', files }), ['README.md', 'lanes/context/shop.md']);
  });

  it('prefers shared context that is called like the place, and names few', () => {
    const many = ['a', 'b', 'c', 'mail'].map((name) => `lanes/context/${name}.md`);
    const place = {
      folder: 'src/mail',
      files: createFileIndex([...many, 'lanes/context/README.md', 'README.md', 'src/mail/a.ts']),
    };
    assert.deepEqual(proposeContext(place), [
      'lanes/context/mail.md',
      'lanes/context/a.md',
      'lanes/context/b.md',
    ]);
    const none = createFileIndex(['lanes/context/README.md', 'README.md', 'src/mail/a.ts']);
    assert.deepEqual(proposeContext({ folder: 'src/mail', files: none }), ['README.md']);
  });
});
