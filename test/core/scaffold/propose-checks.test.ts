import assert from 'node:assert/strict';
import type { Commands } from '../../../src/core/board/commands.ts';
import { proposeChecks } from '../../../src/core/scaffold/propose-checks.ts';

function commands(
  npm: Record<string, readonly string[]>,
  make: Record<string, readonly string[]> = {},
): Commands {
  return {
    npmScripts: new Map(Object.entries(npm)),
    npmNames: new Map(),
    makeTargets: new Map(Object.entries(make)),
  };
}

describe('proposing checks', () => {
  it('takes what tests and lints, tests first', () => {
    const found = commands({ '': ['lint', 'typecheck', 'e2e', 'test'] });
    assert.deepEqual(proposeChecks(found), [
      { id: 'test', run: 'npm test' },
      { id: 'e2e', run: 'npm run e2e' },
      { id: 'typecheck', run: 'npm run typecheck', kind: 'lint' },
      { id: 'lint', run: 'npm run lint', kind: 'lint' },
    ]);
  });

  const left = [
    'build',
    'start',
    'dev',
    'deploy',
    'publish',
    'test:watch',
    'lint:fix',
    'format',
    'pretest',
    'test:update',
    'check; rm -rf .',
  ];
  for (const name of left) {
    it(`leaves "${name}" out`, () => assert.deepEqual(proposeChecks(commands({ '': [name] })), []));
  }

  it('takes make targets where no npm script is a check', () => {
    const make = { '': ['all', 'test', 'verify', 'clean'] };
    assert.deepEqual(
      proposeChecks(commands({ '': ['build'] }, make)).map(({ run }) => run),
      ['make test', 'make verify'],
    );
    assert.deepEqual(
      proposeChecks(commands({ '': ['test'] }, make)).map(({ run }) => run),
      ['npm test'],
    );
  });

  it('looks in the folder of the work before it looks above', () => {
    const found = commands({ '': ['test'], 'packages/api': ['test'], 'packages/web': ['build'] });
    assert.deepEqual(proposeChecks(found, 'packages/api/src'), [
      { id: 'test', run: 'npm test', cwd: 'packages/api' },
    ]);
    assert.deepEqual(proposeChecks(found, 'packages/web'), [{ id: 'test', run: 'npm test' }]);
  });

  it('gives a script with a colon an id that is one word', () => {
    assert.deepEqual(proposeChecks(commands({ '': ['test:unit'] })), [
      { id: 'test-unit', run: 'npm run test:unit' },
    ]);
  });
});
