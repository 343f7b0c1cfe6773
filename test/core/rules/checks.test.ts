import assert from 'node:assert/strict';
import { boardOf, found } from './board-of.ts';

const FILES = {
  'package.json': '{ "scripts": { "test": "x", "lint": "x", "e2e": "x", "test:unit": "x" } }',
  'packages/api/package.json': '{ "scripts": { "build": "x" } }',
  'packages/broken/package.json': '{ "scripts": ',
  'packages/api/src/main.go': '',
  'packages/go.mod': '',
  'cpp/CMakeLists.txt': '',
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
    ['npm tets', 'tets'],
    ['npm lint', 'lint'],
    ['npm brand-new-command', ''],
    ['npm inst', ''],
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
    ['make -C packages anything', 'make'],
    ['make -C packages $FLAGS', ''],
    ['cd src && make test', 'make'],
    ['cd src/mail && make send', ''],
    ['cd cpp && make test', ''],
    ['cd scr && make test', ''],
    ['cmake . && make -C src test', ''],
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
    ['cd packages && go test ./api/...', ''],
    ['go test ./packages/apo/...', './packages/apo'],
    ['cd src && go test ./...', 'go'],
    ['cd src && go vet -modfile=../go.mod ./...', ''],
    ['cd src && go build mail/send.go', ''],
    ['cargo test', 'cargo'],
    ['cargo +nightly test --all', 'cargo'],
    ['cargo test --manifest-path "$DIR/Cargo.toml"', ''],
    ['cargo new x && cd x && cargo test', ''],
    ['cargo audit', ''],
    ['mvn -q verify', 'mvn'],
    ['mvn -f api/pom.xml verify', ''],
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
    ['make -i test', '-i'],
    ['make -n test', '-n'],
    ['make -ki test', '-ki'],
    ['make --dry-run test', '--dry-run'],
    ['make -j4 -C tin test', ''],
    ['make -Ctin test', ''],
    ['npm ci; make -i test', '-i'],
    ['npm ci && make -i test', '-i'],
    ['make -n test && make test', ''],
    ['ruff check --exit-zero src && make test', '--exit-zero'],
    ['/bin/true', '/bin/true'],
    ['sleep 1', 'sleep 1'],
    ['bash -c "exit 0"', 'bash -c "exit 0"'],
    ['sh -c true', 'sh -c true'],
    ['sh -c "make test || true"', 'sh -c "make test || true"'],
    ['sh -c "make test"', ''],
    ['bash -c "make test | tee log"', 'bash -c "make test | tee log"'],
    ['bash -o pipefail -c "make test | tee log"', ''],
    ['bash -ec "make test; echo ok"', ''],
    ['bash -c "$RUN"', ''],
    ['python3 -c "pass"', 'python3 -c "pass"'],
    ['python -c "import sys; sys.exit(0)"', 'python -c "import sys; sys.exit(0)"'],
    ['python -c "import mail"', ''],
    ['python -c "import mail; mail.check()"', ''],
    ['node -e "process.exit(0)"', 'node -e "process.exit(0)"'],
    ['node -e "process.exit(1)"', ''],
    ['node -e "console.log(\'ok\')"', 'node -e "console.log(\'ok\')"'],
    ['node -e "require(\'./dist\')"', ''],
    ['pytest --collect-only', '--collect-only'],
    ['python3 -m pytest --co tests', '--co'],
    ['pytest --cov tests', ''],
    ['ruff check --exit-zero src', '--exit-zero'],
    ['npm --version', '--version'],
    ['node dist/cli.js --version', ''],
    ['npm test -- --version', ''],
    ['make test || true && ruff check src', '|| true'],
    ['make test || true; ruff check src', '|| true'],
    ['docker compose down || true && npm test', ''],
    ['make clean || true && make test', ''],
    ['eslint --fix src || true; npm test', ''],
    ['pytest --json-report > out.json || true && node judge.mjs out.json', ''],
    ['test 1 = 1', 'test 1 = 1'],
    ['[ 1 -eq 1 ]', '[ 1 -eq 1 ]'],
    ['[[ 1 == 1 ]]', '[[ 1 == 1 ]]'],
    ['test -n ok', 'test -n ok'],
    ['test 1 = 2', ''],
    ['test -f dist/main.js', ''],
    ['[ "$COUNT" = 3 ]', ''],
    ['! false', '! false'],
    ['! true', ''],
    ['if make test; then echo ok; fi', 'if make test; then echo ok; fi'],
    ['if ! make test; then exit 1; fi', ''],
    ['if ! make test; then exit 1; fi; echo ok', ''],
    ['if make test; then echo ok; else exit 1; fi', ''],
    ['npm test || exit 1; echo done', ''],
    ['make test > log.txt 2>&1 || true', '|| true'],
    ['{ make test || true; } 2>&1', '{ make test || true; } 2>&1'],
    ['time make test', ''],
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
    ['.pre-commit-config.yaml', '', '.pre-commit-config.yaml'],
    ['api/package.json', '', 'api/package.json'],
    ['api/package.json', 'api/package.json', ''],
    ['"*/package.json"', '', '"*/package.json"'],
    ['api/**', '', ''],
    ['tools/Makefile', '', 'tools/Makefile'],
    ['"tools/*"', '', ''],
    ['Makefile', '', ''],
    ['pyproject.toml', '', 'pyproject.toml'],
    ['tools/pyproject.toml', '', ''],
  ] as const) {
    it(`write ${write}, never ${never || 'nothing'} ${flagged ? 'is flagged' : 'is fine'}`, () => {
      const board = boardOf({
        'evals/spam.mjs': '',
        'biome.json': '',
        'packages/api/.eslintrc.json': '',
        'packages/api/src/a.ts': '',
        'test/a.test.mjs': '',
        'package.json': '{}',
        'api/package.json': '{ "scripts": { "test": "x" } }',
        Makefile: '',
        'tools/Makefile': '',
        'pyproject.toml': '',
        'tools/pyproject.toml': '',
        'a.lane.yaml': `lane: 1\nlimits:\n  write: [${write}]\n  never: [${never}]\nchecks:\n  spam: node --expose-gc ./evals/spam.mjs\n  unit: node --test test/a.test.mjs\n  api: cd api && npm test\n  made: make -C tools\n  py: uv run pytest\n`,
      });
      assert.deepEqual(found(board, 'a', 'own-standard'), flagged ? [`own-standard: ${flagged}`] : []);
    });
  }
});

