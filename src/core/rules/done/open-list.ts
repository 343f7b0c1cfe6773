import { findWords } from '../../prose/find-words.ts';
import { phrase, sign } from '../../prose/phrase.ts';
import { textRule } from '../../prose/text-rule.ts';

const DOTS = sign(/(?:\.{3}|…)(?<=\w,\s{0,3}(?:\.{3}|…))(?!\w)/g, '...', '…');
const OPEN = phrase(
  '(?:and )?etc\\.?(?! ?/)',
  'et cetera',
  'and so (?:on|forth)(?: and so forth)?',
  'and (?:much |many )?more(?= ?(?:[.;)]|$))',
  'and (?:the like|such(?= ?(?:[.;,)]|$))|similar(?= ?(?:[.;,)]|$))|others?(?= ?(?:[.;,)]|$))|other (?:things|stuff))',
  'among (?:others|other things)',
  '(?:including,? )?but not limited to',
  'and (?:whatever else|whatnot)',
  'or (?:something|anything|stuff|things|so)(?= ?(?:[.;,)]|$))',
);

/** In "editors (vim, Helix, etc.)" the word before the bracket says what belongs to the list. */
const IN_BRACKETS = /\S\s?\([^()]*$/;

/** Flags lists in outcome and criteria that do not end. */
export const openList = textRule({
  id: 'open-list',
  move: 3,
  severity: 'hint',
  summary: 'A list ends in "etc." or "and so on", so that nobody knows what belongs to it.',
  why: 'What the reader adds to the list is a guess. The agent may add too much or too little, and both look like your wish.',
  question: 'What else is on the list?',
  fields: ['outcome', 'done', 'stop'],
  phrases: [OPEN, DOTS],
  examples: {
    bad: [
      { lane: 'lane: 1\ndone:\n  - says: The export holds name, address, «etc.»\n' },
      { lane: 'lane: 1\ndone:\n  - says: The menu shows orders, refunds «and so on»\n' },
    ],
    good: [
      { lane: 'lane: 1\ndone:\n  - says: The export holds name, address and date of birth\n' },
      {
        lane: 'lane: 1\ndone:\n  - says: A message that cannot be sent (full mailbox, no server, etc.) stays in the outbox\n',
      },
    ],
  },
  *find(prose) {
    for (const { start, end, words, masked } of [OPEN, DOTS].flatMap((one) => [...findWords(prose, one)])) {
      if (IN_BRACKETS.test(masked.slice(Math.max(0, start - 200), start))) continue;
      yield {
        start,
        end,
        message: `"${words}" leaves the list open. Name every item, or the rule that says what belongs to it.`,
      };
    }
  },
});
