import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILT, environment, givenWorkspaces, lanekeeper } from './lanekeeper.ts';
import { readFindings } from './lint-schema.ts';
import { SOUND_FILES } from './sound-lane.ts';

const OUTCOME = 'Customers get one mail about their refund within a minute';

describe('lanekeeper init', function () {
  this.timeout(30_000);
  const workspace = givenWorkspaces();

  it('writes settings that change nothing, a home for shared context, and says what comes next', () => {
    const cwd = workspace(SOUND_FILES);
    const { code, stdout } = lanekeeper(['init'], { cwd });
    assert.equal(code, 0);
    assert.match(stdout, /Wrote lanekeeper\.yaml\n[\s\S]*Next: lanekeeper new\n$/);
    assert.match(readFileSync(join(cwd, 'lanekeeper.yaml'), 'utf8'), /^# /);
    assert.ok(existsSync(join(cwd, 'lanes/context')));
    assert.equal(lanekeeper(['lint', '--fail-on', 'warning'], { cwd }).code, 0);
  });

  it('never overwrites', () => {
    const cwd = workspace({ 'lanekeeper.yaml': 'rules: {}\n' });
    const { code, stdout } = lanekeeper(['init', '--json'], { cwd });
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(stdout), {
      root: cwd,
      created: ['lanes/context/README.md'],
      kept: ['lanekeeper.yaml'],
    });
    assert.equal(readFileSync(join(cwd, 'lanekeeper.yaml'), 'utf8'), 'rules: {}\n');
  });

  it('writes at the root of the repository, wherever it is called', () => {
    const cwd = workspace(SOUND_FILES);
    lanekeeper(['init'], { cwd: join(cwd, 'src/refunds'), env: { XDG_CACHE_HOME: join(cwd, '.cache') } });
    assert.ok(existsSync(join(cwd, 'lanekeeper.yaml')));
  });
});

