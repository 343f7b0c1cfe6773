import assert from 'node:assert/strict';
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeFiles, rememberAnswer } from '../../src/node/index.ts';

describe('the cache of answers', () => {
  let home: string;
  let work: string;
  const before = process.env.XDG_CACHE_HOME;

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'lanekeeper-'));
    work = mkdtempSync(join(tmpdir(), 'lanekeeper-'));
    writeFileSync(join(work, 'a.txt'), 'one \u2028 🚀');
    process.env.XDG_CACHE_HOME = home;
  });

  afterEach(() => {
    rmSync(home, { recursive: true });
    rmSync(work, { recursive: true });
    if (before === undefined) delete process.env.XDG_CACHE_HOME;
    else process.env.XDG_CACHE_HOME = before;
  });

  /** Asks what a file holds; returns the answer, and whether it had to be found out. */
  const ask = async ({ question = '/work', product = '1' } = {}) => {
    let isFound = false;
    const answer = await rememberAnswer({
      question: [question],
      files: nodeFiles(work),
      product,
      answer: async (files) => {
        isFound = true;
        const content = await files.read('a.txt', 1_000);
        return content.kind === 'bytes' ? Buffer.from(content.bytes).toString() : content.kind;
      },
    });
    assert.equal(answer, readFileSync(join(work, 'a.txt'), 'utf8'));
    return isFound;
  };
  const file = () => join(home, 'lanekeeper', readdirSync(join(home, 'lanekeeper'))[0] ?? '');

  it('gives the answer of before while nothing has changed', async () => {
    assert.equal(await ask(), true);
    assert.equal(await ask(), false);
  });

  it('finds out again for another question, another build and another file', async () => {
    await ask();
    assert.equal(await ask({ question: '/other' }), true);
    assert.equal(await ask({ product: '2' }), true);
    writeFileSync(join(work, 'a.txt'), 'two');
    assert.equal(await ask(), true);
  });

  it('finds out again where what it kept was cut, changed or replaced', async () => {
    const spoil: readonly (() => void)[] = [
      () => truncateSync(file(), 10),
      () => truncateSync(file(), statSync(file()).size - 1),
      () => appendFileSync(file(), 'x'),
      () => writeFileSync(file(), readFileSync(file(), 'latin1').replace('one', 'two'), 'latin1'),
      () => writeFileSync(file(), ''),
      () => writeFileSync(file(), '{"answer":"two"}\n'),
      () => writeFileSync(file(), Buffer.alloc(1_000, 0xff)),
    ];
    for (const [index, damage] of spoil.entries()) {
      await ask();
      damage();
      assert.equal(await ask(), true, `damage ${index}`);
      assert.equal(await ask(), false, 'and what is kept is sound again');
    }
  });

  it('forgets the questions asked longest ago', async () => {
    for (let number = 0; number < 60; number++) await ask({ question: `/work-${number}` });
    assert.equal(readdirSync(join(home, 'lanekeeper')).length, 50);
    assert.equal(await ask({ question: '/work-59' }), false);
  });

  it('never takes more than 256 MB, whatever the files are', async () => {
    await ask();
    const folder = join(home, 'lanekeeper');
    for (const [name, megabytes, age] of [
      ['old.answer', 200, 2_000],
      ['.half.answer.1f.tmp', 100, 3_000],
      ['new.answer', 150, 1_000],
    ] as const) {
      writeFileSync(join(folder, name), '');
      truncateSync(join(folder, name), megabytes * 1024 * 1024);
      utimesSync(join(folder, name), new Date(), new Date(Date.now() - age * 1_000));
    }
    await ask({ question: '/other' });
    const left = readdirSync(folder);
    assert.ok(left.includes('new.answer'));
    assert.equal(left.length, 3, left.join());
    assert.equal(await ask(), false);
  });

  it('keeps what it knows to its user', async function () {
    if (process.platform === 'win32') this.skip();
    await ask();
    assert.equal(statSync(file()).mode & 0o777, 0o600);
    assert.equal(statSync(join(home, 'lanekeeper')).mode & 0o777, 0o700);
  });

  it('says nothing where nothing can be kept', async () => {
    writeFileSync(join(home, 'lanekeeper'), 'a file where the folder should be');
    assert.equal(await ask(), true);
    process.env.XDG_CACHE_HOME = '/dev/null/nowhere';
    assert.equal(await ask(), true);
  });
});
