import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Cancellation, Command, RunHooks } from '../../src/core/index.ts';
import { processRunner } from '../../src/node/index.ts';

const MIB = 1024 * 1024;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** A cancellation and the function that cancels. */
function cancellable(): { readonly cancellation: Cancellation; readonly cancel: () => void } {
  const controller = new AbortController();
  const { signal } = controller;
  return {
    cancel: () => controller.abort(),
    cancellation: {
      get isCancelled() {
        return signal.aborted;
      },
      onCancel(listener) {
        signal.addEventListener('abort', listener, { once: true });
        return () => signal.removeEventListener('abort', listener);
      },
    },
  };
}

describe('running a command', () => {
  let root: string;
  beforeEach(function () {
    if (process.platform === 'win32') this.skip();
    root = realpathSync(mkdtempSync(join(tmpdir(), 'lanekeeper-')));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const command = (change: Partial<Command>): Command => ({
    start: { kind: 'shell', line: 'true' },
    cwd: '',
    env: [],
    timeoutMs: 20_000,
    ...change,
  });
  const sh = (line: string, change: Partial<Command> = {}, hooks: RunHooks = {}, environment = process.env) =>
    processRunner(root, { environment }).run(command({ start: { kind: 'shell', line }, ...change }), hooks);
  const program = (...args: readonly string[]) =>
    processRunner(root).run(command({ start: { kind: 'program', args } }));
  /** The numbers of processes that a command wrote into the file `pids`. */
  const pids = (file = 'pids') => readFileSync(join(root, file), 'utf8').trim().split('\n').map(Number);
  const assertGone = () => {
    assert.ok(pids().length > 0);
    for (const pid of pids()) assert.equal(isAlive(pid), false, `${pid} is still there`);
  };

  it('tells how it ended and what it printed', async () => {
    const { end, stdout, output, isCut, survivors, ms } = await sh(
      'echo out; sleep 0.1; echo err >&2; exit 3',
    );
    assert.deepEqual(end, { kind: 'exit', code: 3 });
    assert.equal(stdout, 'out\n');
    assert.equal(output, 'out\nerr\n');
    assert.deepEqual({ isCut, survivors }, { isCut: false, survivors: [] });
    assert.ok(ms >= 100);
  });

  it('gives a program its arguments as they are', async () => {
    const args = ['a b', '$HOME', '`x`', '"', "'", '', '*', '\\', ';exit 1', '-n', 'ü\n'];
    const { stdout } = await program(
      process.execPath,
      '-p',
      'JSON.stringify(process.argv.slice(1))',
      '--',
      ...args,
    );
    assert.deepEqual(JSON.parse(stdout), args);
  });

  it('runs exactly the bytes of the line', async () => {
    assert.equal((await sh(`printf '%s' "a\\$b" 'é"' # ünused`)).stdout, 'a$bé"');
  });

  for (const [what, line, end] of [
    ['is not found', 'no-such-command-anywhere', { kind: 'exit', code: 127 }],
    ['ends itself by a signal', 'kill -KILL $$', { kind: 'signal', signal: 'SIGKILL' }],
    ['deletes its own folder', 'rm -rf "$PWD"; exit 4', { kind: 'exit', code: 4 }],
    ['reads its input, which is closed', 'cat; read x; exit 5', { kind: 'exit', code: 5 }],
    ['asks at a terminal, which is not there', '(read x </dev/tty) || exit 6', { kind: 'exit', code: 6 }],
  ] as const) {
    it(`tells the end of a command that ${what}`, async () => {
      mkdirSync(join(root, 'folder'));
      assert.deepEqual((await sh(line, { cwd: 'folder' })).end, end);
    });
  }

  it('says why it does not start', async () => {
    writeFileSync(join(root, 'file'), '#!/bin/sh\n');
    symlinkSync(tmpdir(), join(root, 'away'));
    const reason = async (change: Partial<Command>) => {
      const { end } = await processRunner(root).run(command(change));
      return end.kind === 'not-started' ? end.reason : end.kind;
    };
    const start = (...args: readonly string[]) => reason({ start: { kind: 'program', args } });
    assert.equal(
      await start('no-such-program'),
      '"no-such-program" was not found. Install it, or put its folder on the PATH.',
    );
    assert.equal(
      await start(join(root, 'file')),
      `"${join(root, 'file')}" may not be run. Make it executable.`,
    );
    assert.equal(await start(), 'The command is empty. Write what is to be run.');
    assert.equal(await start('a\0b'), 'The command holds a NUL character. Take it out.');
    assert.equal(
      await start('echo', 'x'.repeat(4 * MIB)),
      'The command is too long for this system. Put it into a script.',
    );
    assert.equal(
      await reason({ cwd: 'none' }),
      'The folder "none" does not exist. Make it, or correct "cwd".',
    );
    assert.equal(await reason({ cwd: 'file' }), 'The folder "file" is a file. Name a folder as "cwd".');
    for (const cwd of ['..', 'away', '../..']) {
      assert.equal(
        await reason({ cwd }),
        `The folder "${cwd}" lies outside the workspace. Name a folder inside it as "cwd".`,
      );
    }
  });

  it('writes the input, also to a program that does not read it', async () => {
    const input = 'ü'.repeat(MIB);
    assert.equal((await sh('wc -c', { input })).stdout.trim(), String(2 * MIB));
    assert.deepEqual((await sh('exit 0', { input })).end, { kind: 'exit', code: 0 });
  });

  it('passes on the base environment and what is named, and nothing else', async () => {
    const environment = {
      PATH: process.env.PATH,
      HOME: root,
      LC_ALL: 'C',
      NODE_OPTIONS: '--no-warnings',
      ELECTRON_RUN_AS_NODE: '1',
      GITHUB_TOKEN: 'secret',
      NAMED: 'yes',
    };
    const { stdout } = await sh('env', { env: ['NAMED', 'UNSET'] }, {}, environment);
    const names = stdout.split('\n').map((line) => line.replace(/=.*/, ''));
    for (const name of ['PATH', 'HOME', 'LC_ALL', 'NAMED']) assert.ok(names.includes(name), name);
    for (const name of ['NODE_OPTIONS', 'ELECTRON_RUN_AS_NODE', 'GITHUB_TOKEN', 'UNSET'])
      assert.ok(!names.includes(name), name);
    assert.match(stdout, /^TERM=dumb$/m);
  });

  it('shows output as it comes, without escape sequences and secrets', async () => {
    const heard: string[] = [];
    const environment = { ...process.env, API_TOKEN: 'hush-hush-1' };
    const line = `printf '\\033[31mred\\033[0m \\033]0;title\\007hush-'; sleep 0.2; printf 'hush-1\\n'; echo "$API_TOKEN"`;
    const { stdout, output } = await sh(
      line,
      { env: ['API_TOKEN'] },
      { onOutput: (text) => heard.push(text) },
      environment,
    );
    assert.equal(output, 'red ***\n***\n');
    assert.equal(heard.join(''), output);
    assert.ok(heard.length > 1 && heard[0] === 'red ');
    assert.ok(stdout.includes('hush-hush-1'));
  });

  it('puts characters together that come in pieces, and replaces what is no UTF-8', async () => {
    const { stdout, output } = await sh(
      `printf '\\303'; sleep 0.1; printf '\\274 \\360\\237'; sleep 0.1; printf '\\230\\200 \\377\\303'`,
    );
    assert.equal(stdout, 'ü 😀 \ufffd\ufffd');
    assert.equal(output, stdout);
  });

  it('keeps the last 1 MiB of 1 GB without a line break, in little memory', async function () {
    this.timeout(60_000);
    const before = process.memoryUsage().rss;
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss);
    }, 20);
    const { end, stdout, output, isCut } = await sh('head -c 1000000000 /dev/zero | tr "\\0" y; printf end', {
      timeoutMs: 60_000,
    });
    clearInterval(watch);
    assert.deepEqual(end, { kind: 'exit', code: 0 });
    assert.equal(isCut, true);
    for (const text of [stdout, output]) assert.ok(text.length === MIB && text.endsWith('yyend'));
    assert.ok(most - before < 150 * MIB, `${Math.round((most - before) / MIB)} MiB more`);
  });

  it('cuts between characters', async () => {
    const { stdout, isCut } = await sh(`yes ü | tr -d '\\n' | head -c 2000001; printf x`);
    assert.ok(isCut && /^ü*\ufffd?x$/.test(stdout) && Buffer.byteLength(stdout) <= MIB + 2);
  });

  it('ends what it left behind, and answers although a pipe is held open', async () => {
    const { end, output, survivors } = await sh(
      'sleep 300 & echo $! >pids; (setsid sleep 300 & echo $! >>pids); echo done',
    );
    assert.deepEqual(end, { kind: 'exit', code: 0 });
    assert.equal(output, 'done\n');
    assert.deepEqual(survivors, []);
    assertGone();
  });

  it('answers although an orphan that cannot be found holds the pipe', async function () {
    if (process.platform !== 'linux') this.skip();
    // Without its environment, its group and its parents nothing tells where it came from.
    const orphan =
      'env -i /bin/sh -c \'setsid sh -c "echo \\$\\$ >pids; exec sleep 20" & \' & sleep 0.3; echo done';
    const { end, output } = await sh(orphan);
    for (const pid of pids()) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
    assert.deepEqual(end, { kind: 'exit', code: 0 });
    assert.equal(output, 'done\n');
  });

  const STUBBORN = [
    ['waits', 'echo $$ >>pids; sleep 300'],
    ['waits in the background', 'sleep 300 & echo $! >>pids; wait'],
    [
      'has a grandchild that ignores signals',
      `sh -c 'trap "" TERM INT HUP; echo $$ >>pids; while :; do sleep 1; done' & wait`,
    ],
    ['ignores signals itself', 'trap "" TERM INT HUP; echo $$ >>pids; while :; do sleep 1; done'],
    ['becomes a daemon', `setsid sh -c 'echo $$ >>pids; trap "" TERM HUP; sleep 300' & sleep 300`],
    [
      'clears the environment of a child in another session',
      `env -i /usr/bin/setsid /bin/sh -c 'echo $$ >>pids; sleep 300; :' & sleep 300`,
    ],
    ['is stopped', 'sleep 300 & echo $! >>pids; kill -STOP $!; echo $$ >>pids; kill -STOP $$'],
    [
      'starts another for each that ends',
      `echo $$ >>pids; trap 'sh -c "echo \\$\\$ >>pids; sleep 300" &' TERM; while :; do sleep 0.05; done`,
    ],
  ] as const;

  it('ends the whole tree, on time-out and when cancelled, of commands that do not want to end', async function () {
    this.timeout(30_000);
    const { cancellation, cancel } = cancellable();
    setTimeout(cancel, 800);
    const cases = STUBBORN.filter(([, line]) => process.platform === 'linux' || !line.includes('setsid'));
    const ended = await Promise.all(
      cases.map(async ([what, line], index) => {
        mkdirSync(join(root, `${index}`));
        const cwd = `${index}`;
        const [late, cancelled] = await Promise.all([
          sh(line, { cwd, timeoutMs: 800 }),
          sh(line, { cwd }, { cancellation }),
        ]);
        return { what, late, cancelled, left: pids(`${index}/pids`).filter(isAlive) };
      }),
    );
    for (const { what, late, cancelled, left } of ended) {
      assert.deepEqual(late.end, { kind: 'timed-out', mayWaitForInput: false }, what);
      assert.deepEqual(cancelled.end, { kind: 'cancelled' }, what);
      assert.deepEqual([late.survivors, cancelled.survivors, left], [[], [], []], what);
      assert.ok(late.ms >= 700, what);
    }
  });

  it('guesses that a command waits for input if its last line is a question', async () => {
    const late = async (line: string) => (await sh(`${line}; sleep 300`, { timeoutMs: 300 })).end;
    assert.deepEqual(await late('printf "Overwrite? [y/N] "'), { kind: 'timed-out', mayWaitForInput: true });
    assert.deepEqual(await late('printf "Password:" >&2'), { kind: 'timed-out', mayWaitForInput: true });
    assert.deepEqual(await late('echo "Working:"'), { kind: 'timed-out', mayWaitForInput: false });
  });

  it('starts nothing that is cancelled already', async () => {
    const { cancellation, cancel } = cancellable();
    cancel();
    assert.deepEqual((await sh('touch ran', {}, { cancellation })).end, { kind: 'cancelled' });
    assert.throws(() => readFileSync(join(root, 'ran')));
  });

  it('leaves no process after 200 cancelled runs', async function () {
    this.timeout(60_000);
    for (let round = 0; round < 20; round += 1) {
      const { cancellation, cancel } = cancellable();
      const runs = Array.from({ length: 10 }, () =>
        sh(
          'echo $$ >>pids; sleep 300 & echo $! >>pids; (setsid sleep 300 & echo $! >>pids); wait',
          {},
          { cancellation },
        ),
      );
      await wait(20 + round * 4);
      cancel();
      for (const { end, survivors } of await Promise.all(runs)) {
        assert.deepEqual({ end, survivors }, { end: { kind: 'cancelled' }, survivors: [] });
      }
    }
    assert.ok(pids().length > 200);
    assertGone();
  });

  it('leaves nothing behind when the process that runs it ends without a word', async () => {
    const leaves = process.platform === 'linux' ? 'setsid ' : '';
    const line = `sh -c '${leaves}sh -c "trap \\"\\" TERM HUP; echo \\$\\$ >>pids; while :; do sleep 1; done" &'; echo $$ >>pids; sleep 300 & echo $! >>pids; until [ $(wc -l <pids) = 3 ]; do sleep 0.05; done; echo up; wait`;
    const script = `const { processRunner } = require(${JSON.stringify(resolve('dist/node.cjs'))});
      processRunner(${JSON.stringify(root)}).run({ start: { kind: 'shell', line: ${JSON.stringify(line)} }, cwd: '', env: [], timeoutMs: 60000 },
        { onOutput: () => process.exit(0) });`;
    const run = spawn(process.execPath, ['-e', script], { stdio: 'inherit' });
    await new Promise((done) => run.once('exit', done));
    for (let tries = 0; tries < 50 && pids().some(isAlive); tries += 1) await wait(20);
    assertGone();
  });
});