describe('lanekeeper new', function () {
  this.timeout(30_000);
  const workspace = givenWorkspaces();

  it('draws a lane from what it is told, with the checks that it finds', () => {
    const cwd = workspace(SOUND_FILES);
    const { code, stdout } = lanekeeper(
      [
        'new',
        'mails',
        '--outcome',
        OUTCOME,
        '--write',
        'src/refunds/**',
        '--write',
        'docs/mails.md',
        '--owner',
        'ana',
      ],
      { cwd },
    );
    assert.equal(code, 0);
    assert.match(stdout, /^Wrote lanes\/mails\.lane\.yaml\n/);
    const text = readFileSync(join(cwd, 'lanes/mails.lane.yaml'), 'utf8');
    assert.match(text, /^lane: 1\n/);
    for (const part of [OUTCOME, 'owner: ana', 'src/refunds/**', 'docs/mails.md', 'npm test'])
      assert.ok(text.includes(part), part);
    const { findings } = readFindings(
      lanekeeper(['lint', '--json', 'lanes/mails.lane.yaml'], { cwd }).stdout,
    );
    assert.deepEqual(
      findings.filter(({ rule }) => /broken|unknown|wrong/.test(rule)),
      [],
    );
  });

  it('proposes write paths from the folder it is called in', () => {
    const cwd = workspace(SOUND_FILES);
    const options = { cwd: join(cwd, 'src/refunds'), env: { XDG_CACHE_HOME: join(cwd, '.cache') } };
    const { stdout } = lanekeeper(['new', '--outcome', OUTCOME, '-n', '--json'], options);
    const lane = JSON.parse(stdout);
    assert.match(lane.text, /write: \[src\/refunds\/\*\*\]/);
    assert.equal(lane.created, false);
    assert.ok(!existsSync(join(cwd, lane.path)));
  });

  it('takes checks as id=command or as commands', () => {
    const cwd = workspace(SOUND_FILES);
    const { stdout } = lanekeeper(
      ['new', 'x', '--outcome', OUTCOME, '--check', 'fast=npm test', '--check', 'CI=1 npm run lint', '-n'],
      { cwd },
    );
    assert.match(stdout, /^ {2}fast: npm test$/m);
    assert.match(stdout, /CI=1 npm run lint/);
  });

  it('refuses what cannot become a lane', () => {
    const cwd = workspace(SOUND_FILES);
    for (const [args, why] of [
      [['--outcome', ''], /outcome is empty/],
      [['--outcome', ' \n'], /outcome is empty/],
      [['--check', 'a=npm test', '--check', 'a=npm run lint'], /Two checks are called "a"/],
      [['--check', '=npm test'], /"=npm test" lacks its id or its command/],
      [['--check', 'unit= '], /"unit= " lacks its id or its command/],
      [['--check', ''], /lacks its id or its command/],
      [['--write', '../x'], /"\.\.\/x" leaves the workspace folder/],
      [['--write', 'src/**', '--write', '/etc/*'], /"\/etc\/\*" starts at the root of the disk/],
      [['--write', ''], /The path is empty/],
    ] as const) {
      const outcome = args[0] === '--outcome' ? [] : ['--outcome', OUTCOME];
      const { code, stdout, stderr } = lanekeeper(['new', 'x', ...outcome, ...args], { cwd });
      assert.equal(code, 2, args.join(' '));
      assert.equal(stdout, '');
      assert.match(stderr, why);
      assert.ok(!existsSync(join(cwd, 'lanes/x.lane.yaml')));
    }
  });

  it('gives a command without an id one that is not taken', () => {
    const args = [
      'new',
      'x',
      '-n',
      '--outcome',
      OUTCOME,
      '--check',
      'unit=npm test',
      '--check',
      'npm run unit',
    ];
    const { stdout } = lanekeeper(args, { cwd: workspace(SOUND_FILES) });
    assert.match(stdout, /^ {2}unit: npm test$/m);
    assert.match(stdout, /^ {2}unit-2: npm run unit$/m);
  });

  it('proposes shared context before the readme at the top', () => {
    const cwd = workspace({
      ...SOUND_FILES,
      'README.md': '# Shop\n',
      'lanes/context/README.md': '# Shared context\n',
      'lanes/context/payments.md': '# Payments\n',
    });
    const { stdout } = lanekeeper(['new', 'x', '-n', '--outcome', OUTCOME], { cwd });
    assert.match(stdout, /^ {2}context:\n {4}- lanes\/context\/payments\.md\n\n/m);
    assert.doesNotMatch(stdout, /README/);
  });

  it('sees paths with brackets in a description', () => {
    const path = 'packages/web/app/[id]/page.tsx';
    const other = 'packages/web/app/(shop)/[[...slug]]/page.tsx';
    const cwd = workspace({
      ...SOUND_FILES,
      [path]: '',
      'docs/issue.md': `# Shop\n\n${OUTCOME}.\n\n## Scope\n\n- Do not touch \`${path}\`\n- Change \`${other}\`\n`,
    });
    const { stdout, stderr } = lanekeeper(['new', '--from', 'docs/issue.md', '-n', '--json'], { cwd });
    const [, limits = ''] = JSON.parse(stdout).text.split('limits:');
    assert.ok(limits.indexOf('write:') < limits.indexOf(other));
    assert.ok(limits.indexOf(other) < limits.indexOf('never:'), limits);
    assert.ok(limits.indexOf('never:') < limits.indexOf(path), limits);
    assert.doesNotMatch(stdout + stderr, /names no path/);
  });

  it('starts from a template, and refuses one that is not there', () => {
    const cwd = workspace(SOUND_FILES);
    for (const template of ['tiny', 'feature', 'bug', 'migration', 'research']) {
      const { code, stdout } = lanekeeper(
        ['new', template, '--template', template, '--outcome', OUTCOME, '-n'],
        { cwd },
      );
      assert.equal(code, 0, template);
      assert.match(stdout, /^lane: 1$/m);
    }
    const { code, stderr } = lanekeeper(['new', 'x', '--template', 'tny'], { cwd });
    assert.equal(code, 2);
    assert.match(stderr, /tiny/);
  });

  it('drafts a lane from a description', () => {
    const cwd = workspace({
      ...SOUND_FILES,
      'docs/issue.md': `# Refund mail\n\n${OUTCOME}.\n\n## Acceptance criteria\n\n- [ ] One mail arrives within 60 s\n`,
    });
    const { code, stdout } = lanekeeper(['new', '--from', 'docs/issue.md'], { cwd });
    assert.equal(code, 0, stdout);
    const text = readFileSync(join(cwd, 'lanes/refund-mail-2.lane.yaml'), 'utf8');
    assert.ok(text.includes('One mail arrives within 60 s'));
    for (const [from, why] of [
      ['none.md', /no file/],
      ['lanes', /not a file/],
    ] as const) {
      const refused = lanekeeper(['new', '--from', from], { cwd });
      assert.equal(refused.code, 2);
      assert.match(refused.stderr, why);
    }
  });

  it('never overwrites, and refuses names that are none', () => {
    const cwd = workspace({ ...SOUND_FILES, 'work/taken.lane.yaml': 'lane: 1\n' });
    for (const id of ['refund-mail', 'taken', '../x', 'A B', 'x/y', '', '.', 'con']) {
      const { code, stderr } = lanekeeper(['new', id, '--outcome', OUTCOME], { cwd });
      assert.equal(code, 2, id);
      assert.match(stderr, /already|cannot name a lane/);
    }
  });

  it('puts the lane where the settings look for lanes', () => {
    const cwd = workspace({ 'lanekeeper.yaml': 'include: ["work/**/*.lane.yaml"]\n' });
    lanekeeper(['new', 'x', '--outcome', OUTCOME], { cwd });
    assert.ok(existsSync(join(cwd, 'work/x.lane.yaml')));
  });

  it('asks nothing where nobody can answer', () => {
    const { code, stderr } = lanekeeper(['new'], { cwd: workspace({}) });
    assert.equal(code, 2);
    assert.match(stderr, /--outcome/);
  });

  it('asks a person at most four questions, each of which can be skipped', function () {
    if (spawnSync('script', ['--version']).status !== 0) this.skip();
    const ask = (cwd: string, input: string) =>
      spawnSync('script', ['-qec', `${process.execPath} ${BUILT} new`, '/dev/null'], {
        cwd,
        input,
        env: environment(cwd),
        encoding: 'utf8',
        timeout: 20_000,
      }).stdout;
    const cwd = workspace(SOUND_FILES);
    const told = ask(cwd, `${OUTCOME}\nsrc/refunds/**\ndocs/mails.md\n\n`);
    assert.equal(told.match(/ > /g)?.length, 4);
    assert.ok(told.indexOf('What changes for somebody') < told.indexOf('Which paths'));
    const text = readFileSync(join(cwd, 'lanes/customers-get-one-mail-about.lane.yaml'), 'utf8');
    assert.match(text, /- docs\/mails\.md/);
    assert.match(text, /npm test/);
    const again = workspace(SOUND_FILES);
    const asked = ask(again, `${OUTCOME}\n../x\nsrc/refunds/**\n\na=npm test, a=npm t\nunit=npm test\n`);
    assert.equal(asked.match(/ > /g)?.length, 6);
    assert.match(asked, /"\.\.\/x" leaves the workspace folder[\s\S]*Two checks are called "a"/);
    const mended = readFileSync(join(again, 'lanes/customers-get-one-mail-about.lane.yaml'), 'utf8');
    assert.match(mended, /write: \[src\/refunds\/\*\*\][\s\S]*unit: npm test\n$/);
    const skipped = workspace({});
    mkdirSync(join(skipped, 'lanes'));
    assert.match(ask(skipped, '\n\n\n\n'), /Wrote lanes\/lane\.lane\.yaml/);
  });
});
