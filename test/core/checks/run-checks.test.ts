import assert from 'node:assert/strict';
import { createCancellation } from '../../../src/core/checks/cancellation-source.ts';
import type { CheckHost, RunOptions } from '../../../src/core/checks/check-host.ts';
import type { CheckResult } from '../../../src/core/checks/check-result.ts';
import type { Judge } from '../../../src/core/checks/judge.ts';
import { planChecks } from '../../../src/core/checks/plan-checks.ts';
import { runChecks } from '../../../src/core/checks/run-checks.ts';
import { isSound } from '../../../src/core/lane/lane-file.ts';
import { readLaneFile } from '../../../src/core/lane/read-lane.ts';
import { boardOf, type Texts } from '../rules/board-of.ts';
import { changingFiles, fakeGit, fakeHost } from './fake-host.ts';

const PATH = 'lanes/a.lane.yaml';
const BUILT_IN = /^(?:limits|budget|own-standard)$/;

function given(lane: string, texts: Texts = {}) {
  const board = boardOf({ [PATH]: `lane: 1\n${lane}`, ...texts });
  const file = board.lanes.get(PATH);
  assert.ok(file && isSound(file));
  const plan = planChecks(file, board.settings, 'lanekeeper.yaml');
  return {
    board,
    own: plan.filter(({ kind }) => !BUILT_IN.test(kind)),
    builtIn: plan.filter(({ kind }) => BUILT_IN.test(kind)),
  };
}

async function run(lane: string, host: CheckHost, options: Partial<RunOptions> & { texts?: Texts } = {}) {
  const { board, own } = given(lane, options.texts);
  return runChecks(own, host, { board, ...options });
}

async function resultOf(
  check: string,
  host: CheckHost,
  options: Partial<RunOptions> & { texts?: Texts } = {},
) {
  const [outcome] = await run(`checks:\n  it: ${check}\n`, host, options);
  assert.ok(outcome);
  return outcome;
}

function say(result: CheckResult): string {
  if ('because' in result) return `${result.state}: ${result.because}`;
  return 'reason' in result ? `${result.state}: ${result.reason}` : result.state;
}

