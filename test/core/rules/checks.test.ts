import assert from 'node:assert/strict';
import { boardOf, found } from './board-of.ts';

const FILES = {
  'package.json': '{ "scripts": { "test": "x", "lint": "x", "e2e": "x", "test:unit": "x" } }',
  'packages/api/package.json': '{ "scripts": { "build": "x" } }',
  'packages/broken/package.json': '{ "scripts": ',
  'packages/api/src/main.go': '',
  Makefile: 'test: deps\nlint:\nimage-%:\n',
  'tools/Makefile': 'include more.mk\n',
  'evals/spam.mjs': '',
  'scripts/check.sh': '',
  'tests/test_mail.py': '',
  'src/mail/send.ts': '',
  'dir with space/run.mjs': '',
};

describe('unknown-command', () => {
  for (const [run, flagged] of [
    ['npm run e2ee', 'e2ee'],
    ['npm run -s e2ee -- --watch', 'e2ee'],
    ['npm test', ''],
    ['npm t', ''],
    ['npm run test:unti', 'test:unti'],
    ['cd packages/api && npm test', 'test'],
    ['cd packages/api/src && npm run biuld', 'biuld'],
    ['npm run biuld --prefix packages/api', 'biuld'],
    ['npm -C packages/api run build', ''],
    ['npm run build -w packages/api', ''],
    ['npm run buidl --workspace=packages/api', 'buidl'],
    ['npm run anything -w @shop/api', ''],
    ['npm run anything --workspaces', ''],
    ['npm run nothing --if-present', ''],
    ['npm run "$SCRIPT"', ''],
    ['(cd packages/api && npm run build) && npm run lnt', 'lnt'],
    ['cd packages/broken && npm run anything', ''],
    ['cd "$DIR" && npm run anything', ''],
    ['npm run nope || npm run lint', ''],
    ['test -f x && npm run nope', ''],
    ['if true; then npm run nope; fi', ''],
    ['FOO=1 BAR="a b" npm run e2ee', 'e2ee'],
    ['env CI=1 npm run e2ee', 'e2ee'],
    ['timeout 60 npm run e2ee', 'e2ee'],
    ['npm ci && npm run e2ee', 'e2ee'],
    ['pnpm run e2ee', 'e2ee'],
    ['pnpm e2ee', ''],
    ['pnpm -r run anything', ''],
    ['pnpm --filter api run anything', ''],
    ['yarn test', ''],
    ['yarn run eslint', ''],
    ['yarn run test:unti', 'test:unti'],
    ['make tset', 'tset'],
    ['make -j4 test lint', ''],
    ['make CI=1 image-shop', ''],
    ['make -C tools anything', ''],
    ['make -C packages anything', ''],
    ['make -f other.mk anything', ''],
    ['make src', ''],
    ['node evals/spm.mjs --json', 'evals/spm.mjs'],
    ['node --import tsx evals/spam.mjs', ''],
    ['node -e "evals/spm.mjs"', ''],
    ['node "dir with space/rum.mjs"', 'dir with space/rum.mjs'],
    ['cd evals && node spm.mjs', 'spm.mjs'],
    ['npm run lint && node evals/made.mjs', ''],
    ['node dist/main.js', ''],
    ['node "$FILE"', ''],
    ['npx tsx evals/spm.mjs', 'evals/spm.mjs'],
    ['npx vitest run src', ''],
    ['./scripts/chek.sh', './scripts/chek.sh'],
    ['./scripts/check.sh', ''],
    ['bash scripts/chek.sh', 'scripts/chek.sh'],
    ['python -m pytest tests/test_mial.py::test_one', 'tests/test_mial.py'],
    ['pytest -k mail tests/', ''],
    ['pytest -q tests/unit', 'tests/unit'],
    ['go test ./packages/api/...', ''],
    ['go test ./packages/apo/...', './packages/apo'],
    ['cargo test --manifest-path packages/api/Cargo.toml', 'packages/api/Cargo.toml'],
    ['some-tool --anything', ''],
    ['npm run "unclosed', ''],
    ['/usr/bin/env node evals/spm.mjs', ''],
    ['node ../outside.mjs', ''],
  ] as const) {
    it(`${run} ${flagged ? `flags ${flagged}` : 'is left alone'}`, () => {
      const lane = `lane: 1\nchecks:\n  it: |-\n    ${run}\n`;
      const board = boardOf({ ...FILES, 'a.lane.yaml': lane });
      assert.deepEqual(found(board, 'a', 'unknown-command'), flagged ? [`unknown-command: ${flagged}`] : []);
    });
  }

  it('looks from the folder in which the check runs', () => {
    const lane = 'lane: 1\nchecks:\n  it: { run: npm run biuld, cwd: packages/api }\n';
    assert.deepEqual(found(boardOf({ ...FILES, 'a.lane.yaml': lane }), 'a', 'unknown-command'), [
      'unknown-command: biuld',
    ]);
  });

  it('leaves alone what this lane or one that it needs will write', () => {
    const writes = 'lane: 1\nlimits:\n  write: [evals/**, package.json]\n';
    const runs = 'checks:\n  it: node evals/tone.mjs\n  two: npm run brand-new\n';
    const board = boardOf({
      ...FILES,
      'a.lane.yaml': writes + runs,
      'b.lane.yaml': `lane: 1\nneeds: [c]\n${runs}`,
      'c.lane.yaml': writes,
      'd.lane.yaml': `lane: 1\n${runs}`,
    });
    assert.deepEqual(found(board, 'a', 'unknown-command'), []);
    assert.deepEqual(found(board, 'b', 'unknown-command'), []);
    assert.equal(found(board, 'd', 'unknown-command').length, 2);
  });
});

