import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GitProblem, HistoryCommit, Revision } from '../../src/core/index.ts';
import { gitHistory, guardedGit } from '../../src/node/index.ts';
import { givenRepository } from './given-repository.ts';

function sound<T extends object | string>(answer: T | GitProblem): T {
  assert.ok(typeof answer !== 'object' || !('problem' in answer), JSON.stringify(answer));
  return answer as T;
}

describe('gitHistory', function () {
  this.timeout(30_000);
  const repository = givenRepository();

  it('reads the files of a commit as the workspace folder has them', async () => {
    const { root, put, commit, git } = repository();
    put('a/b/x.md', 'one\r\n');
    put('a/b/größe 1.md', 'two\n');
    put('outside.md', '');
    symlinkSync('/etc/passwd', join(root, 'a/link.md'));
    const first = commit();
    put('a/b/x.md', 'later\n');
    commit();
    const { paths, files, commit: named } = sound<Revision>(await gitHistory(join(root, 'a')).at(first));
    assert.deepEqual([named, [...paths].sort()], [first, ['b/größe 1.md', 'b/x.md']]);
    assert.deepEqual(await files.read('b/x.md', 100), { kind: 'text', text: 'one\r\n' });
    assert.deepEqual(await files.read('b/x.md', 2), { kind: 'too-large', size: 5 });
    for (const path of ['link.md', '../outside.md', 'b', 'none.md'])
      assert.deepEqual(await files.read(path, 100), { kind: 'missing' });
    assert.equal(git('status', '--porcelain'), '');
  });

  it('names who committed a file and when, merged branches included', async () => {
    const { root, put, commit, git } = repository();
    put('r.yaml', '1\n');
    const first = commit();
    git('checkout', '--quiet', '-b', 'side');
    put('r.yaml', '1\n2\n');
    git('add', '--all');
    git('commit', '--quiet', '--author=Eve <eve@example.com>', '--message=x');
    git('checkout', '--quiet', 'main');
    put('other', '');
    commit();
    git('merge', '--quiet', '--no-edit', 'side');
    const commits = sound<readonly HistoryCommit[]>(await gitHistory(root).commits('r.yaml'));
    const own = commits.filter(({ parents }) => parents.length < 2);
    assert.deepEqual(
      own.map(({ author }) => author),
      ['Eve <eve@example.com>', 'A <a@b.c>'],
    );
    assert.equal(own[1]?.commit, first);
    for (const { at, signature } of commits) {
      assert.match(at, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
      assert.deepEqual(signature, { state: 'none' });
    }
  });

  it('says what is missing in a sentence', async () => {
    const { root, commit } = repository();
    commit();
    const missing = await gitHistory(root).at('f'.repeat(40));
    assert.match('problem' in missing ? missing.problem : '', /may have been rebased away/);
    for (const revision of ['--output=x', '']) assert.ok('problem' in (await gitHistory(root).at(revision)));
    const none = mkdtempSync(join(tmpdir(), 'lanekeeper-none-'));
    const identity = await gitHistory(none).identity();
    assert.match(typeof identity === 'object' ? identity.problem : '', /not in a git repository/);
    rmSync(none, { recursive: true });
  });

  it('knows whom git names, or how to tell it', async () => {
    const { root, git } = repository();
    git('config', 'user.name', 'Bea Ott');
    git('config', 'user.email', 'bea@example.com');
    assert.equal(await gitHistory(root).identity(), 'Bea Ott <bea@example.com>');
    git('config', 'user.email', '');
    const unknown = await gitHistory(root).identity();
    assert.ok(typeof unknown === 'object' && /git config --global user\.name/.test(unknown.problem));
  });

  it('starts no program that the repository names to check a signature', async () => {
    const { root, put, git } = repository();
    const key = join(root, '.git', 'key');
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]);
    put('.git/evil', '#!/bin/sh\ntouch "$(dirname "$0")/started"\n');
    chmodSync(join(root, '.git/evil'), 0o755);
    put('r.yaml', '1\n');
    git('add', '--all');
    git('-c', 'gpg.format=ssh', '-c', `user.signingKey=${key}`, 'commit', '--quiet', '-S', '--message=x');
    put('.git/signers', `a@b.c ${execFileSync('cat', [`${key}.pub`], { encoding: 'utf8' })}`);
    for (const name of [
      'gpg.program',
      'gpg.openpgp.program',
      'gpg.x509.program',
      'gpg.ssh.program',
      'gpg.ssh.defaultKeyCommand',
    ])
      git('config', name, join(root, '.git/evil'));
    git('config', 'gpg.ssh.allowedSignersFile', join(root, '.git/signers'));
    const [commit] = sound<readonly HistoryCommit[]>(await gitHistory(root).commits('r.yaml'));
    assert.deepEqual(commit?.signature, { state: 'unknown' });
    assert.ok(!existsSync(join(root, '.git/started')));
  });
});

describe('the commit that evidence speaks of', () => {
  const repository = givenRepository();

  it('is the last that changed anything but reviews files', async () => {
    const { root, put, commit } = repository();
    put('lanes/a.lane.yaml', 'lane: 1\n');
    const work = commit();
    put('lanes/a.reviews.yaml', 'reviews: 1\n');
    assert.deepEqual(await guardedGit(root).head(), { commit: work, dirty: false });
    commit();
    assert.deepEqual(await guardedGit(root).head(), { commit: work, dirty: false });
    put('lanes/a.reviews.yaml', 'reviews: 1\nintent: []\n');
    assert.deepEqual(await guardedGit(root).head(), { commit: work, dirty: false });
    put('lanes/a.lane.yaml', 'lane: 1\ntitle: A\n');
    assert.deepEqual(await guardedGit(root).head(), { commit: work, dirty: true });
    const next = commit();
    assert.deepEqual(await guardedGit(root).head(), { commit: next, dirty: false });
  });
});
