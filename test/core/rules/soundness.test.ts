import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isLanePath } from '../../../src/core/lane/lane-file.ts';
import { lintBoard, lintLane } from '../../../src/core/lint/lint.ts';
import { REFUND_MAIL } from '../lane/refund-mail.ts';
import { boardOf } from './board-of.ts';

const WORKSPACE = {
  'package.json': '{ "scripts": { "test": "x", "e2e": "x" } }',
  'lanes/context/payments.md': '',
  'docs/adr/0012-mail-provider.md': '',
  'docs/events/refund-issued.schema.json': '',
  'test/fixtures/mails/receipt.html': '',
  'research/2026-11-refunds.md': '',
  'src/refunds/index.ts': '',
  'src/ledger/index.ts': '',
  'test/refunds/index.test.ts': '',
  'evals/spam.mjs': '',
  'lanes/ledger-events.lane.yaml':
    'lane: 1\nlimits:\n  write: [src/ledger/**]\n  decisions: { reserved: [anything that changes a ledger row] }\n',
};

describe('all rules together', () => {
  it('find nothing to warn of in the lane of the format’s own page', () => {
    const board = boardOf({ ...WORKSPACE, 'lanes/refund-mail.lane.yaml': REFUND_MAIL });
    const file = board.lanes.get('lanes/refund-mail.lane.yaml');
    assert(file);
    assert.deepEqual(
      lintLane(file, board)
        .filter(({ severity }) => severity !== 'hint')
        .map(({ rule, message }) => `${rule}: ${message}`),
      [],
    );
  });

  it('say one thing about a section that is not sound, not what follows from it', () => {
    for (const [text, rule] of [
      ['brief: none', 'wrong-type'],
      ['brief: { outcom: x }', 'unknown-key'],
      ['limits: [src/**]', 'wrong-type'],
      ['done: later', 'wrong-type'],
      ['checks: []', 'wrong-type'],
    ] as const) {
      const section = text.split(':')[0] ?? '';
      const others = REFUND_MAIL.replace(new RegExp(`^${section}:[^]*?(?=^\\w|(?![^]))`, 'm'), `${text}\n\n`);
      const board = boardOf({ ...WORKSPACE, 'lanes/refund-mail.lane.yaml': others });
      const file = board.lanes.get('lanes/refund-mail.lane.yaml');
      assert(file);
      const rules = lintLane(file, board)
        .filter(({ severity }) => severity !== 'hint')
        .map((finding) => finding.rule);
      const about = rules.filter((one) => !(section === 'checks' && one === 'unknown-proof'));
      assert.deepEqual(about, [rule], text);
    }
  });

  it('never throw, stay inside the file, and offer only edits inside it, whatever a lane holds', () => {
    const words = fc.constantFrom(
      ...[
        'lane: 1',
        'brief:',
        'limits:',
        'needs:',
        'done:',
        'checks:',
        'outcome:',
        'context:',
        'write:',
        'never:',
        'decisions:',
      ],
      ...[
        'settled:',
        'free:',
        'reserved:',
        'stop-when:',
        'says:',
        'proof:',
        'kind: eval',
        'kind: taste',
        'run:',
        'lane:',
        'contract:',
      ],
      ...[
        '- ',
        '  ',
        '    ',
        '\n',
        '\n',
        '[',
        ']',
        '{',
        '}',
        ': ',
        ', ',
        '"',
        "'",
        '|',
        '|-\n',
        '>',
        '#',
        '&a',
        '*a',
        '\u202e',
        '\0',
      ],
      ...[
        'src/**',
        '../x',
        'a',
        'x || true',
        'npm run nope',
        '__proto__',
        'constructor',
        '$x',
        '$(',
        '`',
        '\\',
        'mail wording',
        '🙂',
      ],
    );
    const text = fc.oneof(
      fc.array(words, { maxLength: 60 }).map((parts) => `lane: 1\n${parts.join('')}`),
      fc
        .tuple(fc.nat(REFUND_MAIL.length), fc.nat(200), fc.string({ unit: 'binary' }))
        .map(([at, length, other]) => REFUND_MAIL.slice(0, at) + other + REFUND_MAIL.slice(at + length)),
    );
    fc.assert(
      fc.property(text, (lane) => {
        const board = boardOf({ ...WORKSPACE, 'lanes/a.lane.yaml': lane, 'lanes/b.lane.yaml': REFUND_MAIL });
        for (const finding of lintBoard(board)) {
          const length = board.lanes.get(finding.path)?.text.length ?? 0;
          const spans = [
            finding.span,
            ...finding.fixes.flatMap(({ edits }) =>
              edits.flatMap((edit) =>
                edit.kind === 'change' && edit.path === finding.path
                  ? edit.edits.map(({ span }) => span)
                  : [],
              ),
            ),
          ];
          if (!isLanePath(finding.path)) continue;
          for (const { start, end } of spans)
            assert(0 <= start && start <= end && end <= length, finding.rule);
        }
      }),
      { numRuns: 300 },
    );
  }).timeout(60_000);
});