describe('unknown-command, in packages of a workspace', () => {
  const PACKAGES = {
    'package.json': '{ "name": "shop", "scripts": { "test": "x" } }',
    'packages/api/package.json': '{ "name": "@shop/api", "scripts": { "test": "x" } }',
    'packages/web/package.json': '{ "name": "@shop/web", "scripts": { "e2e": "x" } }',
    'packages/web/app.ts': '',
  };
  const flaggedIn = (files: { readonly [path: string]: string }, run: string, rest = '') =>
    found(
      boardOf({ ...files, 'a.lane.yaml': `lane: 1\n${rest}checks:\n  it: |-\n    ${run}\n` }),
      'a',
      'unknown-command',
    ).map((one) => one.replace('unknown-command: ', ''));

  for (const [run, flagged] of [
    ['npm run tset -w @shop/api', 'tset'],
    ['npm test --workspace=@shop/api', ''],
    ['npm test --workspace=@shop/apii', '@shop/apii'],
    ['npm -w @shop/wbe run e2e', '@shop/wbe'],
    ['npm test -w packages/api', ''],
    ['npm test -w packages', ''],
    ['npm test -w packages/web', 'test'],
    ['npm test -w mobile', 'mobile'],
    ['npm test -w "$PACKAGE"', ''],
    ['pnpm --filter @shop/web run e2ee', 'e2ee'],
    ['pnpm --filter web run e2e', ''],
    ['pnpm --filter "@shop/*" run e2ee', ''],
    ['pnpm -w run tset', ''],
    ['pnpm -F ./packages/api test', ''],
    ['yarn workspace @shop/apii test', '@shop/apii'],
    ['yarn workspace @shop/web test', 'test'],
    ['yarn workspace @shop/api test', ''],
  ] as const) {
    it(`${run} ${flagged ? `flags ${flagged}` : 'is left alone'}`, () => {
      assert.deepEqual(flaggedIn(PACKAGES, run), flagged ? [flagged] : []);
    });
  }

  it('knows no package for certain where a manifest cannot be read or says no name', () => {
    for (const text of ['{ "name": ', '{ "scripts": {} }']) {
      const files = { ...PACKAGES, 'packages/new/package.json': text };
      assert.deepEqual(flaggedIn(files, 'npm test -w @shop/other'), []);
    }
  });

  it('leaves a package alone that the lane is to write', () => {
    const limits = 'limits:\n  write: [packages/mail/**]\n';
    assert.deepEqual(flaggedIn(PACKAGES, 'npm test -w @shop/mail', limits), []);
  });

  it('misses a package.json only where there is none at or above the folder', () => {
    const files = {
      'src/a.py': '',
      'web/package.json': '{ "scripts": { "test": "x" } }',
      'web/src/a.ts': '',
    };
    assert.deepEqual(flaggedIn(files, 'npm run typecheck'), ['npm']);
    assert.deepEqual(flaggedIn(files, 'npm ci && npm test'), ['npm']);
    assert.deepEqual(flaggedIn(files, 'cd web/src && npm test'), []);
    assert.deepEqual(flaggedIn(files, 'npm init -y && npm test'), []);
    assert.deepEqual(flaggedIn(files, 'npm test', 'limits:\n  write: [package.json]\n'), []);
  });
});
