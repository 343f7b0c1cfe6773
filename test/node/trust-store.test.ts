import assert from 'node:assert/strict';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configFolder, trustStore } from '../../src/node/index.ts';

const digest = (character: string) => `sha256-${character.repeat(43)}`;

describe('what a user trusts', () => {
  let root: string;
  let home: string;
  let folder: string;
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'lanekeeper-')));
    home = realpathSync(mkdtempSync(join(tmpdir(), 'lanekeeper-')));
    folder = join(home, 'lanekeeper');
  });
  afterEach(() => {
    for (const each of [root, home]) rmSync(each, { recursive: true, force: true });
  });

  it('is what was allowed, by anybody else who asks later, too', async () => {
    const store = trustStore(root, folder);
    assert.equal(await store.allows(digest('a')), false);
    assert.equal(await store.allow(digest('a')), undefined);
    await Promise.all(['b', 'c'].map((character) => trustStore(root, folder).allow(digest(character))));
    for (const character of 'abc')
      assert.equal(await trustStore(root, folder).allows(digest(character)), true);
    assert.equal(await store.allows(digest('d')), false);
  });

  it('lies in a folder and a file of this user alone', async function () {
    if (process.platform === 'win32') this.skip();
    await trustStore(root, folder).allow(digest('a'));
    assert.equal(statSync(folder).mode & 0o777, 0o700);
    assert.equal(statSync(join(folder, 'trust')).mode & 0o777, 0o600);
    for (const path of [folder, join(folder, 'trust')]) {
      chmodSync(path, 0o777);
      assert.equal(await trustStore(root, folder).allows(digest('a')), false);
      assert.match(
        String(await trustStore(root, folder).allow(digest('b'))),
        /^Others may write .* Run "chmod -R go-w" on /,
      );
      chmodSync(path, 0o700);
    }
    assert.equal(await trustStore(root, folder).allows(digest('a')), true);
  });

  it('allows nothing but whole digests', async () => {
    const store = trustStore(root, folder);
    for (const bad of [
      '',
      'a',
      'sha256-',
      digest('a').slice(1),
      `${digest('a')}\n${digest('b')}`,
      `${digest('a')} `,
      'sha1-x',
      digest('/'),
    ]) {
      assert.match(String(await store.allow(bad)), /is no digest/);
      assert.equal(await store.allows(bad), false);
    }
  });

  it('passes over damage', async () => {
    const store = trustStore(root, folder);
    await store.allow(digest('a'));
    appendFileSync(join(folder, 'trust'), `\0\0garbage\n${digest('b')}x\n${digest('c').slice(0, 20)}`);
    await store.allow(digest('d'));
    for (const [character, isAllowed] of [
      ['a', true],
      ['b', false],
      ['c', false],
      ['d', true],
    ] as const) {
      assert.equal(await store.allows(digest(character)), isAllowed, character);
    }
    // A line that was not ended may be a part of one.
    writeFileSync(join(folder, 'trust'), digest('e'));
    assert.equal(await store.allows(digest('e')), false);
  });

  it('is never looked for in the workspace, nor behind a link', async () => {
    mkdirSync(join(root, 'config'));
    symlinkSync(join(root, 'config'), join(home, 'link'));
    writeFileSync(join(root, 'config', 'trust'), `${digest('a')}\n`, { mode: 0o600 });
    for (const inside of [join(root, 'config'), join(home, 'link'), join(home, 'link', 'deep')]) {
      assert.equal(await trustStore(root, inside).allows(digest('a')), false);
      assert.match(String(await trustStore(root, inside).allow(digest('b'))), /is inside the workspace/);
    }
    mkdirSync(folder, { mode: 0o700 });
    symlinkSync(join(root, 'config', 'trust'), join(folder, 'trust'));
    assert.equal(await trustStore(root, folder).allows(digest('a')), false);
    assert.match(String(await trustStore(root, folder).allow(digest('b'))), /could not be remembered/);
    assert.equal(readFileSync(join(root, 'config', 'trust'), 'utf8'), `${digest('a')}\n`);
  });

  it('lies where the system keeps the settings of a user', () => {
    const { XDG_CONFIG_HOME } = process.env;
    try {
      process.env.XDG_CONFIG_HOME = home;
      assert.equal(configFolder(), folder);
      // A relative folder would lie in whatever folder this runs in.
      process.env.XDG_CONFIG_HOME = 'relative';
      assert.ok(!configFolder().includes('relative'));
    } finally {
      if (XDG_CONFIG_HOME === undefined) delete process.env.XDG_CONFIG_HOME;
      else process.env.XDG_CONFIG_HOME = XDG_CONFIG_HOME;
    }
  });
});