describe('runChecks', () => {
  const ends: [name: string, ending: Parameters<typeof fakeHost>[0][string], expected: string][] = [
    ['an exit code of 0', 0, 'passed'],
    ['another exit code', 3, 'failed: It ended with exit code 3.'],
    [
      'a command that is not found',
      { end: { kind: 'exit', code: 127 }, output: 'sh: 1: vitest: not found\n' },
      'failed: The command "vitest" was not found. Install it, or correct `run`. (Exit code 127.)',
    ],
    [
      'one that bash does not find',
      { end: { kind: 'exit', code: 127 }, output: '/bin/bash: line 1: vitest: command not found\n' },
      'failed: The command "vitest" was not found. Install it, or correct `run`. (Exit code 127.)',
    ],
    [
      'a file that is not executable',
      126,
      'failed: The command "go" cannot be run: a file in it is not executable. (Exit code 126.)',
    ],
    [
      'a signal',
      { end: { kind: 'signal', signal: 'SIGTERM' } },
      'failed: It was ended by the signal SIGTERM.',
    ],
    [
      'a crash',
      { end: { kind: 'signal', signal: 'SIGSEGV' } },
      'failed: It was ended by the signal SIGSEGV. It crashed.',
    ],
    [
      'a time-out',
      { end: { kind: 'timed-out', mayWaitForInput: false } },
      'timed-out: It took longer than 10m.',
    ],
    [
      'a time-out on input',
      { end: { kind: 'timed-out', mayWaitForInput: true } },
      'timed-out: It took longer than 10m. It may be waiting for input, of which it gets none.',
    ],
    [
      'a runner that cannot start it',
      { end: { kind: 'not-started', reason: 'No shell.' } },
      'not-started: No shell.',
    ],
  ];
  for (const [name, ending, expected] of ends) {
    it(`gives ${expected.split(':')[0]} for ${name}`, async () =>
      assert.equal(say((await resultOf('go', fakeHost({ go: ending }))).result), expected));
  }

  it('names processes that could not be ended, also after a pass', async () => {
    const { result, notes } = await resultOf('go', fakeHost({ go: { survivors: [7, 9] } }));
    assert.equal(result.state, 'passed');
    assert.deepEqual(notes, ['It left 2 processes that could not be ended: 7, 9.']);
  });

  it('runs the planned bytes, in their folder, with their variables and time', async () => {
    const host = fakeHost({}, { files: changingFiles({ 'packages/api/a.ts': '' }) });
    await resultOf('{ run: "go  \\u202e now", cwd: packages/api, env: [B], timeout: 2s }', host);
    assert.deepEqual(host.commands, [
      { start: { kind: 'shell', line: 'go  \u202e now' }, cwd: 'packages/api', env: ['B'], timeoutMs: 2000 },
    ]);
  });

  const impossible: [name: string, check: string, host: Partial<CheckHost>, expected: RegExp][] = [
    [
      'without a runner',
      'go',
      { runner: undefined as never, whyNoRunner: 'No processes in the browser.' },
      /: No processes in the browser\.$/,
    ],
    ['without a command', '{ kind: test }', {}, /has no command/],
    ['in a folder that does not exist', '{ run: go, cwd: nowhere }', {}, /folder "nowhere" does not exist/],
    ['in a folder outside', '{ run: go, cwd: ../other }', {}, /leaves the workspace folder/],
    ['an eval without a score', '{ kind: eval, run: go, at-most: 1 }', {}, /Write `score`/],
    ['an eval without a bound', '{ kind: eval, run: go, score: $ }', {}, /has no bound/],
    ['a taste-check without a rubric', '{ kind: taste, run: go }', {}, /has no rubric/],
    ['a taste-check without a judge', '{ kind: taste, rubric: [A] }', {}, /There is no judge/],
    [
      'a taste-check with a judge nobody knows',
      '{ kind: taste, rubric: [A], judge: mild }',
      {},
      /no judge "mild"/,
    ],
  ];
  for (const [name, check, more, expected] of impossible) {
    it(`does not start, and says why: ${name}`, async () => {
      const { runner, ...host } = fakeHost({}, more);
      const { result } = await resultOf(check, { ...host, ...(runner ? { runner } : {}) });
      assert.match(say(result), /^not-started: /);
      assert.match(say(result), expected);
      assert.deepEqual(host.started, []);
      assert.deepEqual(host.recorded, []);
    });
  }

  it('runs checks side by side, serial ones alone, and returns them in the order of the lane', async () => {
    let running = 0;
    const seen: string[] = [];
    const slow = (name: string, turns: number) => async () => {
      running++;
      for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate);
      seen.push(`${name} beside ${running - 1}`);
      running--;
      return 0;
    };
    const host = fakeHost({ a: slow('a', 3), b: slow('b', 1), c: slow('c', 1), d: slow('d', 1) });
    const ended: string[] = [];
    const outcomes = await run(
      'checks: { a: { run: a, serial: true }, b: b, c: c, d: { run: d, serial: true } }',
      host,
      { jobs: 2, onResult: ({ check }) => ended.push(check.id) },
    );
    assert.deepEqual(seen, ['b beside 1', 'c beside 0', 'a beside 0', 'd beside 0']);
    assert.deepEqual(
      outcomes.map(({ check }) => check.id),
      ['a', 'b', 'c', 'd'],
    );
    assert.deepEqual(ended, ['b', 'c', 'a', 'd']);
  });

  it('tells what begins, what it prints and how it ends', async () => {
    const told: string[] = [];
    const host = fakeHost({
      go: async ({ onOutput }) => {
        onOutput?.('hello');
        return 0;
      },
    });
    await resultOf('go', host, {
      onStart: ({ id }) => told.push(`start ${id}`),
      onOutput: ({ id }, text) => told.push(`${id} says ${text}`),
      onResult: ({ check, result }) => told.push(`${check.id} ${result.state}`),
    });
    assert.deepEqual(told, ['start it', 'it says hello', 'it passed']);
  });

  it('starts nothing after a failure where it is to bail, and cancels what runs', async () => {
    const host = fakeHost({
      slow: ({ cancellation }) =>
        new Promise((resolve) => {
          cancellation?.onCancel(() => resolve({ end: { kind: 'cancelled' } }));
        }),
      bad: 1,
    });
    const outcomes = await run('checks: { a: slow, b: bad, c: good, d: good }', host, {
      jobs: 2,
      bail: true,
    });
    assert.deepEqual(
      outcomes.map(({ result }) => result.state),
      ['cancelled', 'failed', 'cancelled', 'cancelled'],
    );
    assert.deepEqual(host.started, ['slow', 'bad']);
  });

  it('ends when it is cancelled from outside, and records nothing of what was cut', async () => {
    const outer = createCancellation();
    const host = fakeHost({
      slow: ({ cancellation }) =>
        new Promise((resolve) => {
          cancellation?.onCancel(() => resolve({ end: { kind: 'cancelled' } }));
          outer.cancel();
        }),
    });
    const outcomes = await run('checks: { a: slow, b: good }', host, {
      jobs: 1,
      cancellation: outer.cancellation,
    });
    assert.deepEqual(
      outcomes.map(({ result }) => result.state),
      ['cancelled', 'cancelled'],
    );
    assert.deepEqual(host.recorded, []);
  });

  it('does not run what the lane no longer says, nor a lane that is gone', async () => {
    const { board, own } = given('checks: { it: go }');
    const host = fakeHost({});
    board.put(readLaneFile(PATH, 'lane: 1\nchecks: { it: go away }\n'));
    const [changed] = await runChecks(own, host, { board });
    board.remove(PATH);
    const [gone] = await runChecks(own, host, { board });
    for (const outcome of [changed, gone])
      assert.match(
        say((outcome as NonNullable<typeof outcome>).result),
        /^not-started: The lane has changed or gone/,
      );
    assert.deepEqual(host.started, []);
  });

  it('records a result with what it is bound to', async () => {
    const host = fakeHost(
      { go: { end: { kind: 'exit', code: 1 }, output: 'oh no\n' } },
      { git: fakeGit([]) },
    );
    await resultOf('{ run: go, artifacts: out/*.png }', {
      ...host,
      files: changingFiles({ 'out/a.png': '', 'out/a.txt': '' }),
    });
    const [{ laneDigest, checkDigest, ...evidence } = {} as never] = host.recorded;
    assert.match(laneDigest, /^sha256-/);
    assert.match(checkDigest, /^sha256-/);
    assert.deepEqual(evidence, {
      version: 1,
      lane: 'a',
      check: 'it',
      kind: 'test',
      result: { state: 'failed', because: 'It ended with exit code 1.' },
      commit: 'c0ffee',
      dirty: false,
      command: 'go',
      at: '2026-11-27T08:00:00.000Z',
      ms: 7,
      exit: 1,
      tail: 'oh no\n',
      artifacts: ['out/a.png'],
    });
  });

  it('binds nothing to a commit that was left, or to files that were changed, while checks ran', async () => {
    for (const after of [
      { commit: 'beef', dirty: false },
      { commit: 'c0ffee', dirty: true },
    ]) {
      let head = { commit: 'c0ffee', dirty: false };
      const git = fakeGit([], { head: async () => head });
      const host = fakeHost(
        {
          go: async () => {
            head = after;
            return 0;
          },
        },
        { git },
      );
      const { evidence } = await resultOf('go', host);
      assert.deepEqual([evidence?.commit, evidence?.dirty], ['c0ffee', true]);
      assert.equal(host.recorded.at(-1)?.dirty, true);
    }
  });

  it('says so where evidence cannot be kept', async () => {
    const host = fakeHost({}, { evidence: { of: async () => [], add: async () => 'The disk is full.' } });
    assert.deepEqual((await resultOf('go', host)).notes, ['The disk is full.']);
  });

  it('keeps the last 16 KiB of output', async () => {
    const host = fakeHost({ go: { output: `${'é'.repeat(30_000)}\nlast\n` } });
    await resultOf('go', host);
    const tail = host.recorded[0]?.tail ?? '';
    assert.ok(new TextEncoder().encode(tail).length <= 16 * 1024);
    assert.match(tail, /é\nlast\n$/);
  });
});

