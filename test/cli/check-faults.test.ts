import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type CheckedRepository, givenCheckedRepositories, laneWith } from './checked-repository.ts';
import { BUILT, environment } from './lanekeeper.ts';

const A = 'lanes/a.lane.yaml';

interface Case {
  readonly name: string;
  readonly check: string;
  readonly state: string;
  readonly words: RegExp;
}

const CASES: readonly Case[] = [
  {
    name: 'a command that is not found',
    check: 'no-such-tool --now',
    state: 'failed',
    words: /The command "no-such-tool" was not found/,
  },
  { name: 'an end by signal', check: 'kill -SEGV $$', state: 'failed', words: /signal SIGSEGV\. It crashed/ },
  {
    name: 'output that is no UTF-8',
    check: "printf '\\377\\376 end'; exit 1",
    state: 'failed',
    words: /\| .*end$/m,
  },
  {
    name: 'one that waits for input',
    check: 'cat; echo "read nothing"; exit 1',
    state: 'failed',
    words: /\| read nothing/,
  },
  {
    name: 'one that never ends',
    check: '{ run: "printf Password:; sleep 60", timeout: 1s }',
    state: 'timed out',
    words: /longer than 1s\. It may be waiting for input/,
  },
  {
    name: 'one that takes its folder away',
    check: '{ run: rm -rf ../sub, cwd: sub }',
    state: 'passed',
    words: /passed/,
  },
  {
    name: 'a folder that is not there',
    check: '{ run: "true", cwd: nowhere }',
    state: 'not started',
    words: /"nowhere" does not exist/,
  },
];

describe('lanekeeper check, given bad checks and faults', function () {
  this.timeout(120_000);
  const repository = givenCheckedRepositories();

  for (const { name, check, state, words } of CASES)
    it(`survives ${name}, and runs the others`, () => {
      const yaml = check.startsWith('{') ? check : JSON.stringify(check);
      const given = repository({ [A]: laneWith(`  bad: ${yaml}\n  good: echo\n`), 'sub/a': '' });
      const ran = given.check('a', '--kind', 'test');
      assert.equal(ran.code, state === 'passed' ? 0 : 1, ran.stderr);
      assert.match(ran.stdout, new RegExp(`^${state} +a bad`, 'm'));
      assert.match(ran.stdout, words);
      assert.match(ran.stdout, /^passed +a good/m);
    });

  it('survives 1 GB of output with little memory', () => {
    const given = repository({
      [A]: laneWith('  big: head -c 1000000000 /dev/zero | tr "\\\\0" "x"; exit 1\n'),
    });
    const ran = given.check('a', '--kind', 'test');
    assert.equal(ran.code, 1);
    assert.match(ran.stdout, /^failed +a big/m);
    assert.ok(ran.stdout.length < 100_000);
  });

  it('ends what a check leaves behind', async () => {
    const given = repository({
      [A]: laneWith('  daemon: { run: "setsid sh -c \'echo $$ > ../pid; sleep 60\' & sleep 0.3" }\n'),
    });
    assert.equal(given.check('a', '--kind', 'test').code, 0);
    assert.equal(await isGone(given), true);
  });

  it('ends everything on the first interrupt, and says so', async () => {
    const given = repository({ [A]: laneWith('  slow: echo $$ > ../pid; sleep 60\n') });
    const { child, ended } = given.start('check', 'a', '--allow', given.digest('a'));
    await pidOf(given);
    child.kill('SIGINT');
    const { code, stdout, stderr } = await ended;
    assert.equal(code, 130);
    assert.match(stdout, /^cancelled +a slow/m);
    assert.match(stderr, /Cancelled\. Everything that ran was ended\./);
    assert.equal(await isGone(given), true);
  });

  it('reports nothing as passed that did not, after it was killed in mid-run', async () => {
    const given = repository({
      [A]: laneWith('  slow: { run: echo $$ > ../pid; sleep 3, inputs: [src/**] }\n  bad: exit 1\n'),
      'src/a.ts': '',
    });
    const { child, ended } = given.start('check', 'a', '--allow', given.digest('a'));
    const pid = await pidOf(given);
    child.kill('SIGKILL');
    await ended;
    process.kill(-pid, 'SIGKILL');
    assert.match(given.run('plan').stdout, /"check": "slow"/);
    const again = given.check('a', '--kind', 'test');
    assert.equal(again.code, 1);
    assert.match(again.stdout, /^passed +a slow/m);
    assert.match(again.stdout, /^failed +a bad/m);
  });

  it('goes on when the lane is taken away while its check runs', async () => {
    const given = repository({ [A]: laneWith('  slow: echo $$ > ../pid; sleep 1\n') });
    const { ended } = given.start('check', 'a', '--kind', 'test', '--allow', given.digest('a'));
    await pidOf(given);
    rmSync(join(given.root, A));
    const { code, stdout } = await ended;
    assert.equal(code, 0, stdout);
    assert.equal(given.run('check', 'a').code, 2);
  });

  it('keeps the evidence of two runs at once', async () => {
    const given = repository({ [A]: laneWith('  x: sleep 0.5\n  y: sleep 0.5\n') });
    const args = ['check', 'a', '--kind', 'test', '--allow', given.digest('a')];
    const runs = await Promise.all([1, 2, 3].map(() => given.start(...args).ended));
    assert.deepEqual(
      runs.map(({ code }) => code),
      [0, 0, 0],
    );
    const folder = join(given.root, '.lanekeeper/evidence');
    const lines = readdirSync(folder)
      .filter((name) => name !== '.gitignore')
      .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean));
    assert.equal(lines.length, 6);
    assert.equal(given.git('status', '--porcelain'), '');
  });

  it('shows on a terminal what runs, and takes it away again', function () {
    if (spawnSync('script', ['--version']).status !== 0) this.skip();
    const given = repository({ [A]: laneWith('  slow: sleep 1\n') });
    const line = `${process.execPath} ${BUILT} check a --kind test --allow ${given.digest('a')}`;
    const { stdout } = spawnSync('script', ['-qec', line, '/dev/null'], {
      cwd: given.root,
      env: environment(given.root, { ...given.env, TERM: 'xterm' }),
      encoding: 'utf8',
    });
    const [before = '', after = ''] = stdout.split('0 of 1 done; running a slow 1s\r\x1b[2K');
    assert.equal(before, '');
    assert.match(after, /^.*passed.*a .*slow/);
  });

  it('ends quietly, and without a pass, when nobody reads on', () => {
    const checks = Array.from({ length: 8 }, (_, index) => `  c${index}: sleep 0.${index}\n`).join('');
    const given = repository({ [A]: laneWith(checks) });
    const line = `${process.execPath} ${BUILT} check a --jobs 1 --allow ${given.digest('a')} | head -1; echo "\${PIPESTATUS[0]}"`;
    const said = execFileSync('bash', ['-c', line], {
      cwd: given.root,
      env: environment(given.root, given.env),
      encoding: 'utf8',
    });
    assert.match(said, /^passed +a c0.*\n2\n$/);
  });
});

async function pidOf({ root }: CheckedRepository): Promise<number> {
  const file = join(root, '../pid');
  for (;;) {
    const pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
    if (pid > 0) return pid;
    await wait(20);
  }
}

async function isGone(given: CheckedRepository): Promise<boolean> {
  const pid = await pidOf(given);
  for (let tries = 0; tries < 100; tries++) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
    await wait(20);
  }
  return false;
}
