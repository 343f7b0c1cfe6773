import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import schema from '../../schemas/check.schema.json' with { type: 'json' };
import { givenCheckedRepositories, laneWith } from './checked-repository.ts';

const A = 'lanes/a.lane.yaml';
const validate = new Ajv({ strict: false }).compile(schema);

const JUDGE = `let text = '';
process.stdin.on('data', (part) => { text += part; }).on('end', () => {
  const { rubric, diff } = JSON.parse(text);
  const answers = rubric.map((one) => ({ holds: diff.includes(one), reason: 'Looked for ' + one + '.' }));
  console.log(JSON.stringify({ model: 'finder', answers }));
});
`;

describe('lanekeeper check', function () {
  this.timeout(60_000);
  const repository = givenCheckedRepositories();

  it('says how each check ended, and ends with 0 only if all passed', () => {
    const { check, put } = repository({ [A]: laneWith('  good: echo fine\n  bad: echo broken; exit 3\n') });
    const ran = check('a');
    assert.equal(ran.code, 1, ran.stderr);
    assert.match(ran.stdout, /^passed +a good {2}\d/m);
    assert.match(ran.stdout, /^failed +a bad .*\n {4}It ended with exit code 3\.\n {4}\| broken$/m);
    assert.match(ran.stdout, /4 checks: 3 passed, 1 failed\n$/);
    assert.doesNotMatch(ran.stdout, /fine/);
    put(A, laneWith('  good: echo fine\n'));
    assert.equal(check('a', '--kind', 'test').code, 0);
  });

  it('prints JSON and writes reports of which others know the form', () => {
    const { check, root } = repository({
      [A]: laneWith('  good: "true"\n  bad: echo "<&\\e[31m"; exit 1\n'),
    });
    const ran = check('a', '--json', '--report', 'junit=out/a.xml,json=out/a.json');
    const report = JSON.parse(ran.stdout);
    assert.ok(validate(report), JSON.stringify(validate.errors));
    assert.deepEqual(JSON.parse(readFileSync(join(root, 'out/a.json'), 'utf8')), report);
    const xml = readFileSync(join(root, 'out/a.xml'), 'utf8');
    assert.equal(XMLValidator.validate(xml), true);
    const { testsuites } = new XMLParser({ ignoreAttributes: false }).parse(xml);
    assert.equal(testsuites.testsuite.testcase.length, 4);
    assert.equal(testsuites['@_failures'], '1');
  });

  it('asks which lane where there are several, and takes the only one', () => {
    const { run, root } = repository({ [A]: laneWith('  x: touch ran\n'), 'lanes/b.lane.yaml': 'lane: 1\n' });
    const asked = run('check');
    assert.equal(asked.code, 2);
    assert.match(
      asked.stderr,
      /^Which lane\? Name one or more of a, b; or say --due .* --all for all 2 lanes/,
    );
    assert.ok(!existsSync(join(root, 'ran')));
    const one = repository({ [A]: laneWith('  x: "true"\n') });
    assert.equal(one.run('check', '--allow', one.digest('a')).code, 0);
  });

  const refusals: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['an unknown lane', ['check', 'aa'], /There is no lane "aa"\. Did you mean "a"\?/],
    [
      'an unknown check',
      ['check', 'a', '--check', 'unti'],
      /There is no check "unti" there\. Did you mean "unit"\?/,
    ],
    ['a kind that the lane has not', ['check', 'a', '--kind', 'eval'], /No check there is of the kind eval/],
    ['an unknown kind', ['check', 'a', '--kind', 'tset'], /The kinds are test/],
    ['no number of jobs', ['check', 'a', '--jobs', '0'], /whole number from 1/],
    ['an unknown base', ['check', 'a', '--base', 'nowhere'], /Git knows no revision "nowhere"/],
    ['a strange report', ['check', 'a', '--report', 'xml=a'], /Write junit=FILE, json=FILE/],
    [
      'a lane with errors in its file',
      ['check', 'broken'],
      /lanes\/broken\.lane\.yaml cannot be relied on: 1 error/,
    ],
  ];
  for (const [what, args, words] of refusals) {
    it(`refuses ${what}`, () => {
      const { run } = repository({
        [A]: laneWith('  unit: "true"\n'),
        'lanes/broken.lane.yaml': laneWith('  unit: true\n'),
      });
      const ran = run(...args);
      assert.equal(ran.code, 2, ran.stdout);
      assert.match(ran.stderr, words);
      assert.equal(ran.stdout, '');
    });
  }

  it('does not let a lane with errors pass unseen among all', () => {
    const { run, digest } = repository({
      [A]: laneWith('  unit: "true"\n'),
      'lanes/broken.lane.yaml': laneWith('  unit: true\n'),
    });
    const ran = run('check', '--all', '--allow', digest('a'));
    assert.equal(ran.code, 2);
    assert.match(ran.stderr, /broken\.lane\.yaml cannot be relied on/);
    assert.match(ran.stdout, /passed +a unit/);
  });

  it('ends with the first failure under --bail', () => {
    const { check } = repository({ [A]: laneWith('  bad: exit 1\n  late: sleep 30\n') });
    const ran = check('a', '--bail', '--jobs', '2', '--kind', 'test');
    assert.equal(ran.code, 1);
    assert.match(ran.stdout, /cancelled +a late/);
  });

  it('runs due checks, and those with inputs only after a change', () => {
    const { check, put, root, commit } = repository({
      [A]: laneWith('  cached: { run: echo x >> ../runs, inputs: [src/**] }\n'),
      'src/a.ts': '1\n',
    });
    const runs = () => readFileSync(join(root, '../runs'), 'utf8').length;
    assert.equal(check('a').code, 0);
    const again = check('a');
    assert.equal(again.code, 0);
    assert.match(again.stdout, /unchanged +a cached\n {4}Nothing that it reads has changed since/);
    assert.equal(runs(), 2);
    assert.match(check('a', '--due').stdout, /Nothing is due\.\n$/);
    check('a', '--force');
    assert.equal(runs(), 4);
    put('src/a.ts', '2\n');
    commit();
    assert.match(check('a', '--due').stdout, /^passed +a cached/m);
    assert.equal(runs(), 6);
  });

  it('shows the number of an eval with its bound and trend', () => {
    const { check, put } = repository({
      [A]: laneWith('  spam: { kind: eval, run: cat score, score: "/^n=(.*)$/", at-most: 1 }\n'),
      score: 'n=0.5\n',
    });
    assert.match(check('a').stdout, /The number is 0\.5; it must be at most 1\./);
    put('score', 'n=3\n');
    const ran = check('a', '--kind', 'eval');
    assert.equal(ran.code, 1);
    assert.match(ran.stdout, /The number is 3; it must be at most 1\.\n {4}It went up; before it was 0\.5\./);
  });

  for (const said of ['NaN', '1e999', '', 'n=1\nn=2'])
    it(`takes ${JSON.stringify(said)} for no number`, () => {
      const { check } = repository({
        [A]: laneWith('  it: { kind: eval, run: cat said, score: "/^n=(.*)$/", at-least: 0 }\n'),
        said: said.startsWith('n=') || said === '' ? said : `n=${said}\n`,
      });
      const ran = check('a', '--kind', 'eval');
      assert.equal(ran.code, 1, ran.stdout);
      assert.match(ran.stdout, /^failed +a it/m);
    });

  it('is not held up by a regular expression that is made to explode', () => {
    const { check } = repository({
      [A]: laneWith('  it: { kind: eval, run: cat said, score: "/^((a+)+)+$/", at-least: 0 }\n'),
      said: `${'a'.repeat(50_000)}!\n`,
    });
    assert.equal(check('a', '--kind', 'eval').code, 1);
  });

  it('shows every answer of a judge with its reason', () => {
    const { check, put } = repository({
      [A]: laneWith('  tone: { kind: taste, rubric: [green, blue], votes: 3 }\n'),
      'lanekeeper.yaml': 'judge: [node, judge.mjs]\n',
      'judge.mjs': JUDGE,
    });
    put('src/colour.ts', 'green\n');
    const ran = check('a', '--kind', 'taste');
    assert.equal(ran.code, 1, ran.stderr);
    assert.equal(ran.stdout.match(/yes {2}Looked for green\. \(finder\)/g)?.length, 3);
    assert.equal(ran.stdout.match(/no {3}Looked for blue\. \(finder\)/g)?.length, 3);
  });

  it('names files outside the limits with the glob that would have allowed them', () => {
    const { run, put, git } = repository({ [A]: laneWith('  x: "true"\n') });
    git('checkout', '--quiet', '-b', 'work');
    put('src/deep/a.ts', '');
    put('docs/guide/a.md', '');
    const ran = run('check', 'a', '--kind', 'limits');
    assert.equal(ran.code, 1);
    assert.match(
      ran.stdout,
      /1 file breaks the limits\.\n {4}docs\/guide\/a\.md: no write path allows it; "docs\/guide\/\*\*" would\./,
    );
  });

  it('compares with the approved base, and with the fork from the target branch if that is later', () => {
    const { run, put, commit, git } = repository({ [A]: laneWith('  x: "true"\n') });
    const base = commit();
    const review = `{ verdict: approved, by: Bea, at: 2026-11-22T09:10:00Z, base: ${base} }`;
    put('lanes/a.reviews.yaml', `reviews: 1\nintent:\n  - ${review}\n`);
    put('docs/mine.md', '');
    commit();
    assert.match(run('check', 'a', '--kind', 'limits').stdout, /docs\/mine\.md/);
    git('checkout', '--quiet', '-b', 'work');
    put('docs/later.md', '');
    commit();
    const ran = run('check', 'a', '--kind', 'limits').stdout;
    assert.match(ran, /docs\/later\.md/);
    assert.doesNotMatch(ran, /docs\/mine\.md/);
    assert.match(run('check', 'a', '--kind', 'limits', '--base', base).stdout, /docs\/mine\.md/);
  });

  it('gives an agent a short verdict and nothing else', () => {
    const { check } = repository({ [A]: laneWith('  bad: echo why; exit 1\n') });
    const ran = check('a', '--for-agent');
    assert.equal(ran.code, 1);
    assert.equal(ran.stderr, '');
    const verdict = JSON.parse(ran.stdout);
    assert.equal(verdict.pass, false);
    assert.deepEqual(verdict.open, [
      { check: 'bad', state: 'failed', because: 'It ended with exit code 1.', output: 'why\n' },
    ]);
  });

  it('works without git, and says what it cannot tell then', () => {
    const { check, root } = repository({ [A]: laneWith('  x: "true"\n'), 'lanekeeper.yaml': 'rules: {}\n' });
    const gone = join(root, '.git');
    rmSync(gone, { recursive: true });
    const ran = check('a');
    assert.equal(ran.code, 1, ran.stderr);
    assert.match(ran.stdout, /^passed +a x/m);
    assert.match(ran.stdout, /not started +a limits\n.*is not in a git repository/);
  });

  it('prints no command to a build server', () => {
    const lines = ['::set-output name=a::b', '  ::error::x', 'x ##[command]y', '##vso[task.complete]'];
    const { check, put } = repository({ [A]: laneWith('  bad: cat said; exit 1\n') });
    put('said', `${lines.join('\n')}\n`);
    for (const args of [[], ['--json'], ['--for-agent']]) {
      const { stdout } = check('a', ...args);
      assert.match(stdout, /set-output/);
      assert.doesNotMatch(stdout, /^\s*::|##\w*\[/m);
    }
  });
});

