import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listFiles } from '../../src/core/index.ts';
import { findRoot, markedRoot, nodeFiles } from '../../src/node/index.ts';

describe('the files of a folder', () => {
  let root: string;

  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'lanekeeper-')));
  });

  afterEach(() => rmSync(root, { recursive: true }));

  const put = (path: string, text = '') => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };

  it('reads bytes, and says why it does not', async () => {
    put('a.txt', 'four');
    mkdirSync(join(root, 'folder'));
    const files = nodeFiles(root);
    assert.deepEqual(await files.read('a.txt', 4), { kind: 'bytes', bytes: Buffer.from('four') });
    assert.deepEqual(await files.read('a.txt', 3), { kind: 'too-large', size: 4 });
    assert.deepEqual(await files.read('b.txt', 4), { kind: 'missing' });
    assert.deepEqual(await files.read('folder', 4), { kind: 'unreadable', reason: 'it is not a file' });
    assert.deepEqual(await files.read('../outside', 4), { kind: 'missing' });
    assert.equal((await files.read('../../etc/passwd', 1e6)).kind === 'bytes', false);
  });

  it('does not wait for a pipe', async function () {
    if (process.platform === 'win32') this.skip();
    spawnSync('mkfifo', [join(root, 'pipe')]);
    assert.deepEqual(await nodeFiles(root).read('pipe', 10), {
      kind: 'unreadable',
      reason: 'it is not a file',
    });
    assert.deepEqual(await nodeFiles(root).list(''), [{ name: 'pipe', kind: 'other' }]);
  });

  it('follows links inside the folder, each once, and none that leave it', async () => {
    put('real/deep/a.txt');
    symlinkSync('real', join(root, 'linked'));
    symlinkSync('../..', join(root, 'real/deep/up'));
    symlinkSync('../real/deep', join(root, 'real/beside'));
    symlinkSync(tmpdir(), join(root, 'away'));
    symlinkSync('real/deep/a.txt', join(root, 'b.txt'));
    assert.deepEqual([...(await listFiles(nodeFiles(root))).paths].sort(), [
      'b.txt',
      'linked/deep/a.txt',
      'real/beside/a.txt',
      'real/deep/a.txt',
    ]);
  });

  it('ends where links lead in a circle', async () => {
    mkdirSync(join(root, 'a'));
    mkdirSync(join(root, 'b'));
    put('a/one.txt');
    symlinkSync('../b', join(root, 'a/to-b'));
    symlinkSync('../a', join(root, 'b/to-a'));
    symlinkSync('self', join(root, 'self'));
    assert.deepEqual([...(await listFiles(nodeFiles(root))).paths].sort(), ['a/one.txt', 'b/to-a/one.txt']);
  });

  it('finds the root upwards: the settings first, then git, then the folder itself', () => {
    put('repo/.git/HEAD');
    put('repo/shop/lanekeeper.yaml');
    put('repo/shop/lanes/a.lane.yaml');
    put('repo/docs/a.md');
    put('plain/a.md');
    assert.equal(findRoot(join(root, 'repo/shop/lanes')), join(root, 'repo/shop'));
    assert.equal(findRoot(join(root, 'repo/shop/lanes/a.lane.yaml')), join(root, 'repo/shop'));
    assert.equal(findRoot(join(root, 'repo/docs/none/at/all')), join(root, 'repo'));
    assert.equal(findRoot(join(root, 'plain')), join(root, 'plain'));
    assert.equal(markedRoot(join(root, 'plain')), undefined);
  });
});
