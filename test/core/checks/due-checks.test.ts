import assert from 'node:assert/strict';
import type { CheckHost } from '../../../src/core/checks/check-host.ts';
import { dueChecks } from '../../../src/core/checks/due-checks.ts';
import { planChecks } from '../../../src/core/checks/plan-checks.ts';
import { githubMatrix, planJobs } from '../../../src/core/checks/plan-matrix.ts';
import { runChecks } from '../../../src/core/checks/run-checks.ts';
import { isSound } from '../../../src/core/lane/lane-file.ts';
import { boardOf } from '../rules/board-of.ts';
import { changingFiles, fakeGit, fakeHost } from './fake-host.ts';
import { plannedCheck } from './planned.ts';

const LANE =
  'lane: 1\ntitle: A\nchecks:\n  unit: npm test\n  style: { run: npm run lint, inputs: [src/**] }\n';

function given(lane = LANE) {
  const board = boardOf({ 'lanes/a.lane.yaml': lane });
  const file = board.lanes.get('lanes/a.lane.yaml');
  assert.ok(file && isSound(file));
  const plan = planChecks(file, board.settings, 'lanekeeper.yaml').filter(({ run }) => run !== undefined);
  return { board, plan };
}

async function due(host: CheckHost, lane = LANE): Promise<readonly string[]> {
  const { board, plan } = given(lane);
  return (await dueChecks(plan, host, { board })).map(({ id }) => id);
}

async function run(host: CheckHost, lane = LANE): Promise<void> {
  const { board, plan } = given(lane);
  await runChecks(plan, host, { board });
}

describe('dueChecks', () => {
  const at = (commit: string, dirty = false) => fakeGit([], { head: async () => ({ commit, dirty }) });
  const files = changingFiles({ 'src/a.ts': '1' });

  it('are all before anything ran, and none after all have passed', async () => {
    const host = fakeHost({}, { git: at('one'), files });
    assert.deepEqual(await due(host), ['unit', 'style']);
    await run(host);
    assert.deepEqual(await due(host), []);
  });

  const changes: [name: string, more: Partial<CheckHost>, lane: string, expected: string[]][] = [
    ['at another commit those without inputs', { git: at('two') }, LANE, ['unit']],
    ['with uncommitted work those without inputs', { git: at('one', true) }, LANE, ['unit']],
    [
      'where the inputs changed, too, all',
      { git: at('two'), files: changingFiles({ 'src/a.ts': '2' }) },
      LANE,
      ['unit', 'style'],
    ],
    ['where the lane changed those without inputs', {}, LANE.replace('title: A', 'title: B'), ['unit']],
    [
      'where a command changed, and so the lane, all',
      {},
      LANE.replace('run lint', 'run strict'),
      ['unit', 'style'],
    ],
  ];
  for (const [name, more, lane, expected] of changes) {
    it(`are ${name}`, async () => {
      const host = fakeHost({}, { git: at('one'), files });
      await run(host);
      assert.deepEqual(await due({ ...host, ...more }, lane), expected);
    });
  }

  it('are those that failed last, though they had passed before', async () => {
    const host = fakeHost({ 'npm test': 0 }, { git: at('one'), files });
    await run(host);
    const failing = {
      ...fakeHost({ 'npm test': 1 }),
      git: at('one'),
      files,
      evidence: host.evidence as never,
    };
    await run(failing);
    assert.deepEqual(await due(host), ['unit']);
  });

  it('are those that ran while the commit was left', async () => {
    let commit = 'one';
    const git = fakeGit([], { head: async () => ({ commit, dirty: false }) });
    const host = fakeHost(
      {
        'npm test': async () => {
          commit = 'two';
          return 0;
        },
      },
      { git, files },
    );
    await run(host);
    for (commit of ['one', 'two']) assert.deepEqual(await due(host), ['unit']);
  });

  it('are always those without inputs where there is no git', async () => {
    const host = fakeHost({}, { files });
    await run(host);
    assert.deepEqual(await due(host), ['unit']);
  });
});

describe('planJobs', () => {
  it('gives a job for each check, with a key that is safe and unique', () => {
    const ids = ['unit', 'a b', 'a-b', '$(rm -rf /)', '../../etc', 'é', 'x'.repeat(200), 'a\nb'];
    const jobs = planJobs(ids.map((id) => ({ ...plannedCheck('x'), id })));
    assert.equal(jobs[0]?.key, 'refund-mail.unit');
    assert.deepEqual(
      jobs.map(({ check }) => check),
      ids,
    );
    assert.equal(new Set(jobs.map(({ key }) => key)).size, ids.length);
    for (const { key } of jobs) assert.match(key, /^[\w-][\w.-]{0,100}$/);
  });
});

describe('githubMatrix', () => {
  const checks = (lanes: number, each: number) =>
    Array.from({ length: lanes * each }, (_, at) => ({
      ...plannedCheck('x'),
      lane: `l${at % lanes}`,
      id: `c${at}`,
    }));
  it('is empty where nothing is due', () => assert.deepEqual(githubMatrix([]), { include: [] }));
  it('has a job for each lane where those for each check are too many', () => {
    assert.equal((githubMatrix(checks(2, 128)) as { include: object[] }).include.length, 256);
    assert.deepEqual(githubMatrix(checks(2, 129)), {
      include: [
        { key: 'l0', lane: 'l0' },
        { key: 'l1', lane: 'l1' },
      ],
    });
  });
  it('says so where even those are too many', () => {
    const matrix = githubMatrix(checks(257, 1));
    assert.match('problem' in matrix ? matrix.problem : '', /257 lanes/);
  });
});
