import assert from 'node:assert/strict';
import Ajv from 'ajv/dist/2020.js';
import schema from '../../../schemas/check.schema.json' with { type: 'json' };
import type { CheckHost } from '../../../src/core/checks/check-host.ts';
import { mergeReports } from '../../../src/core/checks/merge-reports.ts';
import { planChecks } from '../../../src/core/checks/plan-checks.ts';
import { reportForAgent } from '../../../src/core/checks/report-for-agent.ts';
import {
  type CheckReport,
  readReport,
  reportJson,
  unreportedChecks,
} from '../../../src/core/checks/report-json.ts';
import { reportJunit } from '../../../src/core/checks/report-junit.ts';
import { runChecks } from '../../../src/core/checks/run-checks.ts';
import { isSound } from '../../../src/core/lane/lane-file.ts';
import { boardOf } from '../rules/board-of.ts';
import { changingFiles, fakeGit, fakeHost } from './fake-host.ts';

const LANE = `lane: 1
limits: { write: [src/**], budget: { changed-lines: 4 } }
checks:
  unit: npm test
  "a<b>&\\"c": lint
  spam: { kind: eval, run: spam, score: $.n, at-most: 1 }
  tone: { kind: taste, rubric: [Short], run: judge }
  slow: sleep
`;
const PATH = 'lanes/a.lane.yaml';
const textOf = (path: string) => (path === PATH ? LANE : undefined);

function given() {
  const board = boardOf({ [PATH]: LANE });
  const file = board.lanes.get(PATH);
  assert.ok(file && isSound(file));
  return { board, plan: planChecks(file, board.settings, 'lanekeeper.yaml') };
}

async function report(host: CheckHost, only?: (id: string) => boolean): Promise<CheckReport> {
  const { board, plan } = given();
  const outcomes = await runChecks(
    plan.filter(({ id }) => only?.(id) ?? true),
    host,
    { board, baseOf: () => 'base' },
  );
  return reportJson(outcomes, textOf);
}

const file = { path: 'docs/a.md', change: 'changed', added: 9, removed: 0, isBinary: false } as const;
const host = () =>
  fakeHost(
    {
      lint: { end: { kind: 'exit', code: 1 }, output: 'a < b && "c" ]]> \ud800 \u0007\u001b[31m\r\nend\n' },
      spam: { stdout: '{"n":0.5}' },
      judge: { stdout: '{"model":"m","answers":[{"holds":true,"reason":"Yes."}]}' },
      sleep: { end: { kind: 'timed-out', mayWaitForInput: false } },
    },
    { git: fakeGit([file]), files: changingFiles({}) },
  );

describe('reportJson', () => {
  it('is as its schema describes it, for every way in which a check ends', async () => {
    const validate = new Ajv({ strictTypes: false }).compile(schema);
    const whole = await report(host());
    const { runner: _, ...without } = host();
    const notStarted = await report(without);
    for (const one of [whole, notStarted]) {
      const copy = JSON.parse(JSON.stringify(one));
      assert.ok(validate(copy), JSON.stringify(validate.errors));
      assert.deepEqual(readReport('a.json', JSON.stringify(one)), copy);
    }
    assert.deepEqual(whole.summary, {
      passed: 4,
      unchanged: 0,
      failed: 3,
      'timed-out': 1,
      cancelled: 0,
      'not-started': 0,
      isPass: false,
    });
  });

  it('says at which line each check stands', async () => {
    const { checks } = await report(host());
    assert.deepEqual(
      checks.slice(0, 3).map(({ path, line, column }) => `${path}:${line}:${column}`),
      ['lanes/a.lane.yaml:4:3', 'lanes/a.lane.yaml:5:3', 'lanes/a.lane.yaml:6:3'],
    );
  });

  it('says so of a file that is none', () => {
    for (const [text, expected] of [
      ['{', /^a\.json is no JSON that can be read/],
      ['[]', /^a\.json is no report of checks: it must be object/],
      ['{"version":2,"checks":[],"summary":{}}', /^a\.json is no report of checks/],
    ] as const) {
      const read = readReport('a.json', text);
      assert.match('problem' in read ? read.problem : '', expected);
    }
  });
});