describe('a check with inputs', () => {
  const CHECK = '{ run: go, inputs: [src/**, "*.json"] }';
  const contents = () => ({ 'src/a.ts': '1', 'src/b/c.ts': '2', 'package.json': '{}', 'README.md': '' });
  const states = async (
    host: CheckHost,
    changes: readonly ((files: { [path: string]: string }) => void)[],
    check = CHECK,
    options: Partial<RunOptions> = {},
  ) => {
    const files: { [path: string]: string } = contents();
    const found: string[] = [];
    for (const change of [() => {}, ...changes]) {
      change(files);
      found.push((await resultOf(check, { ...host, files: changingFiles(files) }, options)).result.state);
    }
    return found.join(' ');
  };

  it('is skipped while nothing that it reads has changed since it passed', async () => {
    const host = fakeHost({});
    const nothing = () => {};
    assert.equal(await states(host, [nothing, nothing]), 'passed unchanged unchanged');
    const { result } = await resultOf(CHECK, { ...host, files: changingFiles(contents()) });
    assert.deepEqual(result, { state: 'unchanged', since: '2026-11-27T08:00:00.000Z' });
    assert.deepEqual(host.started, ['go']);
  });

  const changes: [name: string, change: (files: { [path: string]: string }) => void, expected: string][] = [
    [
      'a file changes',
      (files) => {
        files['src/b/c.ts'] = '3';
      },
      'passed',
    ],
    [
      'a file comes',
      (files) => {
        files['src/new.ts'] = '';
      },
      'passed',
    ],
    [
      'a file goes',
      (files) => {
        delete files['src/a.ts'];
      },
      'passed',
    ],
    [
      'a file is renamed',
      (files) => {
        delete files['src/a.ts'];
        files['src/z.ts'] = '1';
      },
      'passed',
    ],
    [
      'another file changes',
      (files) => {
        files['README.md'] = 'x';
      },
      'unchanged',
    ],
    [
      'all inputs go',
      (files) => {
        for (const path of Object.keys(files)) delete files[path];
      },
      'passed',
    ],
  ];
  for (const [name, change, expected] of changes) {
    it(`${expected === 'passed' ? 'runs' : 'does not run'} when ${name}`, async () =>
      assert.equal(await states(fakeHost({}), [change]), `passed ${expected}`));
  }

  it('asks git where the repository stands only where it runs, and before that', async () => {
    const seen: string[] = [];
    const git = fakeGit([], {
      head: async () => {
        seen.push('head');
        return { commit: 'c0ffee', dirty: false };
      },
    });
    const go = async () => {
      seen.push('go');
      return 0;
    };
    const host = fakeHost({ go }, { git, files: changingFiles(contents()) });
    assert.equal((await resultOf(CHECK, host)).evidence?.commit, 'c0ffee');
    assert.deepEqual(seen, ['head', 'go', 'head']);
    assert.equal((await resultOf(CHECK, host)).result.state, 'unchanged');
    assert.equal(seen.length, 3);
  });

  it('runs again after it failed, and when it must', async () => {
    const nothing = () => {};
    assert.equal(await states(fakeHost({ go: 1 }), [nothing]), 'failed failed');
    assert.equal(await states(fakeHost({}), [nothing], CHECK, { force: true }), 'passed passed');
  });

  it('runs again where it failed after it had passed with the same inputs', async () => {
    let code = 0;
    const host = fakeHost({ go: async () => code });
    const files = { ...host, files: changingFiles(contents()) };
    const seen: string[] = [];
    for (const [next, force] of [
      [0, false],
      [1, true],
      [0, false],
    ] as const) {
      code = next;
      seen.push((await resultOf(CHECK, files, { force })).result.state);
    }
    assert.deepEqual(seen, ['passed', 'failed', 'passed']);
  });

  it('runs again when its command changes', async () => {
    const host = { ...fakeHost({}), files: changingFiles(contents()) };
    await resultOf(CHECK, host);
    assert.equal((await resultOf(CHECK.replace('go', 'go on'), host)).result.state, 'passed');
  });

  it('is never skipped where its inputs changed while it ran', async () => {
    const files: { [path: string]: string } = contents();
    let run = 0;
    const host = fakeHost({
      go: async () => {
        files['src/a.ts'] = `written ${run++}`;
        return 0;
      },
    });
    await resultOf(CHECK, { ...host, files: changingFiles(files) });
    files['src/a.ts'] = '1';
    assert.equal((await resultOf(CHECK, { ...host, files: changingFiles(files) })).result.state, 'passed');
    assert.equal(host.recorded[0]?.inputsDigest, undefined);
  });

  it('is never skipped where what it reads is not known', async () => {
    const nothing = () => {};
    assert.equal(await states(fakeHost({}), [nothing], 'go'), 'passed passed');
    assert.equal(await states(fakeHost({}), [nothing], '{ run: go, inputs: [nothing/**] }'), 'passed passed');
    assert.equal(
      await states(fakeHost({}), [nothing], '{ run: go, inputs: [src/**], env: [A] }'),
      'passed passed',
    );
  });

  it('counts what its variables hold', async () => {
    let value = 'a';
    const host = fakeHost({}, { digestEnvironment: (names) => `${names.join()}=${value}` });
    const seen: string[] = [];
    for (const next of ['a', 'a', 'b']) {
      value = next;
      const { result } = await resultOf('{ run: go, inputs: [src/**], env: [A] }', {
        ...host,
        files: changingFiles(contents()),
      });
      seen.push(result.state);
    }
    assert.deepEqual(seen, ['passed', 'unchanged', 'passed']);
  });
});

