import assert from 'node:assert/strict';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChangedFile, GitProblem } from '../../src/core/index.ts';
import { guardedGit } from '../../src/node/index.ts';
import { givenRepository, openRepository } from './given-repository.ts';

const brief = (files: readonly ChangedFile[] | GitProblem) => {
  if ('problem' in files) return files.problem;
  return files
    .map(
      ({ path, from, change, added, removed, isBinary }) =>
        `${change} ${from === undefined ? '' : `${from} -> `}${path} +${added} -${removed}${isBinary ? ' binary' : ''}`,
    )
    .sort();
};

describe('git, asked what changed', () => {
  const repository = givenRepository();

  it('tells files that were added, changed, deleted and renamed, and those it does not know yet', async () => {
    const { root, put, git, commit } = repository();
    put('keep.txt', 'a\nb\nc\n');
    put('gone.txt', 'x\n');
    put('old/name.txt', 'one\ntwo\nthree\nfour\nfive\n');
    put('bin.dat', new Uint8Array([0, 1, 2]));
    put('.gitignore', 'ignored/\n');
    const base = commit();
    put('keep.txt', 'a\nB\nc\nd\n');
    unlinkSync(join(root, 'gone.txt'));
    mkdirSync(join(root, 'new'));
    git('mv', 'old/name.txt', 'new/name.txt');
    put('bin.dat', new Uint8Array([0, 1, 3]));
    put('staged.txt', 'a\nb\n');
    git('add', 'staged.txt');
    put('untracked.txt', 'a\nb\nno newline');
    put('untracked.bin', new Uint8Array([1, 0]));
    put('empty.txt', '');
    put('ignored/x.txt', 'x');
    symlinkSync('/etc/passwd', join(root, 'link'));
    const changed = [
      'added empty.txt +0 -0',
      'added link +1 -0',
      'added staged.txt +2 -0',
      'added untracked.bin +0 -0 binary',
      'added untracked.txt +3 -0',
      'changed bin.dat +0 -0 binary',
      'changed keep.txt +2 -1',
      'deleted gone.txt +0 -1',
      'renamed old/name.txt -> new/name.txt +0 -0',
    ];
    assert.deepEqual(brief(await guardedGit(root).changes(base)), changed);
    assert.deepEqual(await guardedGit(root).head(), { commit: base, dirty: true });
    // The same, once it is committed.
    const next = commit();
    assert.deepEqual(brief(await guardedGit(root).changes(base, next)), changed);
    assert.deepEqual(await guardedGit(root).changes(next), []);
    assert.deepEqual(await guardedGit(root).head(), { commit: next, dirty: false });
  });

  it('names paths relative to a workspace folder in the repository, those above it with ../', async () => {
    const { root, put, commit, git } = repository();
    put('shop/src/a.txt', 'a\n');
    put('top.txt', 'a\n');
    put('move.txt', 'long enough\nto be known\nagain\n');
    const base = commit();
    put('shop/src/a.txt', 'b\n');
    put('top.txt', 'b\n');
    put('shop/new.txt', 'n\n');
    put('other/new.txt', 'n\n');
    git('mv', 'move.txt', 'shop/moved.txt');
    assert.deepEqual(brief(await guardedGit(join(root, 'shop')).changes(base)), [
      'added ../other/new.txt +1 -0',
      'added new.txt +1 -0',
      'changed ../top.txt +1 -1',
      'changed src/a.txt +1 -1',
      'renamed ../move.txt -> moved.txt +0 -0',
    ]);
    assert.equal(await guardedGit(join(root, 'shop')).show(base, 'src/a.txt'), 'a\n');
    assert.equal(await guardedGit(join(root, 'shop')).show(base, '../top.txt'), 'a\n');
    assert.equal(await guardedGit(join(root, 'shop')).show(base, '../../outside.txt'), undefined);
  });

  for (const path of [
    'a\nb.txt',
    'a\tb.txt',
    '-rf',
    '--output=x',
    'é ü 漢 😀.txt',
    '"q"\\.txt',
    ':(glob)*',
    ':100644',
    ' x ',
    '{a,b}*?[c]',
  ]) {
    it(`reads the path ${JSON.stringify(path)} as it is`, async () => {
      const { root, put, commit, git } = repository();
      put(path, 'one\n');
      const base = commit();
      put(path, 'two\nthree\n');
      put(`${path}2`, 'new\n');
      const git_ = guardedGit(root);
      const expected = [`added ${path}2 +1 -0`, `changed ${path} +2 -1`].sort();
      assert.deepEqual(brief(await git_.changes(base)), expected);
      git('add', '--all');
      assert.deepEqual(brief(await git_.changes(base)), expected);
      assert.equal(await git_.show(base, path), 'one\n');
    });
  }

  it('sees files that git was told not to look at', async () => {
    const { root, put, git, commit } = repository();
    for (const path of ['assumed.txt', 'shop/-skipped ü.txt', 'same.txt', 'sparse.txt', 'deleted.txt'])
      put(path, 'a\nb\n');
    const base = commit();
    put('new.txt', 'n\n');
    git('add', 'new.txt');
    git('update-index', '--assume-unchanged', 'assumed.txt', 'same.txt', 'deleted.txt', 'new.txt');
    git('update-index', '--skip-worktree', '--', 'shop/-skipped ü.txt', 'sparse.txt');
    put('assumed.txt', 'a\nc\nd\n');
    put('shop/-skipped ü.txt', 'a\n');
    put('new.txt', 'n\nm\n');
    unlinkSync(join(root, 'sparse.txt'));
    unlinkSync(join(root, 'deleted.txt'));
    assert.equal(git('status', '--porcelain'), 'A  new.txt\n');
    const expected = [
      'added ../new.txt +2 -0',
      'changed -skipped ü.txt +0 -1',
      'changed ../assumed.txt +2 -1',
      'deleted ../deleted.txt +0 -0',
    ];
    assert.deepEqual(brief(await guardedGit(join(root, 'shop')).changes(base)), expected);
    git('commit', '--quiet', '--message=x');
    assert.equal(git('status', '--porcelain'), '');
    assert.equal(((await guardedGit(root).head()) as { dirty: boolean }).dirty, true);
  });

  it('shows a file as it was, and nothing that was not there', async () => {
    const { root, put, commit } = repository();
    put('a/b.txt', '\ufeffold ü\r\n');
    const base = commit();
    put('a/b.txt', 'new');
    const git = guardedGit(root);
    assert.equal(await git.show(base, 'a/b.txt'), '\ufeffold ü\r\n');
    assert.equal(await git.show('HEAD', 'a/c.txt'), undefined);
    assert.equal(await git.show('HEAD', 'a'), undefined);
    assert.match(JSON.stringify(await git.show('nowhere', 'a')), /Git knows no revision/);
  });

  it('shows the difference for a judge, new files included, cut to size', async () => {
    const { root, put, commit } = repository();
    put('a.txt', 'one\n');
    const base = commit();
    put('a.txt', 'two\n');
    put('new.txt', 'ü1\nü2');
    const text = await guardedGit(root).diff(base, 10_000);
    assert.match(String(text), /^diff --git a\/a\.txt b\/a\.txt\n[\s\S]*-one\n\+two\n/);
    assert.match(
      String(text),
      /\+\+\+ b\/new\.txt\n@@ -0,0 \+1,2 @@\n\+ü1\n\+ü2\n\\ No newline at end of file\n$/,
    );
    for (const most of [0, 1, 50, 200]) {
      const cut = await guardedGit(root).diff(base, most);
      assert.ok(Buffer.byteLength(String(cut)) <= most && !String(cut).includes('\ufffd'));
    }
  });

  it('finds revisions, and where two went apart', async () => {
    const { root, put, git, commit } = repository();
    const first = commit();
    git('checkout', '--quiet', '-b', 'side');
    put('side.txt', 'x');
    const second = commit();
    git('checkout', '--quiet', 'main');
    put('main.txt', 'x');
    commit();
    const guarded = guardedGit(root);
    assert.equal(await guarded.resolve('side'), second);
    assert.equal(await guarded.resolve('main~1'), first);
    assert.equal(await guarded.mergeBase('main', 'side'), first);
    for (const bad of ['', '-v', '--output=x', 'nope', 'a..b', 'main:file', 'x\0y']) {
      assert.match(JSON.stringify(await guarded.resolve(bad)), /Git knows no revision/, bad);
    }
  });
});

