import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readLaneFile } from '../../../src/core/lane/read-lane.ts';
import { lintLane } from '../../../src/core/lint/lint.ts';
import { composeLane, type LaneAnswers } from '../../../src/core/scaffold/compose-lane.ts';
import { TEMPLATES } from '../../../src/core/scaffold/templates.ts';
import { loadWorkspace } from '../../../src/core/workspace/load-workspace.ts';
import { memoryFiles } from '../workspace/memory-files.ts';

const ANSWERS: LaneAnswers = {
  outcome:
    'Every customer whose refund is issued gets exactly one e-mail within a minute, with the amount and the day it arrives.',
  owner: 'ana@example.com',
  write: ['src/refunds/**', 'test/refunds/**'],
  checks: [
    { id: 'test', run: 'npm test' },
    { id: 'lint', run: 'npm run lint', kind: 'lint' },
  ],
};

const WORKSPACE = {
  'package.json': '{ "scripts": { "test": "mocha", "lint": "biome check" } }',
  'README.md': '# Shop',
  'src/refunds/issue.ts': '',
  'src/mail/outbox.ts': '',
  'src/orders/order.ts': '',
  'test/refunds/issue.test.ts': '',
  'test/orders/order.test.ts': '',
};

async function findingsIn(text: string) {
  const { board } = await loadWorkspace(memoryFiles({ ...WORKSPACE, 'lanes/new.lane.yaml': text }));
  const file = board.lanes.get('lanes/new.lane.yaml');
  assert.ok(file);
  return lintLane(file, board);
}

describe('composing a lane from answers', () => {
  it('writes the sections in their order, quoted only where it must be', () => {
    assert.equal(
      composeLane(ANSWERS),
      `lane: 1
title: Every customer whose refund is issued gets exactly one e-mail
owner: ana@example.com

brief:
  outcome: |
    Every customer whose refund is issued gets exactly one e-mail within a minute, with the amount and
    the day it arrives.

limits:
  write: [src/refunds/**, test/refunds/**]
  budget: { time: 2h, changed-lines: 400 }
  stop-when: [a change outside the paths above turns out to be needed]

done:
  - says: |
      Every customer whose refund is issued gets exactly one e-mail within a minute, with the amount and
      the day it arrives
    proof: test

checks:
  test: npm test
  lint: { kind: lint, run: npm run lint }
`,
    );
  });

  it('leaves at most three things to say about a lane with its four answers', async () => {
    const findings = await findingsIn(composeLane(ANSWERS));
    assert.ok(findings.length <= 3, findings.map(({ rule }) => rule).join(', '));
  });

  it('has no section for what was skipped', () => {
    assert.doesNotMatch(composeLane({}), /brief|done|checks|write|null|\[\]/);
  });

  for (const { id, compose } of TEMPLATES) {
    it(`starts a lane from the template "${id}" with at most three findings`, async () => {
      const findings = await findingsIn(compose({ ...ANSWERS, context: ['README.md'] }));
      assert.ok(findings.length <= 3, findings.map(({ rule, message }) => `${rule}: ${message}`).join('\n'));
    });
  }

  it('writes a lane that can be read whatever is answered', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        '<<',
        '&a',
        '*a',
        '- a',
        '# a',
        '{',
        '"',
        "'",
        ': ',
        '|',
        '---',
        'null',
        '012',
        'a\n- b',
        '__proto__',
        '\u001b[31m',
      ),
    );
    const texts = fc.array(text, { maxLength: 3 });
    const answers = fc.record(
      {
        outcome: text,
        title: text,
        owner: text,
        why: text,
        free: texts,
        reserved: texts,
        context: fc.array(fc.record({ text }), { maxLength: 3 }),
        checks: fc.array(fc.record({ id: text, run: text }), { maxLength: 3 }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(answers, (given) => {
        const file = readLaneFile('lanes/new.lane.yaml', composeLane(given));
        assert.deepEqual(
          file.problems.map(({ message }) => message),
          [],
        );
        if (given.title?.trim() && /^[\w ]+$/.test(given.title))
          assert.equal(file.lane?.title?.value, given.title.replace(/\s+/g, ' ').trim());
      }),
    );
  });
});
