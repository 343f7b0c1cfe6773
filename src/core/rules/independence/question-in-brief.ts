import { findWords } from '../../prose/find-words.ts';
import { sign } from '../../prose/phrase.ts';
import { textRule } from '../../prose/text-rule.ts';

/** "Typing ? opens the help" names a key; a question mark after a blank ends the text. */
const QUESTION = sign(
  /\?(?<=[\w)\uE000-\uE003*_](?:\?|\s{1,2}\?(?=\s*$)))(?<!\w\(\w{1,40}\?)(?=$|[\s)*_!])/g,
  '?',
);

/** Flags questions in outcome and criteria. */
export const questionInBrief = textRule({
  id: 'question-in-brief',
  move: 1,
  severity: 'hint',
  summary: 'The outcome or a criterion asks a question.',
  why: 'The agent cannot ask you back in the middle, so it will answer the question itself.',
  question: 'What is the answer?',
  fields: ['outcome', 'done'],
  phrases: [QUESTION],
  examples: {
    bad: [
      { lane: 'lane: 1\nbrief:\n  outcome: Guests can pay by invoice. Should companies too«?»\n' },
      { lane: 'lane: 1\ndone:\n  - says: The list shows 20 rows (or 50«?»)\n' },
    ],
    good: [
      { lane: 'lane: 1\ndone:\n  - says: The dialog asks "Delete this order?" before anything is deleted\n' },
    ],
  },
  *find(prose) {
    for (const { start, end } of findWords(prose, QUESTION)) {
      yield {
        start,
        end,
        message: 'A question stands here. Write the answer, or name the decision under `reserved`.',
      };
      return;
    }
  },
});
