import assert from 'node:assert/strict';
import { lintText, type TextField } from '../../../src/core/lint/lint-text.ts';

type Texts = readonly (readonly [rule: string, field: TextField, texts: readonly string[]])[];

/** What a careful reader would stumble over. */
const WEAK: Texts = [
  [
    'undecided-marker',
    'brief',
    [
      'FIXME decide about the header',
      'TODO describe the problem',
      'Who gets the mail is still open.',
      'TODO: describe',
      'Whether we use Redis is still open.',
      'The colour is still open',
      'Timeout of XXX seconds',
      'FIXME which sizes?',
      'TODO write the rest',
    ],
  ],
  ['undecided-marker', 'done', ['Max size is XX MB']],
  [
    'tribal-knowledge',
    'brief',
    [
      'Use our normal error handling',
      'Do it as we did for the invoices',
      'Everyone knows the ledger is fragile',
      'Log with our standard logging setup',
      'Use the usual validation',
      'Everybody is aware that the queue is slow',
      'Like we did with the orders page',
      'We all know that imports break on Mondays',
    ],
  ],
  [
    'unresolvable-reference',
    'brief',
    [
      'The details are in the chat with Tom',
      'As I mentioned to Bob, prices are net.',
      'The rest is in my mail to Anna',
      'More is in the thread with the sales team',
      'As we told Lisa, nothing is deleted',
    ],
  ],
  [
    'cross-lane-talk',
    'brief',
    [
      'Talk to the frontend team about the button',
      'Keep the platform team in the loop',
      'Speak with the data team about names',
      'Ask the backend team for the schema',
      'Loop in the security team',
      'Keep the billing lane posted',
    ],
  ],
  [
    'quality-word',
    'done',
    [
      'Everything works correctly',
      'Data is stored securely',
      'The page has good performance',
      'The import writes exactly one file, 2026-03-14.parquet, and handles errors gracefully',
      'The upload works properly with src/v2/a.ts',
      'Login works correctly',
      'Version 2.0 of the page behaves gracefully',
      'Passwords are handled securely',
    ],
  ],
  [
    'open-list',
    'done',
    ['The upload accepts png, jpg, ...', 'Customers get a voucher or something', 'Shows name, address, …'],
  ],
  ['escape-clause', 'done', ['Adds tests when needed', 'Update the docs when necessary']],
  [
    'middle-review',
    'brief',
    ['I want to see intermediate results', 'I would like to see a first version early'],
  ],
  [
    'activity-not-result',
    'done',
    [
      'Write unit tests for the cart',
      'The cart module is refactored into three classes',
      'Tests for the parser are added',
      'Add documentation for the export',
    ],
  ],
  [
    'how-not-outcome',
    'brief',
    ['The cart module is refactored into three classes', 'The mail service is migrated to TypeScript'],
  ],
  ['tribal-knowledge', 'done', ['Code follows best practices']],
  [
    'two-outcomes',
    'brief',
    [
      'Buyers see the sum. While we are at it, the footer gets a link',
      'While we are at it, the admin page is faster',
      'Buyers see the sum. Also, unrelated, fix the footer',
      'Buyers see the sum. While you are at it: the footer gets a link',
      'The list is sorted; while at it, rename the tab',
    ],
  ],
];

/** Texts with the same words that say all there is to say. */
const SOUND: Texts = [
  [
    'middle-review',
    'brief',
    [
      'the daily report says "2 gaps left open" for that station',
      'A weekly check-in of volunteers is lost',
      'A daily stand-up bot reads',
    ],
  ],
  [
    'middle-review',
    'done',
    [
      'Users see the daily report at 06:00',
      'The admin sees who is waiting for approval',
      'Ask before each download is a setting',
      'The weekly report lists 5 shops',
      'Orders waiting for approval are yellow',
      'A regular update of the rates arrives',
    ],
  ],
  [
    'tribal-knowledge',
    'brief',
    [
      'What we did: phone, paper, tape.',
      'It is what we did by hand until now: copy, paste',
      'Our standard rate is EUR 80',
      'Login uses the standard approach of OAuth 2.1 (RFC 9700)',
      'Standard approach curves (ISO 4126)',
      'Like last time a customer ordered, the address is filled in',
      'Our normal opening hours are 9 to 5',
    ],
  ],
  ['tribal-knowledge', 'done', ['Standard procedures of ICAO apply']],
  [
    'cross-lane-talk',
    'done',
    [
      'The two clocks agree with each other to within 10 ms',
      'The lock is coordinated with Redis',
      'Users coordinate with each other in the comments',
      'The two sums match each other',
      'Players negotiate with each other over cards',
    ],
  ],
  ['cross-lane-talk', 'brief', ['The old format, together with whoever still uses it, goes away']],
  [
    'alternatives-left-open',
    'done',
    [
      'The user picks either card or bank transfer',
      'Either the old or the new token is accepted for 24 h',
      'A new or similar question is suggested',
      'Customers pay either by card or by bill',
      'Either of the keys or the card opens the door',
    ],
  ],
  [
    'undecided-marker',
    'done',
    [
      'A search for TBD shows the two rows of the list',
      'A search for TBD shows the two rows, a search for TBA one row',
      'The TBA category of the event list has its own colour',
      'TBD rows are grey',
      'Filtering by TBD hides the rest',
      'Events with a TBA date come last',
      'The TODO list is empty',
      'TODO comments are gone',
      'The shop is still open at 20:00',
      'Size XX is sold out',
      'A ticket that is still open is red',
    ],
  ],
  [
    'escape-clause',
    'done',
    [
      'Ideally-spaced grid lines appear',
      'If possible moves are exhausted, the game ends',
      'When possible duplicates are found, a list appears',
    ],
  ],
  ['deferred-decision', 'done', ['Consider-later items appear at the end of the list']],
  [
    'comparative-without-baseline',
    'done',
    [
      'The better of two offers is shown first',
      'Improve is a word our customers never use',
      'The cheaper of both fares wins',
    ],
  ],
  ['question-in-brief', 'done', ['Typing ? opens the help', 'Pressing ? opens the list of keys']],
  ['comparative-without-baseline', 'brief', ['Improve is a word our customers never use']],
  ['how-not-outcome', 'brief', ['Improve is a word our customers never use']],
];

describe('the rules that read sentences', () => {
  for (const [rule, field, texts] of WEAK) {
    for (const text of texts) {
      it(`${rule} finds ${JSON.stringify(text)}`, () => {
        assert(lintText(field, text).some((finding) => finding.rule === rule));
      });
    }
  }
  for (const [rule, field, texts] of SOUND) {
    for (const text of texts) {
      it(`${rule} leaves ${JSON.stringify(text)} alone`, () => {
        const findings = lintText(field, text).filter(
          (finding) => finding.rule === rule || finding.severity === 'error',
        );
        assert.deepEqual(findings, []);
      });
    }
  }

  it('make one finding of one mistake', () => {
    for (const [text, rule] of [
      ['Stop after each step and wait for my OK', 'middle-review'],
      ['See https://acme.slack.com/archives/C01', 'private-link'],
    ] as const) {
      const rules = lintText('brief', `${text}`).map((finding) => finding.rule);
      assert.deepEqual(
        rules.filter((one) => one !== 'no-anchor' && one !== 'no-good'),
        [rule],
        text,
      );
    }
  });
});
