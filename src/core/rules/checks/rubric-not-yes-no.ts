import { findWords } from '../../prose/find-words.ts';
import { opening, phrase } from '../../prose/phrase.ts';
import { textRule, wholeText } from '../../prose/text-rule.ts';

const GRADED = phrase(
  opening(
    '(?:how|what|which|why|where|when|who|to what (?:extent|degree)|rate|score|grade|rank|assess|evaluate|judge|measure|describe|list|comment on|consider|discuss|explain|give|compare|estimate)',
  ),
  'on a scale(?: of| from)?',
  '(?:out of|from|of|0|1)(?: |-|–| ?\\/ ?|\\.{2})(?:to )?(?:5|10|100)(?= ?(?:points|stars|[.,;)]|$))',
  '(?:1|0|one) (?:to|-|–) (?:5|10|100|five|ten)',
  '(?:points?|stars?|score|rating|percentage|grade) (?:for|of|from|based on)',
  'as (?:well|good|clear|short|simple|close|much|few) as possible',
  '(?:very |quite |fairly |mostly |largely |somewhat |reasonably |sufficiently |generally |overall )(?:good|clear|short|friendly|polite|readable|helpful|concise|professional|consistent|complete|accurate)',
  'overall (?:quality|impression|feel|tone|readability|clarity)',
  '(?:quality|clarity|tone|readability|helpfulness|friendliness|usefulness|completeness|accuracy|style|conciseness) of',
);
/** A statement has a verb; "Tone of voice" has none. */
const STATEMENT =
  /\b(?:is|are|has|have|does|do|can|must|should|may|will|never|always|only|no|not|every|each|all|contains?|without|at least|at most)\b|\b[a-z]{2,}(?:[^s\W]s|es)\b|\?$|\d/i;
const NOUNS_IN_S =
  /^(?:tone|style|voice|\w+ness|\w+ity|politeness|correctness|completeness|grammar|spelling|layout|colou?rs|wording|typos|sources|basics|clarity|length)\b/i;

/** Flags rubric entries that cannot be answered with yes or no. */
export const rubricNotYesNo = textRule({
  id: 'rubric-not-yes-no',
  move: 4,
  severity: 'warning',
  summary: 'A rubric entry cannot be answered with yes or no.',
  why: 'Grades and open questions drift from judge to judge. A statement that is true or false gives the same answer twice.',
  question: 'Which statement would be false for the version you do not want?',
  fields: ['rubric'],
  examples: {
    bad: [
      {
        lane: 'lane: 1\nchecks:\n  tone:\n    kind: taste\n    rubric:\n      - «How» friendly is the mail?\n',
      },
      {
        lane: 'lane: 1\nchecks:\n  tone:\n    kind: taste\n    rubric:\n      - Clarity «on a scale of» 1 to 5\n',
      },
      { lane: 'lane: 1\nchecks:\n  tone:\n    kind: taste\n    rubric:\n      - «Tone»\n' },
    ],
    good: [
      {
        lane: 'lane: 1\nchecks:\n  tone:\n    kind: taste\n    rubric:\n      - Names the amount in the first sentence\n      - Never blames the bank\n      - Is the subject shorter than 50 characters?\n',
      },
    ],
  },
  *find(prose) {
    for (const { start, end, words } of findWords(prose, GRADED)) {
      yield {
        start,
        end,
        message: `"${words}" asks for a grade or an essay. Write a statement that is true or false, such as "Names the amount in the first sentence".`,
      };
      return;
    }
    const text = prose.value;
    if (text.trim().split(/\s+/).length <= 4 && (!STATEMENT.test(text) || NOUNS_IN_S.test(text.trim()))) {
      yield* wholeText(
        text,
        `"${text.trim()}" is no statement. Say what must be true, such as "Names the amount in the first sentence".`,
      );
    }
  },
});
