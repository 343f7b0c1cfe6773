import assert from 'node:assert/strict';
import { windowsProgram } from '../../src/node/index.ts';

describe('a program on Windows', () => {
  const there = [
    'C:\\Git\\cmd\\git.exe',
    'C:\\node\\npm.cmd',
    '.\\git.exe',
    'git.exe',
    'tools\\git.exe',
    'C:\\node\\node.EXE',
  ];
  const find = (name: string, path: string, pathext?: string) =>
    windowsProgram(name, { Path: path, ...(pathext === undefined ? {} : { PATHEXT: pathext }) }, (file) =>
      there.includes(file),
    );

  it('is found on the PATH, with the endings that count', () => {
    assert.equal(find('git', 'C:\\none;C:\\Git\\cmd', '.com;.exe'), 'C:\\Git\\cmd\\git.exe');
    assert.equal(find('git.exe', '"C:\\Git\\cmd"', '.EXE'), 'C:\\Git\\cmd\\git.exe');
    assert.equal(find('npm', 'C:\\node', '.exe;.cmd'), 'C:\\node\\npm.cmd');
    assert.equal(find('node', 'C:\\node'), 'C:\\node\\node.EXE');
  });

  it('is never taken from the current folder', () => {
    for (const path of ['', '.', ';', 'tools', 'C:tools'])
      assert.equal(find('git', path, '.exe'), undefined, path);
  });

  it('is what a path says', () => {
    for (const path of ['.\\x.exe', 'C:\\x.exe', 'a/b']) assert.equal(find(path, ''), path);
  });
});