describe('reportJunit', () => {
  it('tells everything in XML that every reader takes', async () => {
    const xml = reportJunit(await report(host()));
    assert.match(
      xml,
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="lanekeeper" tests="8" failures="4" errors="0" skipped="0"/,
    );
    assert.match(
      xml,
      /<testcase name="unit" classname="a" time="0\.007" file="lanes\/a\.lane\.yaml" line="4"\/>/,
    );
    assert.match(xml, /name="a&lt;b&gt;&amp;&quot;c"/);
    assert.match(xml, /<system-out>a &lt; b &amp;&amp; "c" \]\]&gt; {2}\[31m&#13;\nend\n<\/system-out>/);
    assert.match(xml, /<failure type="timed-out" message="It took longer than 10m\."\/>/);
    assert.match(xml, /The number is 0\.5; it must be at most 1\./);
    assert.match(xml, /docs\/a\.md: no write path allows it/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML cannot hold
    assert.doesNotMatch(xml, /[\u0000-\u0008\u000b\u000c\u000e-\u001f]|\p{Cs}/u);
  });

  it('never shows as passed what did not run', async () => {
    const { runner: _, ...without } = host();
    const xml = reportJunit(await report(without, (id) => id === 'unit'));
    assert.match(xml, /errors="1"/);
    assert.match(xml, /<error type="not-started" message="Nothing here can start a process\."\/>/);
  });
});

describe('reportForAgent', () => {
  it('names what is open, with the end of its output, and nothing else', async () => {
    const { pass, open } = reportForAgent(await report(host()));
    assert.equal(pass, false);
    assert.deepEqual(
      open.map(({ check, state }) => `${check} ${state}`),
      ['a<b>&"c failed', 'slow timed-out', 'limits failed', 'budget failed'],
    );
    assert.match(open[0]?.output ?? '', /end\n$/);
    assert.deepEqual(
      open[2]?.files?.map(({ path }) => path),
      ['docs/a.md'],
    );
  });

  it('is short, and says pass alone where everything passed', async () => {
    const long = fakeHost({ 'npm test': { end: { kind: 'exit', code: 1 }, output: 'x'.repeat(100_000) } });
    const verdict = reportForAgent(await report(long, (id) => id === 'unit'));
    assert.ok(JSON.stringify(verdict).length < 2500);
    assert.deepEqual(reportForAgent(await report(host(), (id) => id === 'unit')), { pass: true, open: [] });
  });
});

describe('mergeReports', () => {
  const expectedOf = async () => {
    const whole = await report(host());
    const digest = whole.checks[0]?.evidence?.laneDigest ?? '';
    return { whole, expected: { commit: 'c0ffee', laneDigests: new Map([['a', digest]]) } };
  };
  const ids = (merged: ReturnType<typeof mergeReports>) =>
    'problems' in merged
      ? merged.problems
      : merged.checks.map(({ check, result }) => `${check} ${result.state}`);

  it('puts the shards together in the order of the plan, and names what none has reported', async () => {
    const { whole, expected } = await expectedOf();
    const shards = [
      { name: 'b', report: await report(host(), (id) => id === 'slow' || id === 'budget') },
      { name: 'a', report: await report(host(), (id) => id === 'unit') },
    ];
    const planned = unreportedChecks(given().plan, textOf);
    const merged = mergeReports(shards, { ...expected, planned });
    assert.deepEqual(
      ids(merged),
      whole.checks.map(
        ({ check }) =>
          `${check} ${{ unit: 'passed', slow: 'timed-out', budget: 'failed' }[check] ?? 'not-started'}`,
      ),
    );
    assert.equal('summary' in merged && merged.summary.isPass, false);
  });

  it('counts the worse result where two shards ran one check', async () => {
    const { expected } = await expectedOf();
    const good = await report(host(), (id) => id === 'unit');
    const bad = await report(fakeHost({ 'npm test': 1 }, { git: fakeGit([]) }), (id) => id === 'unit');
    for (const reports of [
      [good, bad],
      [bad, good],
    ])
      assert.deepEqual(
        ids(
          mergeReports(
            reports.map((one, at) => ({ name: `${at}`, report: one })),
            expected,
          ),
        ),
        ['unit failed'],
      );
  });

  it('refuses shards of another state', async () => {
    const { whole, expected } = await expectedOf();
    const merge = (change: Partial<typeof expected>) =>
      ids(mergeReports([{ name: 'one.json', report: whole }], { ...expected, ...change }));
    assert.deepEqual(merge({ commit: 'beef' }), ['one.json: it has checked the commit c0ffee, not beef.']);
    assert.deepEqual(merge({ laneDigests: new Map([['a', 'sha256-other']]) }), [
      'one.json: it has checked another version of the lane "a". Run its checks again.',
    ]);
    assert.deepEqual(merge({ laneDigests: new Map() }), ['one.json: there is no lane "a" here.']);
  });

  it('refuses shards that differ from each other', async () => {
    const { whole, expected } = await expectedOf();
    const git = fakeGit([], { head: async () => ({ commit: 'beef', dirty: false }) });
    const other = await report(fakeHost({}, { git }), (id) => id === 'unit');
    const merged = mergeReports(
      [
        { name: 'one', report: whole },
        { name: 'two', report: other },
      ],
      { laneDigests: expected.laneDigests },
    );
    assert.deepEqual(ids(merged), ['two: it has checked the commit beef, not c0ffee.']);
  });
});
