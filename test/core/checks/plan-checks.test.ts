import assert from 'node:assert/strict';
import { laneOf, planned, plannedCheck } from './planned.ts';

describe('planChecks', () => {
  it('plans a lane’s own checks, then what it inherits and does not replace, then the built-in ones', () => {
    const plan = planned(
      'limits: { budget: { changed-lines: 40 } }\nchecks:\n  unit: npm test\n  style: npm run strict\n',
      'defaults:\n  checks:\n    style: npm run lint\n    types: { kind: lint, run: npm run types }\n',
    );
    assert.deepEqual(
      plan.map(({ id, kind, run }) => `${id} ${kind} ${run ?? '-'}`),
      [
        'unit test npm test',
        'style test npm run strict',
        'types lint npm run types',
        'limits limits -',
        'budget budget -',
        'own-standard own-standard -',
      ],
    );
  });

  it('has no budget where the lane sets no number of changed lines', () => {
    assert.deepEqual(
      planned('limits: { budget: { time: 2h } }').map(({ id }) => id),
      ['limits', 'own-standard'],
    );
  });

  it('says where each check is written', () => {
    const text = 'limits: { budget: { changed-lines: 40 } }\nchecks:\n  unit: npm test\n';
    const settings = 'defaults:\n  checks:\n    style: npm run lint\n';
    const lane = laneOf(text).text;
    const places = planned(text, settings).map(({ place: { path, span } }) => {
      const source = path === 'lanekeeper.yaml' ? settings : lane;
      return `${path}: ${source.slice(span.start, span.end)}`;
    });
    assert.deepEqual(places, [
      'lanes/refund-mail.lane.yaml: unit',
      'lanekeeper.yaml: style',
      'lanes/refund-mail.lane.yaml: limits',
      'lanes/refund-mail.lane.yaml: 40',
      'lanes/refund-mail.lane.yaml: checks',
    ]);
  });

  const timeouts: [written: string, ms: number][] = [
    ['5m', 300_000],
    ['90s', 90_000],
    ['1.5h', 5_400_000],
    ['250ms', 250],
    ['0s', 1],
    ['999999h', 2 ** 31 - 1],
    ['5 minutes', 600_000],
  ];
  for (const [written, ms] of timeouts) {
    it(`gives ${written} as ${ms} ms`, () =>
      assert.equal(plannedCheck(`{ run: x, timeout: ${written} }`).timeoutMs, ms));
  }
  it('gives a check ten minutes where nothing is said', () =>
    assert.equal(plannedCheck('x').timeoutMs, 600_000));

  it('keeps a command byte for byte, and tells folders inside the workspace from others', () => {
    assert.equal(plannedCheck('"a  && b \\u202e "').run, 'a  && b \u202e ');
    assert.equal(plannedCheck('{ run: x, cwd: ./packages//api/ }').cwd, 'packages/api');
    assert.equal(plannedCheck('{ run: x, cwd: . }').cwd, '');
    assert.equal(plannedCheck('{ run: x, cwd: ../other }').cwd, '../other');
  });

  const settings = 'judge: [node, judge.mjs]\njudges: { strict: [node, strict.mjs] }\n';
  const judges: [name: string, check: string, judge: object | undefined][] = [
    ['the default judge', '{ kind: taste, rubric: [A] }', { args: ['node', 'judge.mjs'] }],
    [
      'another judge by name',
      '{ kind: taste, rubric: [A], judge: strict }',
      { name: 'strict', args: ['node', 'strict.mjs'] },
    ],
    ['no command for a name that is not known', '{ kind: taste, judge: mild }', { name: 'mild' }],
    ['none where the check judges itself', '{ kind: taste, run: ./judge }', undefined],
    ['none for other kinds', 'npm test', undefined],
  ];
  for (const [name, check, judge] of judges) {
    it(`plans ${name}`, () => assert.deepEqual(plannedCheck(check, settings).judge, judge));
  }

  it('takes no judge from a list that cannot be read whole', () =>
    assert.deepEqual(plannedCheck('{ kind: taste }', 'judge: [node, 7]\n').judge, {}));
});
