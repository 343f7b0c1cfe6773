import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReviews, sha256Digest } from '../../src/core/index.ts';
import { nodeCheckHost } from '../../src/node/index.ts';
import { givenRepository } from './given-repository.ts';

describe('nodeCheckHost', () => {
  const repository = givenRepository();
  const given = (environment: Readonly<Record<string, string>> = {}) => {
    const configFolder = join(repository().root, '.git/config-of-user');
    return nodeCheckHost(repository().root, { environment, configFolder });
  };
  const approved = (...intent: readonly string[]) =>
    readReviews(
      'lanes/a.reviews.yaml',
      `reviews: 1\nintent:\n${intent.map((one) => `  - { by: Bea, at: 2026-11-22T09:10:00Z, ${one} }\n`).join('')}`,
    );

  it('digests files as the core does, and nothing outside the workspace', async () => {
    const { root, put } = repository();
    put('a', 'text');
    put('big', new Uint8Array(300_000));
    symlinkSync('/etc/hostname', join(root, 'out'));
    mkdirSync(join(root, 'folder'));
    const host = given();
    assert.equal(await host.digestFile('a'), sha256Digest(Buffer.from('text')));
    assert.equal(await host.digestFile('big'), sha256Digest(new Uint8Array(300_000)));
    for (const path of ['out', 'folder', 'none', '../x'])
      assert.equal(await host.digestFile(path), undefined, path);
  });

  it('tells environments apart, and gives no secret away', () => {
    writeFileSync(join(repository().root, 'x'), '');
    const [one, other] = [given({ A: '1' }), given({ A: '2' })];
    assert.equal(one.digestEnvironment(['A']), given({ A: '1' }).digestEnvironment(['A']));
    assert.notEqual(one.digestEnvironment(['A']), other.digestEnvironment(['A']));
    assert.notEqual(one.digestEnvironment(['B']), given({ B: '' }).digestEnvironment(['B']));
    assert.equal(given({ API_TOKEN: 'tango-seven' }).mask('it is tango-seven.'), 'it is ***.');
  });

  it('compares with the later of the approved base and the fork from the target branch', async () => {
    const { commit, git, put, root } = repository();
    const first = commit();
    const host = given();
    assert.equal(await host.baseOf(undefined), first);
    const second = commit();
    const base = (of: string) => approved(`verdict: approved, base: ${of}`);
    assert.equal(await host.baseOf(base(first)), first, 'on the target branch');
    git('checkout', '--quiet', '-b', 'work');
    assert.equal(await host.baseOf(base(first)), second, 'the fork is later');
    const third = commit();
    assert.equal(await host.baseOf(base(third)), third, 'the approval is later');
    assert.equal(await host.baseOf(undefined), second);
    assert.equal(
      await host.baseOf(approved(`verdict: approved, base: ${third}`, 'verdict: withdrawn')),
      second,
    );
    assert.equal(
      await host.baseOf(approved(`verdict: approved, base: ${third}`, 'verdict: returned')),
      third,
    );
    assert.equal(await host.baseOf(base('unknown')), 'unknown');
    git('checkout', '--quiet', '-b', 'other', first);
    put('other', '');
    commit();
    assert.equal(await host.baseOf(base(third)), first, 'what was approved lies on another branch');
    assert.equal(host.root, root);
  });
});