describe('always-passes', () => {
  for (const [run, flagged] of [
    ['true', 'true'],
    [':', ':'],
    ['exit 0', 'exit 0'],
    ['echo "all fine"', 'echo "all fine"'],
    ['cd api && echo ok', 'cd api && echo ok'],
    ['npm test || true', '|| true'],
    ['npm test || :', '|| :'],
    ['npm test || exit 0', '|| exit 0'],
    ['npm test || echo failed', '|| echo failed'],
    ['npm test; true', '; true'],
    ['npm test && npm run lint || true', '|| true'],
    ['(npm test || true)', '(npm test || true)'],
    ['npm test | tee log.txt', '| tee log.txt'],
    ['npm test || exit 1', ''],
    ['npm test && true', ''],
    ['true && npm test', ''],
    ['docker rm -f db || true; npm test', ''],
    ['npm test || (cat log.txt; exit 1)', ''],
    ['set -o pipefail; npm test | tee log.txt', ''],
    ['set -e; npm test; echo done', ''],
    ['! grep -r TODO src', ''],
    ['npm test | grep -q ok', ''],
    ['test "$(npm run -s count)" = 3', ''],
    ['for f in *; do node "$f"; done', ''],
  ] as const) {
    it(`${run} ${flagged ? `flags ${flagged}` : 'can fail'}`, () => {
      const board = boardOf({ 'a.lane.yaml': `lane: 1\nchecks:\n  it:\n    run: |-\n      ${run}\n` });
      const words = found(board, 'a', 'always-passes').map((one) => one.replace('always-passes: ', ''));
      assert.deepEqual(words, flagged ? [flagged] : []);
    });
  }
});

describe('own-standard', () => {
  for (const [write, never, flagged] of [
    ['evals/**', '', 'evals/**'],
    ['evals/spam.mjs', '', 'evals/spam.mjs'],
    ['evals/**', 'evals/spam.mjs', ''],
    ['evals/**', 'evals/**', ''],
    ['evals/new/**', '', ''],
    ['.github/**', '', '.github/**'],
    ['.github/ISSUE_TEMPLATE/**', '', ''],
    ['"*.json"', '', '"*.json"'],
    ['packages/api/**', '', 'packages/api/**'],
    ['packages/api/src/**', '', ''],
    ['test/**', '', ''],
    ['package.json', '', ''],
  ] as const) {
    it(`write ${write}, never ${never || 'nothing'} ${flagged ? 'is flagged' : 'is fine'}`, () => {
      const board = boardOf({
        'evals/spam.mjs': '',
        'biome.json': '',
        'packages/api/.eslintrc.json': '',
        'packages/api/src/a.ts': '',
        'test/a.test.mjs': '',
        'package.json': '{}',
        'a.lane.yaml': `lane: 1\nlimits:\n  write: [${write}]\n  never: [${never}]\nchecks:\n  spam: node --expose-gc ./evals/spam.mjs\n  unit: node --test test/a.test.mjs\n`,
      });
      assert.deepEqual(found(board, 'a', 'own-standard'), flagged ? [`own-standard: ${flagged}`] : []);
    });
  }
});
