import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFile, replaceFile } from '../../src/node/index.ts';

describe('writing files', () => {
  let root: string;
  let outside: string;

  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'lanekeeper-')));
    outside = realpathSync(mkdtempSync(join(tmpdir(), 'lanekeeper-')));
  });

  afterEach(() => {
    for (const folder of [root, outside]) rmSync(folder, { recursive: true });
  });

  it('makes a new file with the folders above it, and never overwrites', () => {
    assert.deepEqual(createFile(root, 'a/b/c.txt', 'one'), { kind: 'written' });
    assert.deepEqual(createFile(root, 'a/b/c.txt', 'two'), { kind: 'exists' });
    assert.equal(readFileSync(join(root, 'a/b/c.txt'), 'utf8'), 'one');
  });

  it('does not write through a link that leaves the root', () => {
    symlinkSync(outside, join(root, 'away'));
    writeFileSync(join(outside, 'x.txt'), 'old');
    symlinkSync(join(outside, 'x.txt'), join(root, 'x.txt'));
    assert.equal(createFile(root, 'away/new.txt', 'new').kind, 'failed');
    assert.equal(createFile(root, 'away/deep/new.txt', 'new').kind, 'failed');
    assert.equal(replaceFile(root, 'x.txt', 'new').kind, 'failed');
    assert.equal(replaceFile(root, 'away/x.txt', 'new').kind, 'failed');
    assert.deepEqual(readdirSync(outside), ['x.txt']);
    assert.equal(readFileSync(join(outside, 'x.txt'), 'utf8'), 'old');
  });

  it('replaces what is there, and says why it cannot', () => {
    writeFileSync(join(root, 'a.txt'), 'old');
    assert.deepEqual(replaceFile(root, 'a.txt', 'new'), { kind: 'written' });
    assert.equal(readFileSync(join(root, 'a.txt'), 'utf8'), 'new');
    assert.deepEqual(replaceFile(root, 'b.txt', 'new'), { kind: 'failed', reason: 'it does not exist' });
    mkdirSync(join(root, 'folder'));
    assert.equal(replaceFile(root, 'folder', 'new').kind, 'failed');
    assert.deepEqual(readdirSync(root).sort(), ['a.txt', 'folder']);
  });
});