describe('git, in a repository that is not plain', () => {
  const repository = givenRepository();
  let other: string;
  beforeEach(() => {
    other = realpathSync(mkdtempSync(join(tmpdir(), 'lanekeeper-')));
  });
  afterEach(() => rmSync(other, { recursive: true, force: true }));

  it('has no commit yet', async () => {
    const { root, put } = repository();
    assert.deepEqual(await guardedGit(root).head(), { dirty: false });
    put('a.txt', 'a');
    assert.deepEqual(await guardedGit(root).head(), { dirty: true });
    assert.deepEqual(await guardedGit(root).changes('HEAD'), {
      problem: 'The repository has no commit yet. Commit once, then try again.',
    });
  });

  it('is none at all', async () => {
    assert.deepEqual(await guardedGit(other).head(), {
      problem: `${other} is not in a git repository. Run "git init" and commit once.`,
    });
    assert.deepEqual(await guardedGit(join(other, 'missing')).head(), {
      problem: `${join(other, 'missing')} does not exist.`,
    });
  });

  it('is asked where git is not installed', async () => {
    const { PATH } = process.env;
    process.env.PATH = other;
    try {
      assert.deepEqual(await guardedGit(repository().root).head(), {
        problem: 'Git cannot be asked: "git" was not found. Install it, or put its folder on the PATH.',
      });
    } finally {
      process.env.PATH = PATH;
    }
  });

  it('is a shallow clone', async () => {
    const { root, commit } = repository();
    const first = commit();
    commit();
    const clone = openRepository(other);
    clone.git('clone', '--quiet', '--depth=1', `file://${root}`, '.');
    assert.deepEqual(await guardedGit(other).changes('HEAD'), []);
    assert.deepEqual(await guardedGit(other).mergeBase('HEAD', first), {
      problem: `Git knows no revision "${first}". This clone is shallow: run "git fetch --unshallow", or name another.`,
    });
  });

  it('has a detached head, or a merge that stopped at a conflict', async () => {
    const { root, put, git, commit } = repository();
    put('a.txt', 'base\n');
    const base = commit();
    git('checkout', '--quiet', '--detach');
    assert.deepEqual(await guardedGit(root).head(), { commit: base, dirty: false });
    git('checkout', '--quiet', '-b', 'side');
    put('a.txt', 'side\n');
    commit();
    git('checkout', '--quiet', 'main');
    put('a.txt', 'main\n');
    commit();
    assert.throws(() => git('merge', 'side'));
    const files = await guardedGit(root).changes(base);
    assert.ok(Array.isArray(files));
    assert.deepEqual(
      files.map(({ path, change }) => ({ path, change })),
      [{ path: 'a.txt', change: 'changed' }],
    );
    assert.equal(((await guardedGit(root).head()) as { dirty: boolean }).dirty, true);
  });

  it('has a submodule that moved', async () => {
    const { root, git, commit } = repository();
    const inner = openRepository(other);
    inner.git('init', '--quiet', '--initial-branch=main');
    inner.put('x.txt', 'x');
    inner.commit();
    git('submodule', '--quiet', 'add', other, 'sub');
    const base = commit();
    assert.deepEqual(await guardedGit(root).changes(base), []);
    const checkout = openRepository(join(root, 'sub'));
    checkout.put('x.txt', 'y');
    checkout.commit();
    assert.deepEqual(brief(await guardedGit(root).changes(base)), ['changed sub +1 -1']);
    assert.equal(await guardedGit(root).show(base, 'sub'), undefined);
  });

  it('names a repository inside it that git does not look into', async () => {
    const { root, put, commit } = repository();
    const base = commit();
    put('nested/a.txt', 'a');
    openRepository(join(root, 'nested')).git('init', '--quiet');
    openRepository(join(root, 'nested')).commit();
    assert.deepEqual(brief(await guardedGit(root).changes(base)), ['added nested +0 -0 binary']);
  });

  it('does not follow a work tree that is laid elsewhere', async () => {
    const { root, commit, git } = repository();
    commit();
    git('config', 'core.worktree', '/');
    assert.match(JSON.stringify(await guardedGit(root).changes('HEAD')), /Take \\"core.worktree\\" out/);
  });

  it('is damaged', async () => {
    const { root, put, commit } = repository();
    put('a.txt', 'a\n');
    commit();
    renameSync(join(root, '.git/objects'), join(root, '.git/objects2'));
    const answer = await guardedGit(root).changes('HEAD');
    assert.ok('problem' in answer && answer.problem.length > 20 && !answer.problem.includes('\n'));
  });
});

