import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReviews } from '../../src/core/index.ts';
import {
  givenReviewedRepositories,
  LANE_PATH,
  REVIEWS_PATH,
  type ReviewedRepository,
} from './reviewed-repository.ts';

const ID = 'refund-mail';
const APPROVE = ['review', 'intent', ID, '--verdict', 'approved'] as const;
const ACCEPT = ['review', 'outcome', ID, '--verdict', 'accepted'] as const;

function approve(repository: ReviewedRepository): void {
  const { code, stdout } = repository.type('yes\n', ...APPROVE);
  assert.equal(code, 0, stdout);
}

function reviewsOf({ root }: ReviewedRepository) {
  const file = readReviews(REVIEWS_PATH, readFileSync(join(root, REVIEWS_PATH), 'utf8'));
  assert.deepEqual(file.problems, []);
  return file;
}

describe('the gates on the command line', function () {
  this.timeout(120_000);
  const given = givenReviewedRepositories();
  before(function () {
    if (spawnSync('script', ['--version']).status !== 0) this.skip();
  });

  it('take a lane from its intent to an accepted outcome', () => {
    const repository = given();
    const { root, run, status, put, commit, check, type, be } = repository;
    assert.deepEqual([status().stage, status().next], ['intent review', 'approve']);
    approve(repository);
    const [review] = reviewsOf(repository).intent;
    assert.equal(review?.by?.value, 'Bea <bea@example.com>');
    assert.match(review?.digest?.value ?? '', /^sha256-/);
    assert.match(review?.base?.value ?? '', /^[0-9a-f]{40}$/);
    assert.deepEqual([status().stage, status().next], ['in the lane', 'hand over']);
    commit();

    be('Ana');
    const over = run('hand-over', ID, '--to', 'claude', '--to-file', join(root, '../brief.md'));
    assert.equal(over.code, 0, over.stderr);
    assert.match(
      readFileSync(join(root, '../brief.md'), 'utf8'),
      /^# Lane `refund-mail`[\s\S]*hand-in refund-mail/,
    );
    assert.equal(status().next, 'work');
    assert.match(run('hand-in', ID, '--json').stdout, /"commit"/);
    assert.equal(status().next, 'check');
    assert.match(status().outcome.because?.[0]?.message ?? '', /"unit" has not run/);

    be('Bea');
    assert.equal(check(ID).code, 1);
    assert.match(status().outcome.because?.[0]?.message ?? '', /"unit" has not passed \(failed\)/);
    assert.match(type('yes\n', ...ACCEPT).stdout, /The outcome gate is blocked/);
    assert.match(run('review', 'outcome', ID, '--verdict', 'returned').stderr, /--because/);
    assert.equal(
      run('review', 'outcome', ID, '--verdict', 'returned', '--because', 'done', '--note', 'No mail comes')
        .code,
      0,
    );
    assert.deepEqual([status().outcome.state, status().next], ['returned', 'hand over']);
    assert.match(run('status').stdout, /Returned: No mail comes/);

    assert.equal(run('hand-over', ID, '--to', 'claude').code, 0);
    put('src/refunds/mail.ts', 'export {};\n');
    assert.match(run('hand-in', ID).stderr, /not committed/);
    commit();
    assert.match(run('hand-in', ID).stdout, /Due before it is judged: unit, limits, own-standard/);
    assert.equal(check(ID).code, 0);
    assert.equal(status().next, 'judge');
    commit(); // the reviews alone: what was checked is still what is here
    assert.equal(status().next, 'judge');
    const accepted = type('yes\n', ...ACCEPT);
    assert.equal(accepted.code, 0, accepted.stdout);
    assert.equal(status().stage, 'accepted');
    const last = reviewsOf(repository).outcome.at(-1);
    assert.deepEqual(
      [...(last?.evidence ?? [])],
      [
        ['unit', 'passed'],
        ['limits', 'passed'],
        ['own-standard', 'passed'],
      ],
    );
    assert.match(run('status').stdout, /^Ended: refund-mail \(accepted\)$/m);
  });

  it('let the reviewer answer what no check can, and record that', () => {
    const repository = given();
    const { root, put, commit, run, check, type, status, be } = repository;
    const text = readFileSync(join(root, LANE_PATH), 'utf8');
    put(
      LANE_PATH,
      `${text.replace('done:\n', 'done:\n  - { says: The mail of 12.50 EUR fits one screen, look: artifacts/mail.png }\n')}  tone: { kind: taste, rubric: [The mail names the amount] }\n`,
    );
    commit();
    be('Ana');
    const own = type('yes\n', ...APPROVE);
    assert.equal(own.code, 0, own.stdout);
    assert.match(own.stdout, /"Ana <ana@example\.com>" approves their own lane/);
    assert.equal(run('hand-over', ID, '--to', 'claude').code, 0);
    put('src/refunds/mail.ts', 'export {};\n');
    commit();
    assert.equal(run('hand-in', ID).code, 0);
    assert.equal(check(ID).code, 1); // no judge
    assert.equal(status().next, 'judge');
    assert.match(type('yes\nno\n', ...ACCEPT).stdout, /Nothing was recorded\. Return it instead/);
    const accepted = type('yes\nyes\nyes\n', ...ACCEPT);
    assert.match(accepted.stdout, /tone: The mail names the amount/);
    assert.match(accepted.stdout, /fits one screen \(look at artifacts\/mail\.png\)/);
    assert.equal(reviewsOf(repository).outcome[0]?.evidence?.get('tone'), 'judged');
  });

  it('stay shut while a merge has stopped in the reviews', () => {
    const repository = given();
    const { git, run, commit, status } = repository;
    approve(repository);
    commit();
    git('checkout', '--quiet', '-b', 'other');
    const give = (note: string) => run('review', 'intent', ID, '--verdict', 'returned', '--note', note);
    assert.equal(give('Who?').code, 0);
    commit();
    git('checkout', '--quiet', 'main');
    assert.equal(give('When?').code, 0);
    commit();
    assert.throws(() => git('merge', '--quiet', 'other'));
    assert.equal(status().intent.state, 'blocked');
    assert.match(run('status').stdout, /lanes\/refund-mail\.reviews\.yaml:\d+:\d+\)/);
    assert.match(give('Why?').stderr, /cannot be added to/);
    assert.match(run('answers', ID).stderr, /The reviews cannot be read/);
  });

  it('approve nothing unless a person at a terminal agrees', () => {
    const repository = given();
    assert.match(repository.run(...APPROVE).stderr, /Only a person at a terminal/);
    assert.match(repository.type('no\n', ...APPROVE).stdout, /Nothing was recorded/);
    assert.ok(!existsSync(join(repository.root, REVIEWS_PATH)));
  });

  it('approve only what is committed, and say how to commit it', () => {
    const { root, type, put, commit } = given();
    const text = readFileSync(join(root, LANE_PATH), 'utf8');
    put(LANE_PATH, text.replace('a minute\n', 'two minutes\n'));
    assert.match(type('yes\n', ...APPROVE).stdout, /git add lanes\/refund-mail\.lane\.yaml && git commit/);
    commit();
    put('docs/mails.md', '# Other mails\n');
    assert.match(type('yes\n', ...APPROVE).stdout, /has for context is not committed/);
    put('docs/mails.md', '# Mails\n');
    assert.equal(type('yes\n', ...APPROVE).code, 0);
  });

  it('say field by field what changed since the approval, and nothing of formatting', () => {
    const repository = given();
    const { root, put, status, run, type, commit, git } = repository;
    approve(repository);
    const text = readFileSync(join(root, LANE_PATH), 'utf8');
    put(LANE_PATH, `# ours\n${text.replaceAll('\n', '\r\n')}`);
    assert.equal(status().intent.state, 'passed');
    put(LANE_PATH, text.replace('[src/refunds/**]', '[src/refunds/**, src/shop.ts]'));
    assert.deepEqual(
      status().intent.changed?.map(({ field }) => field),
      ['limits.write'],
    );
    assert.match(run('hand-over', ID, '--to', 'claude').stderr, /intent gate is stale/);
    commit();
    assert.match(
      type('yes\n', ...APPROVE).stdout,
      /Since the last approval:\s+limits\.write\s+\+ src\/shop\.ts/,
    );
    put(LANE_PATH, text);
    const reviews = readFileSync(join(root, REVIEWS_PATH), 'utf8');
    put(REVIEWS_PATH, reviews.replaceAll(/base: .*/g, `base: ${'f'.repeat(40)}`));
    assert.match(JSON.stringify(status().intent.changed), /rebased away/);
    git('checkout', '--quiet', '--detach');
    assert.equal(status().intent.state, 'stale');
  });

  it('keep to the policy', () => {
    const policy = 'policy: { approvers: [bea@example.com, "*@lead.example"] }\n';
    const repository = given({ 'lanekeeper.yaml': policy });
    const { be, type, run, status, put } = repository;
    be('Eve');
    assert.match(
      type('yes\n', ...APPROVE).stdout,
      /"Eve <eve@example\.com>" is not among the approvers\. Ask "bea/,
    );
    assert.match(run('review', 'outcome', ID, '--verdict', 'killed', '--learned', 'x').stderr, /not among/);
    be('Ana');
    assert.match(type('yes\n', ...APPROVE).stdout, /not among the approvers/);
    be('Bea');
    approve(repository);
    assert.equal(status().intent.state, 'passed');
    put('lanekeeper.yaml', 'policy: { approvers: ["*@lead.example"] }\n');
    assert.equal(status().intent.state, 'blocked');
    be('Ana');
    assert.equal(run('review', 'outcome', ID, '--verdict', 'killed', '--learned', 'Nobody reads it').code, 0);
    assert.equal(status().stage, 'killed');
    assert.match(run('hand-over', ID, '--to', 'claude', '--anyway', 'x').stderr, /The lane is killed/);
  });

  it('hand over anyway where somebody says why', () => {
    const { run, status } = given();
    assert.match(run('hand-over', ID, '--to', 'claude').stderr, /The intent gate is ready, not passed/);
    assert.equal(run('hand-over', ID, '--to', 'claude', '--anyway', 'the shop is down').code, 0);
    assert.deepEqual([status().stage, status().next], ['in the lane', 'work']);
  });

  it('ask, wait for the answer and go on', async () => {
    const repository = given();
    const { run, start, type, status } = repository;
    approve(repository);
    assert.match(run('answers', ID, '--ask', 'a new field').stderr, /with no agent/);
    assert.equal(run('hand-over', ID, '--to', 'claude').code, 0);
    const waiting = start('answers', ID, '--ask', 'a new field', '--wait', '--timeout', '1m');
    while (status().questions.length === 0) await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(status().next, 'answer');
    assert.match(run('hand-in', ID).stderr, /has no answer yet/);
    assert.match(run('answer', ID, 'a new field', 'none').stderr, /Only a person/);
    assert.match(run('answer', ID, 'a new feild', 'none').stderr, /Did you mean "a new field"/);
    assert.equal(type('', 'answer', ID, 'a new field', 'none').code, 0);
    const { code, stdout } = await waiting.ended;
    assert.deepEqual([code, stdout], [0, 'a new field: none\n']);
    assert.deepEqual([status().intent.state, status().next], ['passed', 'work']);
    assert.match(run('brief', ID).stdout, /- `a new field`: `none`/);
  });

  it('lose nothing when several processes write at once', async () => {
    const repository = given();
    approve(repository);
    const runs = Array.from(
      { length: 6 },
      (_, at) => repository.start('hand-over', ID, '--to', `agent ${at}`).ended,
    );
    for (const { code, stderr } of await Promise.all(runs)) assert.deepEqual([code, stderr], [0, '']);
    assert.deepEqual(
      reviewsOf(repository)
        .handed.map(({ to }) => to?.value)
        .sort(),
      Array.from({ length: 6 }, (_, at) => `agent ${at}`),
    );
  });

  it('say what is wrong in a sentence', () => {
    const repository = given();
    const { run, put } = repository;
    const cases: [args: readonly string[], expected: RegExp][] = [
      [['review', 'middle', ID, '--verdict', 'approved'], /no gate "middle"/],
      [['review', 'intent', ID, '--verdict', 'accepted'], /"accepted" is no verdict of the intent gate/],
      [['review', 'intent', ID, '--verdict', 'returned'], /--note/],
      [['review', 'intent', ID, '--verdict', 'withdrawn'], /no approval to withdraw/],
      [['review', 'outcome', ID, '--verdict', 'killed'], /--learned/],
      [['review', 'outcome', ID, '--verdict', 'returned', '--because', 'done'], /never handed over/],
      [['hand-in', ID], /Nothing is out/],
      [['brief', 'refund-mial'], /Did you mean "refund-mail"/],
      [['hand-over', ID, '--to', ' '], /Name the agent/],
    ];
    for (const [args, expected] of cases) {
      const { code, stderr } = run(...args);
      assert.deepEqual([code, expected.test(stderr)], [2, true], `${args.join(' ')}: ${stderr}`);
    }
    put(REVIEWS_PATH, 'reviews: 1\nintent: [\n');
    assert.match(
      run('review', 'intent', ID, '--verdict', 'returned', '--note', 'x').stderr,
      /cannot be added to/,
    );
    assert.equal(run('status').code, 0);
  });
});