describe('an eval', () => {
  const CHECK = '{ kind: eval, run: go, score: $.spam, at-most: 0.1 }';
  const ended = (stdout: string) => fakeHost({ go: { stdout } });
  it('passes, with its number recorded', async () => {
    const { result, evidence } = await resultOf(CHECK, ended('{"spam":0.05}'));
    assert.equal(result.state, 'passed');
    assert.equal(evidence?.score, 0.05);
  });
  it('fails beyond its bound, with both said', async () =>
    assert.equal(
      say((await resultOf(CHECK, ended('{"spam":0.3}'))).result),
      'failed: The number is 0.3; it must be at most 0.1.',
    ));
  it('fails without a number', async () =>
    assert.match(
      say((await resultOf(CHECK, ended('nothing'))).result),
      /^failed: What it printed holds no JSON/,
    ));
  it('masks secrets in what it found', async () => {
    const host = fakeHost(
      { go: { stdout: '{"spam":"s3cret"}', output: '' } },
      { mask: (text) => text.replaceAll('s3cret', '***') },
    );
    assert.match(say((await resultOf(CHECK, host)).result), /finds "\*\*\*", which is no number/);
    assert.doesNotMatch(JSON.stringify(host.recorded), /s3cret/);
  });
  it('fails by its exit code whatever the number', async () => {
    const { result, evidence } = await resultOf(
      CHECK,
      fakeHost({ go: { stdout: '{"spam":0}', end: { kind: 'exit', code: 1 } } }),
    );
    assert.equal(say(result), 'failed: It ended with exit code 1.');
    assert.equal(evidence?.score, 0);
  });
  it('shows the numbers of earlier runs', async () => {
    const scores = ['{"spam":0.3}', '{"spam":0.2}', '{"spam":0.1}'];
    const host = fakeHost({ go: async () => ({ stdout: scores.shift() ?? '' }) });
    await resultOf(CHECK, host);
    await resultOf(CHECK, host);
    assert.deepEqual((await resultOf(CHECK, host)).earlierScores, [0.3, 0.2]);
  });
});

