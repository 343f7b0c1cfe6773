import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Document, parse } from 'yaml';
import { deriveGates } from '../../../src/core/gates/derive-gates.ts';
import type { LaneGates } from '../../../src/core/gates/gate-state.ts';
import { factsOf, type Given, gatesOf, LANE } from './given-gates.ts';

const APPROVED =
  'reviews: 1\nintent:\n  - { verdict: approved, by: Bea <bea@example.com>, at: 2026-11-22T09:00:00Z, digest: DIGEST }\n';
const HANDED = `${APPROVED}handed:\n  - { over: 2026-11-22T10:00:00Z, by: Ana <ana@example.com>, to: claude, digest: DIGEST }\n`;
const HANDED_IN = `${HANDED.slice(0, -3)}, in: 2026-11-22T11:00:00Z }\n`;
const outcome = (verdict: string, at = '2026-11-22T12:00:00Z') =>
  `outcome:\n  - { verdict: ${verdict}, by: Bea <bea@example.com>, at: ${at} }\n`;
const UNIT = { unit: 'passed' } as const;

function summary({ intent, outcome, stage, next }: LaneGates): string {
  return `${intent.state}, ${outcome.state}: ${stage}, ${next}`;
}

describe('deriveGates', () => {
  const cases: [name: string, given: Given, expected: string][] = [
    ['a lane that nobody has reviewed', {}, 'ready, blocked: intent review, approve'],
    [
      'a lane with an error',
      { lane: LANE.replace('proof: unit', 'proof: units') },
      'blocked, blocked: drafting, draw',
    ],
    ['a file that is no YAML', { lane: 'lane: [' }, 'blocked, blocked: drafting, draw'],
    ['an approved lane', { reviews: APPROVED }, 'passed, blocked: in the lane, hand over'],
    [
      'an approved lane that was changed',
      { reviews: APPROVED, lane: LANE.replace('12.50 EUR puts exactly', '12.50 EUR puts') },
      'stale, blocked: intent review, approve',
    ],
    [
      'an approved lane that was broken since',
      { reviews: APPROVED, lane: LANE.replace('proof: unit', 'proof: units') },
      'stale, blocked: drafting, draw',
    ],
    [
      'an approval without a digest',
      { reviews: APPROVED.replace(', digest: DIGEST', '') },
      'stale, blocked: intent review, approve',
    ],
    [
      'a lane that was returned',
      { reviews: APPROVED.replace('approved', 'returned') },
      'returned, blocked: drafting, draw',
    ],
    [
      'a returned lane that was changed since',
      {
        reviews: APPROVED.replace('approved', 'returned'),
        lane: LANE.replace('Refund mails', 'Mails'),
      },
      'ready, blocked: intent review, approve',
    ],
    [
      'an approval that was withdrawn',
      {
        reviews: `${APPROVED}  - { verdict: withdrawn, by: Bea <bea@example.com>, at: 2026-11-23T09:00:00Z }\n`,
      },
      'ready, blocked: intent review, approve',
    ],
    [
      'a verdict that is not known',
      { reviews: APPROVED.replace('approved', 'fine') },
      'blocked, blocked: drafting, draw',
    ],
    [
      'an approval of tomorrow',
      { reviews: APPROVED.replace('-22T', '-28T') },
      'blocked, blocked: drafting, draw',
    ],
    ['reviews that are no YAML', { reviews: `${APPROVED}x: [` }, 'blocked, blocked: drafting, draw'],
    [
      'settings with a mistake',
      { reviews: APPROVED, settings: 'polcy: {}\n' },
      'blocked, blocked: drafting, draw',
    ],
    [
      'an approval by somebody else',
      { reviews: APPROVED, settings: 'policy: { approvers: ["*@lead.example"] }\n' },
      'blocked, blocked: drafting, draw',
    ],
    ['a lane with an agent', { reviews: HANDED, checks: UNIT }, 'passed, blocked: in the lane, work'],
    [
      'a lane whose agent asks',
      {
        reviews: `${HANDED}asked:\n  - { decision: a new field, by: Ana <ana@example.com>, at: 2026-11-22T10:30:00Z }\n`,
      },
      'passed, blocked: in the lane, answer',
    ],
    [
      'a lane whose agent was answered',
      {
        reviews: `${HANDED}asked:\n  - { decision: a new field, by: Ana <ana@example.com>, at: 2026-11-22T10:30:00Z }\nanswers:\n  - { decision: a new field, answer: none, by: Ana <ana@example.com>, at: 2026-11-22T10:40:00Z }\n`,
      },
      'passed, blocked: in the lane, work',
    ],
    ['a lane that is handed in', { reviews: HANDED_IN }, 'passed, blocked: outcome review, check'],
    [
      'a lane whose check failed',
      { reviews: HANDED_IN, checks: { unit: 'failed' } },
      'passed, blocked: outcome review, check',
    ],
    [
      'a lane whose checks passed',
      { reviews: HANDED_IN, checks: UNIT },
      'passed, ready: outcome review, judge',
    ],
    [
      'an outcome that was returned',
      { reviews: HANDED_IN + outcome('returned'), checks: UNIT },
      'passed, returned: in the lane, hand over',
    ],
    [
      'a returned outcome that was handed over again',
      {
        reviews: `${HANDED_IN}  - { over: 2026-11-22T13:00:00Z, by: Ana <ana@example.com>, to: claude }\n${outcome('returned')}`,
        checks: UNIT,
      },
      'passed, blocked: in the lane, work',
    ],
    ['an accepted lane', { reviews: HANDED_IN + outcome('accepted') }, 'passed, passed: accepted, none'],
    ['a killed lane', { reviews: `reviews: 1\n${outcome('killed')}` }, 'ready, killed: killed, none'],
    [
      'a killed lane that somebody accepted later',
      {
        reviews: `reviews: 1\n${outcome('killed')}${outcome('accepted').replace('outcome:\n', '')}`,
        checks: UNIT,
      },
      'ready, killed: killed, none',
    ],
    [
      'a lane that was handed over anyway',
      {
        reviews: `reviews: 1\n${HANDED_IN.replace(APPROVED, '').replace('to: claude', 'to: claude, anyway: the shop is down')}`,
        checks: UNIT,
      },
      'ready, blocked: outcome review, check',
    ],
    [
      'work on a lane that was approved anew since',
      {
        reviews: HANDED_IN.replace('to: claude, digest: DIGEST', 'to: claude, digest: sha256-old'),
        checks: UNIT,
      },
      'passed, blocked: in the lane, hand over',
    ],
  ];
  for (const [name, given, expected] of cases)
    it(`of ${name}`, () => assert.equal(summary(gatesOf(given)), expected));

  it('gives each reason words and a place', () => {
    const { intent, outcome } = gatesOf({
      reviews: HANDED_IN.replace('approved', 'withdrawn'),
      lane: LANE.replace('proof: unit', 'proof: units'),
      checks: { unit: 'failed' },
    });
    assert.ok(intent.state === 'blocked' && outcome.state === 'blocked');
    const [first] = intent.because;
    assert.match(first?.message ?? '', /"units"/);
    assert.equal(first?.place.kind === 'file' && first.place.path, 'lanes/refund-mail.lane.yaml');
    assert.deepEqual(
      outcome.because.map(({ message, place }) => [message, place.kind]),
      [
        ['The intent is not approved as it is now: its gate is blocked.', 'command'],
        ['It was handed over as it was before; hand it over as it is now.', 'command'],
        ['The check "unit" has not passed (failed). Two tests fail.', 'check'],
      ],
    );
  });

  it('says field by field what changed since the approval', () => {
    const { intent } = gatesOf({
      reviews: APPROVED,
      lane: LANE.replace('[src/mail/**]', '[src/mail/**, src/shop.ts]')
        .replace('reserved: [a new field]', 'settled: { a new field: none }')
        .replace('{ unit: npm test }', '{ unit: npm test -- mail }'),
      settings: '',
    });
    assert.ok(intent.state === 'stale');
    assert.deepEqual(
      intent.changed.map(({ field, before, after }) => [field, before, after]),
      [
        ['limits.write', undefined, 'src/shop.ts'],
        ['limits.decisions.settled.a new field', undefined, 'none'],
        ['limits.decisions.reserved', 'a new field', undefined],
        ['checks.unit.run', 'npm test', 'npm test -- mail'],
      ],
    );
    for (const { place } of intent.changed)
      assert.ok(place.kind === 'file' && place.span.end > place.span.start);
  });

  it('says why the change cannot be told where git lost the old text', () => {
    const { intent } = gatesOf({
      reviews: APPROVED,
      lane: LANE.replace('Refund', 'Return'),
      isUnknown: true,
    });
    assert.ok(intent.state === 'stale');
    assert.match(intent.changed[0]?.after ?? '', /Git no longer knows it/);
  });

  it('remarks that an owner approved their own lane, where nobody else is named', () => {
    const own = APPROVED.replace('Bea <bea@example.com>', 'Ana <ANA@example.com>');
    const { intent } = gatesOf({ reviews: own });
    assert.deepEqual(intent.state === 'passed' && intent.remarks.length, 1);
    const refused = gatesOf({ reviews: own, settings: 'policy: { approvers: ["*@example.com"] }\n' });
    assert.equal(refused.intent.state, 'blocked');
  });

  it('leaves taste-checks without a judge to the reviewer', () => {
    const lane = LANE.replace(
      '{ unit: npm test }',
      '{ unit: npm test, tone: { kind: taste, rubric: [It is kind] } }',
    );
    const { outcome } = gatesOf({ lane, approved: lane, reviews: HANDED_IN, checks: UNIT });
    assert.deepEqual(outcome, { state: 'ready', toJudge: ['tone'] });
  });

  it('is not moved by how the lane is written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('any', 'block', 'flow' as const),
        fc.constantFrom(0, 40, 80),
        fc.constantFrom(APPROVED, HANDED, HANDED_IN),
        fc.boolean(),
        (collectionStyle, lineWidth, reviews, isWindows) => {
          const document = new Document(parse(LANE));
          document.commentBefore = ' a comment';
          const text = document.toString({ collectionStyle: collectionStyle as 'any', lineWidth });
          const lane = isWindows ? text.replaceAll('\n', '\r\n') : text;
          assert.equal(summary(gatesOf({ lane, reviews })), summary(gatesOf({ reviews })));
        },
      ),
    );
  });

  it('never throws, and a killed lane stays killed', () => {
    const verdict = fc.constantFrom('approved', 'returned', 'withdrawn', 'accepted', 'fine', '');
    const time = fc.constantFrom(
      '2026-11-22T09:00:00Z',
      '2099-01-01T00:00:00Z',
      'never',
      '9999-99-99T99:99Z',
    );
    const entry = fc.record(
      {
        verdict,
        at: time,
        over: time,
        in: time,
        by: fc.string(),
        digest: fc.constantFrom('DIGEST', 'x'),
        decision: fc.string(),
      },
      { requiredKeys: [] },
    );
    const lists = fc.dictionary(
      fc.constantFrom('intent', 'outcome', 'handed', 'asked', 'answers'),
      fc.array(entry),
    );
    fc.assert(
      fc.property(lists, fc.constantFrom(LANE, 'lane: 1\n', 'x: ['), (data, lane) => {
        const reviews = JSON.stringify({ reviews: 1, ...data });
        deriveGates(factsOf({ lane, reviews }));
        const killed = { ...data, outcome: [{ verdict: 'killed' }, ...(data.outcome ?? [])] };
        assert.equal(gatesOf({ lane, reviews: JSON.stringify({ reviews: 1, ...killed }) }).stage, 'killed');
      }),
      { numRuns: 200 },
    );
  });
});
