import assert from 'node:assert/strict';
import { baseEnvironment } from '../../src/node/index.ts';

describe('the environment of a check', () => {
  const keys = (environment: object) => Object.keys(environment).sort();

  it('holds the base that is set, and what is named, whatever else is set', () => {
    const from = {
      PATH: '/bin',
      LC_CTYPE: 'C',
      XDG_CACHE_HOME: '/c',
      XDG_SESSION_ID: '1',
      LD_PRELOAD: '/x.so',
      NODE_OPTIONS: '--require=x',
      NODE_PATH: '/x',
      ELECTRON_RUN_AS_NODE: '1',
      VSCODE_IPC_HOOK: 'x',
      GIT_DIR: '/x',
      SSH_AUTH_SOCK: '/x',
      HTTP_PROXY: 'x',
      npm_config_registry: 'x',
      PYTHONPATH: '/x',
      HOME: undefined,
      TERM: 'xterm',
      path: '/lower',
      DB_URL: 'x',
    };
    assert.deepEqual(keys(baseEnvironment(from, [], 'linux')), [
      'LC_CTYPE',
      'PATH',
      'TERM',
      'XDG_CACHE_HOME',
    ]);
    assert.deepEqual(baseEnvironment(from, ['DB_URL', 'UNSET', 'db_url'], 'linux'), {
      PATH: '/bin',
      LC_CTYPE: 'C',
      XDG_CACHE_HOME: '/c',
      TERM: 'dumb',
      DB_URL: 'x',
    });
  });

  it('does not look at case on Windows', () => {
    const from = {
      Path: 'C:\\',
      SystemRoot: 'C:\\Windows',
      PATHEXT: '.EXE',
      'ProgramFiles(x86)': 'C:\\x',
      Db_Url: 'x',
      NODE_OPTIONS: 'x',
    };
    assert.deepEqual(keys(baseEnvironment(from, ['DB_URL'], 'win32')), [
      'Db_Url',
      'PATHEXT',
      'Path',
      'ProgramFiles(x86)',
      'SystemRoot',
      'TERM',
    ]);
  });
});