describe('a taste-check', () => {
  const said = (holds: boolean) =>
    JSON.stringify({ model: 'm', answers: [{ holds, reason: holds ? 'Yes' : 'It is long' }] });
  const CHECK = '{ kind: taste, rubric: [Is short], votes: 3, artifacts: out/* }';
  const texts = { 'lanekeeper.yaml': 'judge: [judge, --json]\n' };

  it('asks its judge as often as it says, with rubric, diff and artefacts, and takes the majority', async () => {
    const answers = [said(true), said(false), said(true)];
    const host = fakeHost(
      { 'judge --json': async () => ({ stdout: answers.shift() ?? '' }) },
      { git: fakeGit([]), files: changingFiles({ 'out/mail.txt': 'Hi' }) },
    );
    const { result, evidence } = await resultOf(CHECK, host, { texts, baseOf: () => 'base' });
    assert.equal(result.state, 'passed');
    assert.deepEqual(
      evidence?.answers?.map(({ statements }) => statements[0]?.holds),
      [true, false, true],
    );
    assert.match(evidence?.rubricDigest ?? '', /^sha256-/);
    assert.equal(host.started.length, 3);
    assert.deepEqual(JSON.parse(host.commands[0]?.input ?? ''), {
      judge: 1,
      lane: 'a',
      check: 'it',
      rubric: ['Is short'],
      diff: '+a line\n',
      diffIsCut: false,
      artifacts: [{ path: 'out/mail.txt', text: 'Hi' }],
    });
  });

  const failures: [name: string, ending: Parameters<typeof fakeHost>[0][string], expected: RegExp][] = [
    [
      'ends with an error',
      { end: { kind: 'exit', code: 2 }, stdout: said(true) },
      /^not-started: The judge failed\. It ended with exit code 2\.$/,
    ],
    [
      'takes too long',
      { end: { kind: 'timed-out', mayWaitForInput: false } },
      /^not-started: The judge failed\. It took longer/,
    ],
    ['says nothing', 0, /^not-started: The judge said nothing/],
    ['answers badly', { stdout: '{"answers":[]}' }, /^not-started: The answer of the judge cannot be used/],
  ];
  for (const [name, ending, expected] of failures) {
    it(`is no pass where its judge ${name}`, async () => {
      const host = fakeHost({ 'judge --json': ending });
      const { result } = await resultOf(CHECK, host, { texts });
      assert.match(say(result), expected);
      assert.equal(host.started.length, 1);
      assert.deepEqual(host.recorded, []);
    });
  }

  it('is no pass where one answer of three is bad', async () => {
    const answers = [said(true), said(true), 'hm'];
    const host = fakeHost({ 'judge --json': async () => ({ stdout: answers.shift() ?? '' }) });
    assert.equal((await resultOf(CHECK, host, { texts })).result.state, 'not-started');
  });

  it('is judged by its own command where it has one', async () => {
    const host = fakeHost({ 'my judge': { stdout: said(false) } });
    const { result } = await resultOf('{ kind: taste, rubric: [Is short], run: my judge }', host, { texts });
    assert.equal(say(result), 'failed: "Is short" does not hold: It is long.');
  });

  it('asks the host’s judge where the settings name no command', async () => {
    const judge: Judge = {
      ask: async () => ({ text: `Here you are:\n${said(true)}`, model: 'editor-model' }),
    };
    const { runner: _, ...host } = fakeHost({}, { judge });
    const { result, evidence } = await resultOf('{ kind: taste, rubric: [Is short] }', host);
    assert.equal(result.state, 'passed');
    assert.equal(evidence?.answers?.[0]?.model, 'editor-model');
  });
});