describe('git, in a repository that wants to run something', () => {
  const repository = givenRepository();
  let outside: string;
  let marker: string;
  let program: string;
  beforeEach(() => {
    outside = realpathSync(mkdtempSync(join(tmpdir(), 'lanekeeper-')));
    marker = join(outside, 'it-ran');
    program = join(outside, 'program');
    openRepository(outside).put('program', `#!/bin/sh\necho "$0 $@" >> '${marker}'\ncat 2>/dev/null\n`);
    chmodSync(program, 0o755);
  });
  afterEach(() => rmSync(outside, { recursive: true, force: true }));

  const settings: readonly (readonly [string, string])[] = [
    ['fsmonitor', '[core]\n\tfsmonitor = PROGRAM\n'],
    ['hooks', '[core]\n\thooksPath = HOOKS\n'],
    ['an external diff', '[diff]\n\texternal = PROGRAM\n'],
    ['a diff driver', '[diff "x"]\n\tcommand = PROGRAM\n'],
    ['textconv', '[diff "x"]\n\ttextconv = PROGRAM\n\tcachetextconv = true\n'],
    ['a clean filter', '[filter "x"]\n\tclean = PROGRAM\n\tsmudge = PROGRAM\n\trequired = true\n'],
    ['a process filter', '[filter "x"]\n\tprocess = PROGRAM\n\trequired = true\n'],
    [
      'a filter with an odd name',
      '[filter "x=y.clean"]\n\tclean = PROGRAM\n[filter "x"]\n\tclean = PROGRAM\n',
    ],
    ['a filter that is included', '[include]\n\tpath = INCLUDED\n'],
    ['a pager', '[core]\n\tpager = PROGRAM\n[pager]\n\tdiff = PROGRAM\n\tstatus = PROGRAM\n'],
    ['an alias', '[alias]\n\tstatus = !PROGRAM\n\tdiff = !PROGRAM\n\trev-parse = !PROGRAM\n'],
    ['ssh', '[core]\n\tsshCommand = PROGRAM\n[remote "origin"]\n\turl = ssh://x/y\n\tpromisor = true\n'],
    [
      'a promised object',
      '[extensions]\n\tpartialClone = origin\n[remote "origin"]\n\turl = OUTSIDE\n\tuploadpack = PROGRAM\n\tpromisor = true\n[protocol "file"]\n\tallow = always\n',
    ],
    [
      'a remote helper',
      '[extensions]\n\tpartialClone = origin\n[remote "origin"]\n\turl = ext::PROGRAM\n\tpromisor = true\n[protocol "ext"]\n\tallow = always\n',
    ],
    ['signatures', '[gpg]\n\tprogram = PROGRAM\n[log]\n\tshowSignature = true\n'],
    ['a credential helper', '[credential]\n\thelper = "!PROGRAM"\n'],
    ['an editor', '[core]\n\teditor = PROGRAM\n\taskPass = PROGRAM\n[sequence]\n\teditor = PROGRAM\n'],
  ];

  for (const [what, text] of settings) {
    it(`starts nothing for ${what}`, async () => {
      const { root, put, git, commit } = repository();
      put('.gitattributes', '* diff=x filter=x\nodd filter=x=y.clean\n');
      put('a.txt', 'one\n');
      put('odd', 'one\n');
      const base = commit();
      const missing = git('hash-object', '-w', 'a.txt').trim();
      for (const name of ['post-index-change', 'fsmonitor-watchman', 'post-checkout', 'pre-commit']) {
        openRepository(outside).put(`hooks/${name}`, `#!/bin/sh\nexec '${program}'\n`);
        chmodSync(join(outside, 'hooks', name), 0o755);
      }
      openRepository(outside).put('included', `[filter "x"]\n\tclean = ${program}\n`);
      const config = text
        .replaceAll('PROGRAM', program)
        .replaceAll('HOOKS', join(outside, 'hooks'))
        .replaceAll('INCLUDED', join(outside, 'included'))
        .replaceAll('OUTSIDE', outside);
      put('a.txt', 'two\n');
      put('odd', 'two\n');
      put('new.txt', 'new\n');
      appendFileSync(join(root, '.git/config'), config);
      // An object that is gone would be fetched.
      const isPromised = config.includes('promisor');
      if (isPromised) unlinkSync(join(root, '.git/objects', missing.slice(0, 2), missing.slice(2)));
      const guarded = guardedGit(root);
      await guarded.head();
      const files = await guarded.changes(base);
      await guarded.changes(base, 'HEAD');
      await guarded.diff(base, 1e6);
      await guarded.show(base, 'a.txt');
      await guarded.mergeBase('HEAD', base);
      await guarded.resolve('0123456789012345678901234567890123456789');
      assert.throws(() => realpathSync(marker), `something ran: ${what}`);
      if (!isPromised) {
        assert.deepEqual(brief(files), ['added new.txt +1 -0', 'changed a.txt +1 -1', 'changed odd +1 -1']);
      } else assert.ok('problem' in files || files.length > 0);
    });
  }

  it('starts nothing of a submodule', async () => {
    const { root, git, commit } = repository();
    const inner = openRepository(join(outside));
    inner.git('init', '--quiet', '--initial-branch=main');
    inner.put('.gitattributes', '* filter=x diff=x\n');
    inner.put('x.txt', 'x');
    inner.commit();
    git('submodule', '--quiet', 'add', outside, 'sub');
    git('config', 'diff.submodule', 'diff');
    git('config', 'submodule.sub.ignore', 'none');
    git('config', 'status.submoduleSummary', 'true');
    const base = commit();
    const sub = openRepository(join(root, 'sub'));
    for (const key of ['core.fsmonitor', 'filter.x.clean', 'diff.x.textconv', 'diff.external'])
      sub.git('config', key, program);
    rmSync(marker, { force: true });
    sub.put('x.txt', 'y');
    sub.put('new.txt', 'y');
    await guardedGit(root).head();
    await guardedGit(root).changes(base);
    await guardedGit(root).diff(base, 1e6);
    assert.throws(() => realpathSync(marker));
  });

  it('starts nothing of a folder that looks like a bare repository', async () => {
    const { root, put, commit } = repository();
    put('bare/HEAD', 'ref: refs/heads/main\n');
    put('bare/config', `[core]\n\tbare = false\n\tworktree = .\n\tfsmonitor = ${program}\n`);
    put('bare/objects/x', '');
    put('bare/refs/x', '');
    commit();
    const answer = await guardedGit(join(root, 'bare')).head();
    assert.throws(() => realpathSync(marker));
    assert.ok('problem' in answer);
  });
});
