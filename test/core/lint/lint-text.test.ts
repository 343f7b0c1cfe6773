import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lintText, type TextField } from '../../../src/core/lint/lint-text.ts';

/** What is found in a text: the rule and the words. */
function found(field: TextField, text: string): readonly string[] {
  return lintText(field, text).map(({ rule, start, end }) => `${rule}: ${text.slice(start, end)}`);
}

describe('linting a text outside any lane', () => {
  it('finds the words of a criterion, in their order', () => {
    assert.deepEqual(found('done', 'Errors are handled gracefully and docs are updated if needed'), [
      'quality-word: gracefully',
      'escape-clause: if needed',
    ]);
  });

  it('says which rule, how severe, and what to write instead', () => {
    const [finding] = lintText('done', 'Consider a second index');
    assert.equal(finding?.rule, 'deferred-decision');
    assert.equal(finding.severity, 'warning');
    assert.match(finding.message, /^"Consider" puts a decision off\. /);
  });

  it('finds what a description lacks at its first line', () => {
    assert.deepEqual(found('brief', '\nThe export fails\n\nPeople are unhappy about it.\n'), [
      'no-anchor: The export fails',
      'bug-without-evidence: The export fails',
      'no-good: The export fails',
    ]);
  });

  const quiet: readonly (readonly [TextField, string])[] = [
    ['done', 'A refund issued in the sandbox puts exactly one mail in the test inbox within 60 s'],
    ['done', 'Set an appropriate timeout (5-10 minutes)'],
    ['done', 'The build sets `fail-fast: false`, so one failure does not cancel the others'],
    ['done', 'The hint reads "if needed, ask support"'],
    ['done', 'Creates parent directories if needed'],
    ['done', 'Users can choose between a global and a local setting'],
    ['done', 'Dates are rewritten exactly as required by the schema'],
    ['brief', '`split_cents(10, 3)` returns [4, 4, 4] in src/money.py; it should return [4, 3, 3].'],
    ['brief', ''],
  ];
  for (const [field, text] of quiet) {
    it(`finds nothing in the ${field} text ${JSON.stringify(text)}`, () => {
      assert.deepEqual(found(field, text), []);
    });
  }

  it('reads neither code nor comments nor what others are quoted with', () => {
    const text = [
      'Buyers see the total of `src/cart.ts` as "12.00 EUR".',
      '```',
      'TODO: as discussed, coordinate with the other agent',
      '```',
      '<!-- TBD -->',
      '> either a or b, as agreed in the meeting?',
    ].join('\n');
    assert.deepEqual(found('brief', text), []);
  });

  it('leaves negated talk alone', () => {
    assert.deepEqual(found('done', 'The import runs without having to coordinate with the other agent'), []);
  });

  it('never throws and stays inside the text', () => {
    const words = fc.constantFrom(
      ...['either', 'or', 'as discussed', 'TBD', '???', 'the other agent', 'wait for', 'if needed', '`', '"'],
      ...[
        'https://a.slack.com/x',
        '\n',
        '. ',
        'properly',
        'é',
        '\u{1F600}',
        'src/a.ts',
        '(',
        'check with me after',
      ],
    );
    fc.assert(
      fc.property(fc.constantFrom<TextField>('done', 'brief'), fc.array(words), (field, list) => {
        const text = list.join(' ');
        for (const { start, end } of lintText(field, text)) {
          assert(start >= 0 && start < end && end <= text.length);
        }
      }),
    );
  });

  for (const piece of [
    'a',
    ' ',
    '"',
    '`',
    '<!--',
    '> ',
    'either a ',
    'as we ',
    'TODO ',
    '[TODO ',
    'the other ',
    'x\n',
  ]) {
    it(`ends on 200 kB of ${JSON.stringify(piece)}`, () => {
      const text = piece.repeat(200_000 / piece.length);
      for (const field of ['done', 'brief'] as const) assert(lintText(field, text).length <= 500);
    });
  }
});
