import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CheckedRepository, givenCheckedRepositories, laneWith } from './checked-repository.ts';
import { BUILT, environment } from './lanekeeper.ts';

const A = 'lanes/a.lane.yaml';
const LANE = laneWith('  x: touch ../ran\n');

/** What a person sees and answers at a terminal. */
function atTerminal({ root, env }: CheckedRepository, answer: string, ...args: readonly string[]) {
  const line = [process.execPath, BUILT, ...args].join(' ');
  const { status, stdout } = spawnSync('script', ['-qec', line, '/dev/null'], {
    cwd: root,
    input: answer,
    env: environment(root, env),
    encoding: 'utf8',
    timeout: 20_000,
  });
  return { code: status, said: stdout.replaceAll('\r', '') };
}

describe('trust on the command line', function () {
  this.timeout(60_000);
  const repository = givenCheckedRepositories();
  const hasRun = ({ root }: CheckedRepository) => existsSync(join(root, '../ran'));
  const hasTerminal = spawnSync('script', ['--version']).status === 0;
  const interactive = hasTerminal ? it : it.skip;

  it('runs nothing that was not allowed, and says how to allow it', () => {
    const given = repository({ [A]: LANE });
    for (const args of [['a'], ['--all'], ['--due'], ['a', '--for-agent'], ['a', '--kind', 'test']]) {
      const ran = given.run('check', ...args);
      assert.equal(ran.code, 3);
      assert.equal(ran.stdout, '');
      assert.match(ran.stderr, /`lanekeeper trust a`/);
      assert.ok(ran.stderr.includes(`--allow ${given.digest('a')}`));
    }
    assert.ok(!hasRun(given));
    assert.equal(given.run('check', 'a', '--kind', 'limits').code, 0);
  });

  it('allows by digest for one run only, and only exactly these commands', () => {
    const given = repository({ [A]: LANE });
    assert.equal(given.check('a').code, 0);
    assert.ok(hasRun(given));
    assert.equal(given.run('check', 'a').code, 3);
    const before = given.digest('a');
    for (const [file, text] of [
      [A, laneWith('  x: touch ../ran ../more\n')],
      [A, laneWith('  x: { run: touch ../ran, env: [TOKEN] }\n')],
      [A, laneWith('  x: { run: touch ../ran, cwd: src }\n')],
      ['lanekeeper.yaml', 'defaults: { checks: { y: touch ../ran } }\n'],
    ] as const) {
      given.put(A, LANE);
      given.put(file, text);
      assert.equal(given.run('check', 'a', '--allow', before).code, 3, text);
    }
  });

  it('prints commands with nothing hidden, and allows nothing by that', () => {
    const given = repository({ [A]: laneWith('  x: "echo \\u202e; touch ../ran"\n') });
    const { stdout, code } = given.run('trust', '--print', 'a');
    assert.equal(code, 0);
    assert.match(stdout, /^a\n {2}x {2}echo \\u\{202e\}; touch \.\.\/ran\n {2}sha256-[\w-]{43}\n$/);
    assert.equal(given.run('check', 'a').code, 3);
  });

  it('asks only a person at a terminal', () => {
    const given = repository({ [A]: LANE });
    const ran = given.run('trust', 'a');
    assert.equal(ran.code, 3);
    assert.match(ran.stderr, /Only a person at a terminal can allow/);
    assert.equal(given.run('check', 'a').code, 3);
  });

  interactive('shows the commands, asks, remembers yes, and shows what has changed', () => {
    const given = repository({ [A]: LANE });
    const no = atTerminal(given, 'n\n', 'check', 'a', '--kind', 'test');
    assert.equal(no.code, 3);
    assert.ok(!hasRun(given));
    const yes = atTerminal(given, 'yes\n', 'trust', 'a');
    assert.equal(yes.code, 0, yes.said);
    assert.match(yes.said, /^ {2}x {2}touch \.\.\/ran$/m);
    assert.equal(given.run('check', 'a').code, 0);
    given.put(A, laneWith('  x: touch ../ran ../more\n'));
    const again = atTerminal(given, 'no\n', 'check', 'a');
    assert.match(
      again.said,
      /Since you allowed some last:\n {2}- x {2}touch \.\.\/ran\n {2}\+ x {2}touch \.\.\/ran \.\.\/more\n/,
    );
    assert.ok(!existsSync(join(given.root, '../more')));
  });

  interactive('runs what was shown, even if the branch is switched while the person reads', () => {
    const given = repository({ [A]: laneWith('  x: echo shown > ../ran\n') });
    given.git('checkout', '--quiet', '-b', 'evil');
    given.put(A, laneWith('  x: echo evil > ../ran\n'));
    given.commit();
    given.git('checkout', '--quiet', 'main');
    const line = `(sleep 1.5; git checkout --quiet evil; echo yes) | script -qec "${process.execPath} ${BUILT} check a --kind test" /dev/null`;
    spawnSync('sh', ['-c', line], {
      cwd: given.root,
      env: environment(given.root, given.env),
      timeout: 20_000,
    });
    assert.match(readFileSync(join(given.root, A), 'utf8'), /evil/);
    assert.equal(readFileSync(join(given.root, '../ran'), 'utf8'), 'shown\n');
    assert.equal(given.run('check', 'a').code, 3);
  });

  it('runs the plan that was allowed, even if the files change while it runs', () => {
    const evil = laneWith('  x: touch ../ran\n').replaceAll('\n', '\\n');
    const given = repository({
      [A]: laneWith(
        `  first: { run: "printf '${evil}' > ${A}", serial: true }\n  second: { run: echo fine, serial: true }\n`,
      ),
    });
    const ran = given.check('a', '--kind', 'test');
    assert.equal(ran.code, 0, ran.stdout);
    assert.match(readFileSync(join(given.root, A), 'utf8'), /ran/);
    assert.ok(!hasRun(given));
  });

  it('allows what is the same at a revision, settings included', () => {
    const given = repository({ [A]: LANE, 'lanekeeper.yaml': 'defaults: { checks: { y: "true" } }\n' });
    given.git('branch', 'protected');
    assert.equal(given.run('check', 'a', '--trust-ref', 'protected').code, 0);
    for (const [file, text] of [
      [A, laneWith('  x: touch ../ran ../evil\n')],
      ['lanekeeper.yaml', 'defaults: { checks: { y: touch ../evil } }\n'],
    ] as const) {
      given.git('checkout', '--quiet', '.');
      given.put(file, text);
      const ran = given.run('check', 'a', '--trust-ref', 'protected');
      assert.equal(ran.code, 3, ran.stdout);
      assert.match(ran.stderr, /differ from those at "protected"/);
    }
    assert.ok(!existsSync(join(given.root, '../evil')));
    assert.equal(given.run('check', 'a', '--trust-ref', 'nowhere').code, 2);
    given.put('lanes/b.lane.yaml', LANE);
    assert.equal(given.run('check', 'b', '--trust-ref', 'protected').code, 3);
  });

  it('takes trust from nothing in the repository', () => {
    const given = repository({ [A]: LANE });
    const digest = given.digest('a');
    const settings = `trust: [${digest}]\nallow: [${digest}]\n`;
    for (const [path, text] of [
      ['.vscode/settings.json', JSON.stringify({ 'lanekeeper.trust': [digest], 'lanekeeper.allow': digest })],
      ['.env', `LANEKEEPER_ALLOW=${digest}\nXDG_CONFIG_HOME=.config\n`],
      ['.config/lanekeeper/trust', `\n${digest}\n`],
      ['.lanekeeper/trust', `\n${digest}\n`],
      ['lanekeeper/trust', `\n${digest}\n`],
    ] as const)
      given.put(path, text);
    assert.equal(given.run('check', 'a').code, 3);
    const inside = { ...given.env, XDG_CONFIG_HOME: join(given.root, '.config') };
    const ran = spawnSync(process.execPath, [BUILT, 'check', 'a'], {
      cwd: given.root,
      env: environment(given.root, inside),
    });
    assert.equal(ran.status, 3);
    given.put('lanekeeper.yaml', settings);
    assert.notEqual(given.run('check', 'a').code, 0);
    assert.ok(!hasRun(given));
  });

  it('does not take what was allowed in one folder for another', () => {
    const [one, other] = [repository({ [A]: LANE }), repository({ [A]: LANE })];
    assert.notEqual(one.digest('a'), other.digest('a'));
    assert.equal(other.run('check', 'a', '--allow', one.digest('a')).code, 3);
  });
});
