import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  givenReviewedRepositories,
  LANE_PATH,
  REVIEWS_PATH,
  type ReviewedRepository,
} from './reviewed-repository.ts';

const OTHER = 'lanes/other.lane.yaml';

/** What `reviews verify` says of each review and beside them. */
function verify({ run }: ReviewedRepository, ...args: readonly string[]) {
  const { code, stdout, stderr } = run('reviews', 'verify', '--json', ...args);
  assert.equal(stderr, '');
  const { reviews, problems } = JSON.parse(stdout);
  return {
    code,
    states: reviews.map((one: { state: string }) => one.state),
    because: reviews.flatMap((one: { because: string[] }) => one.because).join('\n'),
    problems: problems.map((one: { message: string }) => one.message).join('\n'),
  };
}

describe('lanekeeper reviews verify', function () {
  this.timeout(120_000);
  const given = givenReviewedRepositories();
  before(function () {
    if (spawnSync('script', ['--version']).status !== 0) this.skip();
  });

  function approved(more?: Readonly<Record<string, string>>): ReviewedRepository {
    const repository = given(more);
    const { code, stdout } = repository.type(
      'yes\n',
      'review',
      'intent',
      'refund-mail',
      '--verdict',
      'approved',
    );
    assert.equal(code, 0, stdout);
    return repository;
  }

  /** Commits as this person. `git` of the repository names somebody else on its command line. */
  function commitAs({ root }: ReviewedRepository, name: string, ...more: readonly string[]): void {
    const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: root, stdio: 'pipe' });
    git('add', '--all');
    const email = `${name.toLowerCase()}@example.com`;
    git('-c', `user.name=${name}`, '-c', `user.email=${email}`, ...more, 'commit', '--quiet', '--message=x');
  }

  function edit(
    { root, put }: ReviewedRepository,
    change: (text: string) => string,
    path = REVIEWS_PATH,
  ): void {
    put(path, change(readFileSync(join(root, path), 'utf8')));
  }

  it('shows a review that nothing speaks against as unverified', () => {
    const repository = approved();
    const before = verify(repository);
    assert.deepEqual([before.code, before.states], [0, ['unverified']]);
    assert.match(before.because, /not committed yet/);
    commitAs(repository, 'Bea');
    const { code, states, because, problems } = verify(repository);
    assert.deepEqual([code, states, problems], [0, ['unverified'], '']);
    assert.match(because, /is not signed/);
    assert.match(
      repository.run('reviews', 'verify', '--base', 'nowhere').stderr,
      /Git has no commit "nowhere"/,
    );
    assert.match(repository.run('reviews', 'verify').stdout, /1 review: 0 verified, 1 unverified, 0 false/);
  });

  const forged: [name: string, forge: (repository: ReviewedRepository) => void, expected: RegExp][] = [
    [
      'that somebody else committed',
      (repository) => commitAs(repository, 'Eve'),
      /but the commit \w+ that added it is by "Eve/,
    ],
    [
      'of the future',
      (repository) => {
        edit(repository, (text) => text.replace(/at: 20../, 'at: 2099'));
        commitAs(repository, 'Bea');
      },
      /that added it is older/,
    ],
    [
      'that is back-dated',
      (repository) => {
        edit(repository, (text) => text.replace(/at: 20../, 'at: 2019'));
        commitAs(repository, 'Bea');
      },
      /back-dated/,
    ],
    [
      'of another text',
      (repository) => {
        edit(repository, (text) => text.replace(/digest: .*/, 'digest: sha256-other'));
        commitAs(repository, 'Bea');
      },
      /is not this lane as it was/,
    ],
    [
      'that was copied from another lane',
      (repository) => {
        commitAs(repository, 'Bea');
        edit(
          repository,
          (text) => text.replace('a minute\n', 'an hour\n').replace('mail wording', 'other wording'),
          LANE_PATH,
        );
        const text = readFileSync(join(repository.root, LANE_PATH), 'utf8');
        repository.git('checkout', '--quiet', LANE_PATH);
        repository.put(OTHER, text);
        repository.put('lanes/other.reviews.yaml', readFileSync(join(repository.root, REVIEWS_PATH), 'utf8'));
        commitAs(repository, 'Bea');
      },
      /The same stands in lanes\/refund-mail\.reviews\.yaml/,
    ],
    [
      'that the policy asks to be signed',
      (repository) => commitAs(repository, 'Bea'),
      /asks for a signature/,
    ],
  ];
  for (const [name, forge, expected] of forged)
    it(`finds a review ${name}`, () => {
      const asks = name.includes('policy') ? { 'lanekeeper.yaml': 'policy: { signed: true }\n' } : {};
      const repository = approved(asks);
      forge(repository);
      const { code, states, because } = verify(repository);
      assert.equal(code, 1);
      assert.ok(states.includes('false'));
      assert.match(because, expected);
    });

  it('finds a review that was edited, or taken out', () => {
    const repository = approved();
    commitAs(repository, 'Bea');
    edit(repository, (text) => `${text.replace('approved', 'returned')}    note: no\n`);
    assert.match(verify(repository).problems, /changed or taken out here/);
    commitAs(repository, 'Eve');
    const edited = verify(repository);
    assert.match(
      edited.problems,
      /The commit \w+ by "Eve <eve@example\.com>" changed or took out the review "approved" of "Bea/,
    );
    assert.match(edited.because, /by "Eve/);
    const base = repository.git('rev-parse', 'HEAD').trim();
    rmSync(join(repository.root, REVIEWS_PATH));
    commitAs(repository, 'Eve');
    const { code, problems } = verify(repository, '--base', base);
    assert.equal(code, 1);
    assert.match(problems, /was there at the base \w+ and is gone/);
  });

  it('follows a lane that somebody else renamed, and sees what they slip in', () => {
    const repository = approved();
    const { git, root } = repository;
    commitAs(repository, 'Bea');
    const rename = (from: string, to: string) => {
      for (const part of ['lane', 'reviews'])
        git('mv', `lanes/${from}.${part}.yaml`, `lanes/${to}.${part}.yaml`);
    };
    rename('refund-mail', 'mail');
    commitAs(repository, 'Ana');
    const renamed = verify(repository);
    assert.deepEqual(
      [renamed.code, renamed.states, renamed.problems],
      [0, ['unverified'], ''],
      renamed.because,
    );
    rename('mail', 'letter');
    const path = 'lanes/letter.reviews.yaml';
    const text = readFileSync(join(root, path), 'utf8');
    repository.put(
      path,
      `${text}${text.slice(text.indexOf('  - ')).replace(/at: .*/, 'at: 2037-01-01T00:00:00Z')}`,
    );
    commitAs(repository, 'Eve');
    const slipped = verify(repository);
    assert.deepEqual(slipped.states, ['unverified', 'false']);
    assert.match(slipped.because, /is by "Eve/);
  });

  it('takes the policy from the base, not from the change that it judges', () => {
    const repository = given({ 'lanekeeper.yaml': 'policy: { approvers: [cleo@example.com] }\n' });
    const { git, put, type } = repository;
    git('checkout', '--quiet', '-b', 'change');
    put('lanekeeper.yaml', 'policy: { approvers: [bea@example.com] }\n');
    commitAs(repository, 'Bea');
    assert.equal(type('yes\n', 'review', 'intent', 'refund-mail', '--verdict', 'approved').code, 0);
    commitAs(repository, 'Bea');
    const { code, states, because, problems } = verify(repository);
    assert.deepEqual([code, states], [1, ['false']]);
    assert.match(because, /"Bea <bea@example\.com>" is not among the approvers\. Ask "cleo@example\.com"/);
    assert.match(problems, /policy differs from that of the base/);
    assert.equal(verify(repository, '--base', 'HEAD').code, 0);
  });

  it('knows whose signature it is, and forged ones', () => {
    const repository = approved({ 'lanekeeper.yaml': 'policy: { signed: true }\n' });
    const { home, run } = repository;
    const key = (name: string) => {
      const file = join(home, name);
      execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', file]);
      return file;
    };
    const sign = (file: string) => [
      '-c',
      'gpg.format=ssh',
      '-c',
      `user.signingKey=${file}`,
      '-c',
      'commit.gpgSign=true',
    ];
    const [bea, eve] = [key('bea'), key('eve')];
    commitAs(repository, 'Bea', ...sign(bea));
    assert.match(verify(repository).because, /a key that is not known here/);
    const signers = join(home, 'signers');
    const line = (name: string, file: string) => `${name}@example.com ${readFileSync(`${file}.pub`, 'utf8')}`;
    mkdirSync(join(home, 'config/git'), { recursive: true });
    writeFileSync(join(home, 'config/git/config'), `[gpg "ssh"]\n  allowedSignersFile = ${signers}\n`);
    writeFileSync(signers, line('bea', bea) + line('eve', eve));
    const { code, states, because } = verify(repository);
    assert.deepEqual([code, states], [0, ['verified']], because);
    // Eve, who has a key, writes in Bea's name.
    assert.equal(run('review', 'intent', 'refund-mail', '--verdict', 'returned', '--note', 'no').code, 0);
    commitAs(repository, 'Bea', ...sign(eve));
    const forgedNow = verify(repository);
    assert.deepEqual([forgedNow.code, forgedNow.states], [1, ['verified', 'false']]);
    assert.match(forgedNow.because, /is signed by "eve@example\.com"/);
  });

  it('says what it cannot tell in a shallow clone, and without git', () => {
    const repository = approved();
    commitAs(repository, 'Bea');
    repository.put('src/refunds/more.ts', '');
    commitAs(repository, 'Bea');
    const clone = join(repository.home, 'clone');
    repository.git('clone', '--quiet', '--depth=1', `file://${repository.root}`, clone);
    const there = spawnSync('git', ['-C', clone, 'rev-parse', 'HEAD'], { encoding: 'utf8' });
    assert.equal(there.status, 0);
    const { code, states, because } = verify({
      ...repository,
      run: (...args) => repository.runIn(clone, ...args),
    });
    assert.deepEqual([code, states], [0, ['unverified']]);
    assert.match(because, /git fetch --unshallow/);
    rmSync(join(repository.root, '.git'), { recursive: true });
    mkdirSync(join(repository.root, '.git'));
    assert.match(repository.run('reviews', 'verify').stderr, /not in a git repository/);
  });
});
