import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Evidence } from '../../src/core/index.ts';
import { evidenceStore } from '../../src/node/index.ts';

const FOLDER = '.lanekeeper/evidence';

function evidence(change: Partial<Evidence> = {}): Evidence {
  return {
    version: 1,
    lane: 'refund-mail',
    check: 'unit',
    kind: 'test',
    result: { state: 'passed' },
    laneDigest: 'sha256-a',
    checkDigest: 'sha256-b',
    dirty: false,
    at: '2026-01-01T00:00:00.000Z',
    ms: 12,
    tail: 'ok\n',
    artifacts: [],
    ...change,
  };
}

describe('the evidence of a workspace', () => {
  let root: string;
  let keys: string;
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'lanekeeper-')));
    keys = realpathSync(mkdtempSync(join(tmpdir(), 'lanekeeper-')));
  });
  afterEach(() => {
    for (const folder of [root, keys]) rmSync(folder, { recursive: true, force: true });
  });

  const store = () => evidenceStore(root, keys);
  const files = () => readdirSync(join(root, FOLDER)).filter((name) => name.endsWith('.jsonl'));
  const file = () => join(root, FOLDER, files().at(-1) ?? 'none');
  /** Starts Node with `store`, `evidence` and `index` at hand. */
  const elsewhere = (script: string, folder = root) => [
    '-e',
    `const store = require(${JSON.stringify(resolve('dist/node.cjs'))}).evidenceStore(${JSON.stringify(folder)}, ${JSON.stringify(keys)});
     const evidence = (change) => ({ ...${JSON.stringify(evidence())}, ...change });
     (async () => { ${script} })();`,
  ];

  it('is what was recorded, oldest first, whatever the clock says', async () => {
    assert.deepEqual(await store().of('refund-mail'), []);
    const first = evidence({ at: '2026-01-02T00:00:00.000Z', tail: 'a\n"ü"\u2028\\n' });
    const second = evidence({
      at: '2025-01-01T00:00:00.000Z',
      result: { state: 'failed', because: 'exit 1' },
      exit: 1,
    });
    assert.equal(await store().add(first), undefined);
    assert.equal(await store().add(second), undefined);
    assert.deepEqual(await store().of('refund-mail'), [first, second]);
    assert.deepEqual(await store().of('other'), []);
  });

  it('is ignored by git, with no file of the user changed', async () => {
    execFileSync('git', ['init', '--quiet'], { cwd: root });
    await store().add(evidence());
    assert.equal(
      execFileSync('git', ['status', '--porcelain', '-uall'], { cwd: root, encoding: 'utf8' }),
      '',
    );
    assert.deepEqual(readdirSync(root).sort(), ['.git', '.lanekeeper']);
  });

  it('keeps apart lanes with any id', async () => {
    const lanes = [
      'a',
      'A',
      'a.b',
      'a/b',
      '../../x',
      'con',
      'ü',
      'u\u0308',
      '.',
      '',
      'x'.repeat(300),
      '😀\n',
    ];
    for (const lane of lanes) assert.equal(await store().add(evidence({ lane })), undefined);
    for (const lane of lanes) assert.deepEqual(await store().of(lane), [evidence({ lane })]);
    assert.equal(new Set(files().map((name) => name.toLowerCase())).size, lanes.length);
    assert.deepEqual(readdirSync(root), ['.lanekeeper']);
  });

  it('leaves out what is damaged, forged, or of another version, and goes on after it', async () => {
    await store().add(evidence({ ms: 1 }));
    const line = readFileSync(file(), 'utf8').trim();
    const forged = [
      'not evidence',
      JSON.stringify(evidence({ ms: 2 })),
      line.replace('"ms":1,', '"ms":2,'),
      line.replace('"passed"', '"failed"'),
      `x${line}`,
      line.slice(0, 40),
    ];
    appendFileSync(file(), `${forged.join('\n')}\n{"half":`);
    await store().add(evidence({ ms: 3 }));
    assert.deepEqual(
      (await store().of('refund-mail')).map(({ ms }) => ms),
      [1, 3],
    );
    // A line of another lane does not count for this one.
    cpSync(file(), join(root, FOLDER, files()[0]?.replace('.1.', '.2.') ?? ''));
    assert.equal((await store().of('refund-mail')).length, 2);
  });

  it('does not believe what another user or machine wrote', async () => {
    await store().add(evidence());
    const theirs = join(keys, 'theirs');
    assert.deepEqual(await evidenceStore(root, theirs).of('refund-mail'), []);
    assert.equal(await evidenceStore(root, theirs).add(evidence({ ms: 5 })), undefined);
    assert.deepEqual(
      (await evidenceStore(root, theirs).of('refund-mail')).map(({ ms }) => ms),
      [5],
    );
    assert.deepEqual(
      (await store().of('refund-mail')).map(({ ms }) => ms),
      [12],
    );
    if (process.platform !== 'win32') assert.equal(statSync(join(keys, 'evidence.key')).mode & 0o777, 0o600);
  });

  it('makes a new key if the old one is damaged, and then knows nothing', async () => {
    await store().add(evidence());
    writeFileSync(join(keys, 'evidence.key'), 'x');
    assert.deepEqual(await store().of('refund-mail'), []);
    assert.equal(await store().add(evidence()), undefined);
    assert.equal((await store().of('refund-mail')).length, 1);
  });

  it('is bounded: 16 KiB of output, 50 results of a check, few files; and the last result of a check stays', async () => {
    await store().add(evidence({ check: 'rare' }));
    const tail = 'ü'.repeat(20_000);
    for (let ms = 1; ms <= 300; ms += 1) assert.equal(await store().add(evidence({ ms, tail })), undefined);
    const all = await store().of('refund-mail');
    assert.deepEqual(all.filter(({ check }) => check === 'rare').length, 1);
    assert.deepEqual(
      all.filter(({ check }) => check === 'unit').map(({ ms }) => ms),
      Array.from({ length: 50 }, (_, index) => 251 + index),
    );
    for (const { check, tail } of all) assert.ok(check === 'rare' || Buffer.byteLength(tail) === 16 * 1024);
    const bytes = files().reduce((sum, name) => sum + statSync(join(root, FOLDER, name)).size, 0);
    assert.ok(files().length <= 4 && bytes < 3 * 1024 * 1024, `${files().length} files, ${bytes} bytes`);
  });

  it('says that a result is too large', async () => {
    const reason = 'x'.repeat(300_000);
    const answers = [{ statements: [{ holds: true, reason }], model: 'm' }];
    assert.equal(
      await store().add(evidence({ answers })),
      'The result of "unit" could not be recorded in .lanekeeper/evidence: it is too large.',
    );
  });

  it('is not written or read through a link that leaves the workspace', async () => {
    const outside = join(keys, 'outside');
    mkdirSync(join(outside, 'evidence'), { recursive: true });
    symlinkSync(outside, join(root, '.lanekeeper'));
    assert.equal(
      await store().add(evidence()),
      'The result of "unit" could not be recorded in .lanekeeper/evidence: it is a symbolic link that leaves the workspace.',
    );
    assert.deepEqual(readdirSync(join(outside, 'evidence')), []);
    // A single file cannot lead away either.
    rmSync(join(root, '.lanekeeper'));
    await store().add(evidence());
    const target = join(keys, 'target');
    cpSync(file(), target);
    const name = file();
    rmSync(name);
    symlinkSync(target, name);
    assert.deepEqual(await store().of('refund-mail'), []);
    assert.match(String(await store().add(evidence())), /could not be recorded/);
  });

  it('says why it cannot be written', async () => {
    writeFileSync(join(root, '.lanekeeper'), '');
    assert.match(
      String(await store().add(evidence())),
      /could not be recorded in \.lanekeeper\/evidence: .+\.$/,
    );
    assert.deepEqual(await store().of('refund-mail'), []);
    assert.match(
      String(await evidenceStore(root, join(root, '.lanekeeper/x')).add(evidence())),
      /its key cannot be kept in .*: a part of its path is not a folder\.$/,
    );
  });

  it('loses nothing when four processes record at once', async () => {
    const script =
      'for (let ms = 0; ms < 100; ms += 1) await store.add(evidence({ check: "c" + process.argv[1], ms, tail: "x".repeat(ms * 50) }));';
    const runs = [1, 2, 3, 4].map((number) =>
      spawn(process.execPath, [...elsewhere(script), String(number)], { stdio: 'inherit' }),
    );
    await Promise.all(runs.map((run) => new Promise((done) => run.once('exit', done))));
    const all = await store().of('refund-mail');
    for (const number of [1, 2, 3, 4]) {
      const own = all.filter(({ check }) => check === `c${number}`).map(({ ms }) => ms);
      assert.deepEqual(
        own,
        Array.from({ length: 50 }, (_, index) => 50 + index),
      );
    }
  });

  it('holds whole results only, after the recording process was killed at any moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const script =
        'for (let ms = 0; ; ms += 1) { await store.add(evidence({ ms, tail: "y".repeat(16000) })); if (ms === 2) console.log("begun"); }';
      const run = spawn(process.execPath, elsewhere(script), { stdio: ['ignore', 'pipe', 'inherit'] });
      await new Promise((done) => run.stdout.once('data', done));
      await wait(round * 7);
      run.kill('SIGKILL');
      await new Promise((done) => run.once('exit', done));
      const all = await store().of('refund-mail');
      assert.ok(all.length > 0);
      for (const { check, tail } of all) assert.ok(check !== 'unit' || tail.length === 16_000);
      await store().add(evidence({ check: `after ${round}` }));
      assert.equal((await store().of('refund-mail')).at(-1)?.check, `after ${round}`);
    }
  });

  it('survives a cut in every place of the last line', async () => {
    await store().add(evidence({ ms: 1 }));
    const before = statSync(file()).size;
    await store().add(evidence({ ms: 2 }));
    for (let size = statSync(file()).size - 1; size > before; size -= 1) {
      truncateSync(file(), size);
      assert.deepEqual(
        (await store().of('refund-mail')).map(({ ms }) => ms),
        [1],
        `cut to ${size}`,
      );
    }
    await store().add(evidence({ ms: 3 }));
    assert.deepEqual(
      (await store().of('refund-mail')).map(({ ms }) => ms),
      [1, 3],
    );
  });

  it('says that the disk is full, and loses nothing that it holds', async function () {
    if (process.platform === 'win32') this.skip();
    const disk = join(keys, 'disk');
    mkdirSync(disk);
    const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', disk]).status === 0;
    try {
      const folder = isMounted ? disk : root;
      const script = `process.on('SIGXFSZ', () => {});
        for (let ms = 0; ms < 50; ms += 1) {
          const problem = await store.add(evidence({ ms, tail: 'z'.repeat(10000) }));
          if (problem) { console.log(JSON.stringify({ ms, problem })); break; }
        }`;
      const { stdout } = isMounted
        ? spawnSync(process.execPath, elsewhere(script, folder), { encoding: 'utf8' })
        : spawnSync(
            'sh',
            ['-c', 'ulimit -f 200; exec "$@"', 'sh', process.execPath, ...elsewhere(script, folder)],
            { encoding: 'utf8' },
          );
      const { ms, problem } = JSON.parse(stdout);
      assert.match(
        problem,
        /could not be recorded in \.lanekeeper\/evidence: (?:the disk is full|the file would be too large)\.$/,
      );
      const kept = await evidenceStore(folder, keys).of('refund-mail');
      assert.deepEqual(
        kept.map((entry) => entry.ms),
        Array.from({ length: ms }, (_, index) => index),
      );
    } finally {
      if (isMounted) spawnSync('umount', [disk]);
    }
  });

  it('says that the folder may not be written', async function () {
    if (process.platform === 'win32' || process.getuid?.() === 0) this.skip();
    await store().add(evidence());
    chmodSync(file(), 0o400);
    assert.match(String(await store().add(evidence())), /permission denied/);
    assert.ok(existsSync(file()));
  });
});
