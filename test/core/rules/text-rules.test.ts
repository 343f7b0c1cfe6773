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
  [
    'undecided-marker',
    'brief',
    [
      'TODO ask Peter about the limit',
      'The column names are still open.',
      'FIXME: naming',
      'How the mail looks is still unclear.',
      'The retry count will be decided later',
      'Price: TBD',
      'The limit is tbd.',
      'We have not decided on the limit yet',
      'Open: who pays?',
      'It is open whether guests may pay',
      'Still undecided: the colour',
      'TODO',
      'tbc: the format',
    ],
  ],
  ['undecided-marker', 'done', ['Answers within XXX ms', 'Size limit: ?? MB']],
  [
    'tribal-knowledge',
    'brief',
    [
      'Follow our usual naming',
      'Handle errors like everywhere else',
      'Just as we did in the invoice module',
      'It is common knowledge that the API is slow',
      'You know how the ledger behaves',
      'Deploy the usual way',
      'Use our standard date picker',
      'Same approach as last time',
      'As everybody knows, the importer is slow',
      'Name things the way we normally do',
    ],
  ],
  ['tribal-knowledge', 'done', ['Tests are written as always']],
  [
    'unresolvable-reference',
    'brief',
    [
      'Tom explained it in the chat',
      'See my mail of Tuesday',
      'As I said to Anna, it is slow',
      'The requirements were discussed with Lisa',
      'The details are in the Slack thread with Tom',
      'We talked about this on Monday',
      'The numbers are in the mail from finance',
      'Everything else was said in the meeting',
      'You can find the rest in our team chat',
    ],
  ],
  [
    'cross-lane-talk',
    'brief',
    [
      'Ask the mobile team which fields they need',
      'Clarify the format with the data team',
      'Inform the billing team when you are done',
      'Check in with the platform team before renaming',
      'Discuss the button with the designers',
      'Please keep the API team informed',
      'Get the OK of the security team',
      'Let the search team know about the change',
      'Wait for feedback from the API team',
      'Share the draft with the docs team',
    ],
  ],
  [
    'quality-word',
    'done',
    [
      'The search works as it should',
      'Errors are handled in a sensible way',
      'Tokens are kept securely',
      'The page has a good response time',
      'The API returns 3 fields and copes with errors gracefully',
      'Runs on Node 20 and is user-friendly',
      'Export of orders-2024.csv works smoothly',
      'All buttons work correctly',
      'The app is secure',
      'High test coverage',
      'Good performance',
    ],
  ],
  [
    'open-list',
    'done',
    [
      'Works with Chrome, Firefox, Safari, ...',
      'Handles errors such as timeouts, 404s, …',
      'Logs user, time, and whatnot',
    ],
  ],
  [
    'escape-clause',
    'done',
    [
      'Extend the tests if need be',
      'Update the docs when required',
      'Documentation is added where it makes sense',
      'Tests are added as required',
      'Refactor the helper whenever useful',
    ],
  ],
  [
    'middle-review',
    'brief',
    [
      'I would like to look at the draft first',
      'Send me a screenshot halfway',
      'Show me the plan before you start',
      'Let us meet after the first half',
      'I want to be asked before every change',
      'I need to see each commit',
    ],
  ],
  [
    'activity-not-result',
    'done',
    [
      'Write documentation for the API',
      'Add tests to the parser',
      'The helper functions are refactored',
      'Unit tests for the cart are written',
    ],
  ],
  [
    'how-not-outcome',
    'brief',
    [
      'The checkout code is split into smaller files',
      'The order service gets rewritten in Go',
      'Refactoring of the cart module',
    ],
  ],
  ['two-outcomes', 'brief', ['Guests see prices. And while you are there, fix the footer']],
  ['comparative-without-baseline', 'done', ['The page is better']],
  ['deferred-decision', 'done', ['Think about caching']],
  [
    'alternatives-left-open',
    'done',
    [
      'The data is stored in Redis or something comparable',
      'Either Redis or Postgres is used',
      'Use Redis or Postgres, whichever is easier',
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

/** Sentences about programs in which no rule finds anything to warn of. */
const QUIET: readonly (readonly [field: TextField, text: string])[] = [
  ['done', 'The weekly report is sent to all admins at 06:00'],
  ['brief', 'Volunteers do a daily check-in at the desk; 3 of 40 are lost'],
  ['done', 'The monthly review page lists 12 rows'],
  ['done', 'The app asks before each upload'],
  ['done', 'A reminder to ask before each trip is printed'],
  ['brief', 'Patients wait for approval of the doctor for 3 days'],
  ['done', 'The admin approves each comment before it appears'],
  ['done', 'Members receive a daily update by mail'],
  ['brief', 'Our usual customers order 3 boxes'],
  ['brief', 'The standard process of the bank takes 2 days'],
  ['brief', 'What we do: sell tickets.'],
  ['brief', 'Our house rules are printed on page 3'],
  ['brief', 'As usual in German, nouns are capitalised'],
  ['done', 'The standard way to log in stays: mail and password'],
  ['done', 'Like last year, the fee is 20 EUR'],
  ['done', 'The normal user account has no admin menu'],
  ['done', 'Two editors agree with each other when both typed the same text'],
  ['done', 'The two totals agree with one another'],
  ['done', 'The client syncs with the server every 5 s'],
  ['done', 'Guests talk to the support team in the chat window'],
  ['done', 'A mail tells the owner to contact the sales team'],
  ['done', 'Team members share notes with each other'],
  ['done', 'The scheduler waits for the worker to finish'],
  ['done', 'The invoice, together with all attachments, is archived'],
  ['done', 'The guest enters either a mail address or a phone number'],
  ['done', 'Either a mail or a phone number is required'],
  ['done', 'Shows the same or similar products'],
  ['done', 'The form accepts either a date or a range'],
  ['done', 'Either button closes the dialog'],
  ['done', 'The filter TBD lists two shows'],
  ['done', 'Dates marked TBA are sorted last'],
  ['done', 'Shows without a date carry the label TBA'],
  ['done', 'The TBD filter is on by default'],
  ['done', 'The value TBD is rejected'],
  ['done', 'A row with TBA in the date column is grey'],
  ['done', 'TODO entries can be ticked'],
  ['done', 'The todo list shows TODO and DONE'],
  ['done', 'Sizes XS to XXL are listed'],
  ['done', 'The size XX is shown'],
  ['done', 'The issue is still open'],
  ['done', 'Evenly-spaced bars'],
  ['done', 'Properly-nested tags pass the check'],
  ['done', 'If necessary permissions are missing, a message says so'],
  ['done', 'Pressing ? or F1 opens the help'],
  ['done', 'The faster of two runners is listed first'],
  ['done', 'Optimize is the name of the button'],
  ['done', 'The ideal weight is 70 kg'],
  ['done', 'Smooth curves have 3 control points'],
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

  for (const [field, text] of QUIET) {
    it(`find nothing to warn of in ${JSON.stringify(text)}`, () => {
      const missing = new Set(['no-anchor', 'bug-without-evidence']);
      assert.deepEqual(
        lintText(field, text).filter(({ rule, severity }) => severity !== 'hint' && !missing.has(rule)),
        [],
      );
    });
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
