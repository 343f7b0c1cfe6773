import assert from 'node:assert/strict';
import fc from 'fast-check';
import { leaveToApprove } from '../../../src/core/gates/approval-policy.ts';
import { isSamePerson, meansPerson } from '../../../src/core/gates/person.ts';
import type { Policy } from '../../../src/core/settings/settings.ts';

const BEA = 'Bea Ott <bea@example.com>';
const POLICY: Policy = { approvers: [], blocking: ['error'], signed: false };

describe('leaveToApprove', () => {
  const cases: [name: string, by: string, owner: string, policy: Partial<Policy>, expected: string][] = [
    ['anyone where nobody is named', BEA, 'ana@example.com', {}, 'given'],
    ['an owner where nobody is named, with a remark', BEA, 'bea@example.com', {}, 'remarked'],
    ['an owner who must not', BEA, 'bea@example.com', { ownLanes: false }, 'refused'],
    ['an approver', BEA, 'ana@example.com', { approvers: ['*@example.com'] }, 'given'],
    ['an approver of their own lane', BEA, 'bea@example.com', { approvers: ['*@example.com'] }, 'refused'],
    [
      'an approver of their own lane who may',
      BEA,
      'Bea Ott',
      { approvers: ['bea ott'], ownLanes: true },
      'remarked',
    ],
    ['somebody who is not named', 'Eve <eve@example.org>', '', { approvers: ['*@example.com'] }, 'refused'],
    ['nobody', '', 'ana@example.com', { approvers: ['*'] }, 'given'],
  ];
  for (const [name, by, owner, policy, expected] of cases)
    it(`is for ${name}: ${expected}`, () => {
      const leave = leaveToApprove(by, owner, { ...POLICY, ...policy });
      const said = leave.isGiven ? (leave.remark ? 'remarked' : 'given') : 'refused';
      assert.equal(said, expected);
    });
});

describe('meansPerson', () => {
  const cases: [pattern: string, person: string, expected: boolean][] = [
    ['bea@example.com', 'Bea <BEA@example.com>', true],
    ['*@example.com', 'Bea <bea@example.com.evil.org>', false],
    ['*@example.com', 'x@example.com <eve@evil.org>', false],
    ['bea*', 'Bea Ott <x@y.z>', true],
    ['bea*', 'Eve <bea@example.com>', false],
    ['Bea Ott <*@example.com>', BEA, true],
    ['Bea Ott <*@example.com>', 'Eve <bea@example.com>', false],
    ['b*a@*.com', 'b <ba@.com>', true],
    ['', BEA, false],
  ];
  for (const [pattern, person, expected] of cases)
    it(`"${pattern}" ${expected ? 'means' : 'does not mean'} ${person}`, () =>
      assert.equal(meansPerson(pattern, person), expected));

  it('is quick for any pattern', () => {
    assert.equal(meansPerson(`${'*a'.repeat(200)}*b`, 'a'.repeat(400)), false);
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        (one, other) => isSamePerson(one, other) === isSamePerson(other, one),
      ),
    );
  });
});