describe('lanekeeper plan and collect', function () {
  this.timeout(60_000);
  const repository = givenCheckedRepositories();
  const FILES = {
    [A]: laneWith('  one: "true"\n  two: test ! -e fail\n'),
    'lanes/b.lane.yaml': laneWith('  x: "true"\n'),
  };

  it('makes a matrix whose shards make the same report together', () => {
    const { run, digest, put } = repository(FILES);
    const { include } = JSON.parse(run('plan', '--format', 'github').stdout);
    assert.deepEqual(
      include.map(({ key }: { key: string }) => key),
      ['a.one', 'a.two', 'a.limits', 'a.own-standard', 'b.x', 'b.limits', 'b.own-standard'],
    );
    assert.deepEqual(JSON.parse(run('plan').stdout).jobs, include);
    const collected = (...more: readonly string[]) => {
      for (const { key, lane, check } of include)
        run('check', lane, '--check', check, '--allow', digest(lane), '--report', `json=../${key}.json`);
      const files = include.map(({ key }: { key: string }) => `../${key}.json`);
      return run('collect', ...files, ...more);
    };
    const good = collected();
    assert.equal(good.code, 0, good.stdout + good.stderr);
    assert.match(good.stdout, /7 checks: 7 passed\n$/);
    put('fail', '');
    const bad = collected('--json');
    assert.equal(bad.code, 1);
    assert.ok(validate(JSON.parse(bad.stdout)));
    assert.equal(JSON.parse(bad.stdout).summary.failed, 3);
  });

  it('sees a shard that was lost, and refuses one of another state', () => {
    const { run, digest, put, commit } = repository(FILES);
    put('src/a.ts', '');
    run('check', 'b', '--allow', digest('b'), '--report', 'json=../b.json');
    const lost = run('collect', '../b.json');
    assert.equal(lost.code, 1);
    assert.match(lost.stdout, /not started +a one\n {4}No shard has reported it\./);
    assert.equal(run('collect', '../b.json', '--lane', 'b').code, 0, lost.stderr);
    commit();
    const other = run('collect', '../b.json');
    assert.equal(other.code, 2);
    assert.match(other.stderr, /^\.\.\/b\.json: it has checked the commit/);
    put('half.json', '{"version":1,');
    assert.match(run('collect', 'half.json').stderr, /may have been cut/);
    assert.match(run('collect', 'none.json').stderr, /There is no file "none\.json"/);
  });
});
