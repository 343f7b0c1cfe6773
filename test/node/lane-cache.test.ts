import assert from 'node:assert/strict';
import {
  appendFileSync,
  mkdirSync,
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
import { type LaneFile, readLaneFile } from '../../src/core/index.ts';
import { openLaneCache } from '../../src/node/index.ts';

const PATH = 'lanes/a.lane.yaml';
const TEXT = 'lane: 1\ntitle: "a\u2028b 🚀"\nownr: x\n';

describe('the cache of lanes', () => {
  let home: string;
  const before = process.env.XDG_CACHE_HOME;

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'lanekeeper-'));
    process.env.XDG_CACHE_HOME = home;
  });

  afterEach(() => {
    rmSync(home, { recursive: true });
    if (before === undefined) delete process.env.XDG_CACHE_HOME;
    else process.env.XDG_CACHE_HOME = before;
  });

  /** Reads lanes through the cache and saves it; returns what came, and how many lanes were really read. */
  const use = (lanes: readonly (readonly [string, string])[], { root = '/work', product = '1' } = {}) => {
    let reads = 0;
    const cache = openLaneCache(root, product, (path, text) => {
      reads++;
      return readLaneFile(path, text);
    });
    const files = lanes.map(([path, text]) => cache.readLane(path, text));
    cache.save();
    return { files, reads };
  };
  const file = () => join(home, 'lanekeeper', readdirSync(join(home, 'lanekeeper'))[0] ?? '');
  const isRight = ([found]: readonly LaneFile[]) => assert.deepEqual(found, readLaneFile(PATH, TEXT));

  it('gives back exactly what reading gives, without reading again', () => {
    assert.equal(use([[PATH, TEXT]]).reads, 1);
    const { files, reads } = use([[PATH, TEXT]]);
    assert.equal(reads, 0);
    isRight(files);
  });

  it('reads again what has another text, path, workspace or build', () => {
    use([[PATH, TEXT]]);
    assert.equal(use([[PATH, `${TEXT}# more\n`]]).reads, 1);
    use([[PATH, TEXT]]);
    assert.equal(use([['lanes/b.lane.yaml', TEXT]]).reads, 1);
    assert.equal(use([[PATH, TEXT]], { root: '/other' }).reads, 1);
    use([[PATH, TEXT]]);
    assert.equal(use([[PATH, TEXT]], { product: '2' }).reads, 1);
  });

  it('reads again where the file was cut, changed or replaced', () => {
    const spoil: readonly (() => void)[] = [
      () => truncateSync(file(), 10),
      () => truncateSync(file(), statSync(file()).size - 1),
      () => appendFileSync(file(), 'x'),
      () =>
        writeFileSync(file(), readFileSync(file(), 'latin1').replace('unknown-key', 'unknown-kex'), 'latin1'),
      () => writeFileSync(file(), ''),
      () => writeFileSync(file(), '{"findings":[]}\n'),
      () => writeFileSync(file(), Buffer.alloc(1_000, 0xff)),
    ];
    for (const [index, damage] of spoil.entries()) {
      use([[PATH, TEXT]]);
      damage();
      const { files, reads } = use([[PATH, TEXT]]);
      assert.equal(reads, 1, `damage ${index}`);
      isRight(files);
      assert.equal(use([[PATH, TEXT]]).reads, 0, 'and the cache is sound again');
    }
  });

  it('forgets lanes that are gone, and the workspaces linted longest ago', () => {
    use([
      [PATH, TEXT],
      ['lanes/b.lane.yaml', TEXT],
    ]);
    const two = statSync(file()).size;
    use([[PATH, TEXT]]);
    assert.ok(statSync(file()).size < two);
    for (let number = 0; number < 60; number++) use([[PATH, TEXT]], { root: `/work-${number}` });
    assert.equal(readdirSync(join(home, 'lanekeeper')).length, 50);
    assert.equal(use([[PATH, TEXT]], { root: '/work-59' }).reads, 0);
  });

  it('never takes more than 256 MB, whatever the files are', () => {
    use([[PATH, TEXT]]);
    const folder = join(home, 'lanekeeper');
    for (const [name, megabytes, age] of [
      ['old.answer', 200, 2_000],
      ['.half.lanes.1f.tmp', 100, 3_000],
      ['new.answer', 150, 1_000],
    ] as const) {
      writeFileSync(join(folder, name), '');
      truncateSync(join(folder, name), megabytes * 1024 * 1024);
      utimesSync(join(folder, name), new Date(), new Date(Date.now() - age * 1_000));
    }
    use([[PATH, TEXT]], { root: '/other' });
    const left = readdirSync(folder);
    assert.ok(left.includes('new.answer'));
    assert.equal(left.length, 3, left.join());
    assert.equal(use([[PATH, TEXT]]).reads, 0);
  });

  it('keeps what it knows to its user', function () {
    if (process.platform === 'win32') this.skip();
    use([[PATH, TEXT]]);
    assert.equal(statSync(file()).mode & 0o777, 0o600);
    assert.equal(statSync(join(home, 'lanekeeper')).mode & 0o777, 0o700);
  });

  it('says nothing where nothing can be kept', () => {
    writeFileSync(join(home, 'lanekeeper'), 'a file where the folder should be');
    isRight(use([[PATH, TEXT]]).files);
    rmSync(join(home, 'lanekeeper'));
    process.env.XDG_CACHE_HOME = '/dev/null/nowhere';
    isRight(use([[PATH, TEXT]]).files);
    mkdirSync(join(home, 'lanekeeper'));
  });
});
