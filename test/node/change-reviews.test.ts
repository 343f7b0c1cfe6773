import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { appendReview, readReviews } from '../../src/core/index.ts';
import { changeReviews } from '../../src/node/index.ts';
import { givenRepository } from './given-repository.ts';

const ENTRY = { verdict: 'returned', by: 'Bea <bea@example.com>', at: '2026-11-22T09:10:00Z' };
const LOCK = '.a.reviews.yaml.lock';

function append(root: string, path = 'a.reviews.yaml', by = ENTRY.by): Promise<string | undefined> {
  return changeReviews(root, path, (text) => appendReview(path, text, 'intent', { ...ENTRY, by }));
}

describe('changeReviews', function () {
  this.timeout(60_000);
  let root = '';
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'lanekeeper-reviews-')));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('makes a file and adds to it, and leaves nothing else behind', async () => {
    assert.equal(await append(root), undefined);
    assert.equal(await append(root), undefined);
    assert.equal(readReviews('a', readFileSync(join(root, 'a.reviews.yaml'), 'utf8')).intent.length, 2);
    assert.deepEqual(readdirSync(root), ['a.reviews.yaml']);
  });

  it('loses nothing when many append at once', async () => {
    const names = Array.from({ length: 20 }, (_, at) => `Bea ${String(at).padStart(2, '0')}`);
    const answers = await Promise.all(names.map((name) => append(root, 'a.reviews.yaml', name)));
    assert.deepEqual(new Set(answers), new Set([undefined]));
    const { intent, problems } = readReviews('a', readFileSync(join(root, 'a.reviews.yaml'), 'utf8'));
    assert.deepEqual(problems, []);
    assert.deepEqual(intent.map(({ by }) => by?.value).sort(), names);
  });

  it('takes over from a process that was killed', async () => {
    writeFileSync(join(root, LOCK), JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), id: 'x' }));
    assert.equal(await append(root), undefined);
    assert.ok(!existsSync(join(root, LOCK)));
  });

  it('does not read what stands in the place of its lock and never ends', async function () {
    if (process.platform === 'win32') this.skip();
    execFileSync('mkfifo', [join(root, 'pipe')]);
    symlinkSync('pipe', join(root, LOCK));
    assert.match((await append(root)) ?? '', /\.a\.reviews\.yaml\.lock is no file; delete it\.$/);
  });

  it('says why it cannot write, and leaves the file as it was', async () => {
    assert.match((await append(root, 'none/a.reviews.yaml')) ?? '', /its folder does not exist/);
    symlinkSync(tmpdir(), join(root, 'out'));
    assert.match((await append(root, 'out/a.reviews.yaml')) ?? '', /leaves the workspace/);
    mkdirSync(join(root, 'a.reviews.yaml'));
    assert.match((await append(root)) ?? '', /not a file/);
    writeFileSync(join(root, 'b.reviews.yaml'), Buffer.from([0xff, 0xfe, 0x41]));
    assert.match((await append(root, 'b.reviews.yaml')) ?? '', /UTF-16/);
  });
});

describe('reviews that two people append at once in git', () => {
  const repository = givenRepository();

  it('merge cleanly or conflict visibly, and none is lost', async () => {
    const { root, git, commit, put } = repository();
    put(
      'a.reviews.yaml',
      'reviews: 1\nintent:\n  - verdict: approved\n    by: Ana\n    at: 2026-11-22T09:00:00Z\n',
    );
    commit();
    git('checkout', '--quiet', '-b', 'other');
    await append(root, 'a.reviews.yaml', 'Cleo');
    commit();
    git('checkout', '--quiet', 'main');
    await append(root);
    commit();
    assert.throws(() => git('merge', '--quiet', 'other'));
    const text = readFileSync(join(root, 'a.reviews.yaml'), 'utf8');
    assert.match(text, /<<<<<<< [\s\S]*Bea[\s\S]*=======[\s\S]*Cleo[\s\S]*>>>>>>> /);
    const refused = await append(root);
    assert.match(refused ?? '', /cannot be added to/);
  });
});