describe('built-in checks', () => {
  const LANE = 'limits: { write: [src/**], budget: { changed-lines: 5 } }\n';
  const file = { path: 'docs/a.md', change: 'changed', added: 9, removed: 0, isBinary: false } as const;
  const runBuiltIn = async (host: CheckHost, options: Partial<RunOptions> = {}) => {
    const { board, builtIn } = given(LANE);
    const outcomes = await runChecks(builtIn, host, { board, baseOf: () => 'base', ...options });
    return outcomes.map(({ check, result }) => `${check.id} ${say(result)}`);
  };

  it('hold what the lane has changed', async () => {
    const host = fakeHost({}, { git: fakeGit([file]) });
    assert.deepEqual(await runBuiltIn(host), [
      'limits failed: 1 file breaks the limits. "docs/a.md": no write path allows it; "docs/a.md" would.',
      'budget failed: 9 lines are changed; the budget is 5. The most are in "docs/a.md" (9).',
      'own-standard passed',
    ]);
    assert.deepEqual(
      host.recorded[0]?.files?.map(({ path }) => path),
      ['docs/a.md'],
    );
  });

  it('ask git once, before any check leaves files behind', async () => {
    let asked = 0;
    const git = fakeGit([], {
      changes: async () => {
        asked++;
        return [];
      },
    });
    const { board, own, builtIn } = given(`${LANE}checks: { it: go }\n`);
    const host = fakeHost(
      {
        go: async () => {
          assert.equal(asked, 1);
          return 0;
        },
      },
      { git },
    );
    const outcomes = await runChecks([...own, ...builtIn], host, { board, baseOf: () => 'base' });
    assert.deepEqual(
      outcomes.map(({ result }) => result.state),
      ['passed', 'passed', 'passed', 'passed'],
    );
    assert.equal(asked, 1);
  });

  it('say why nobody can tell', async () => {
    const all = (reason: string) =>
      ['limits', 'budget', 'own-standard'].map((id) => `${id} not-started: ${reason}`);
    assert.deepEqual(
      await runBuiltIn(fakeHost({}, { whyNoGit: 'No git in the browser.' })),
      all('No git in the browser.'),
    );
    const git = fakeGit([], { changes: async () => ({ problem: 'The commit is not here.' }) });
    assert.deepEqual(await runBuiltIn(fakeHost({}, { git })), all('The commit is not here.'));
    assert.match(
      (await runBuiltIn(fakeHost({}, { git }), { baseOf: () => undefined })).join(),
      /Nothing is known to compare with/,
    );
  });
});
