import { elaborates } from '../../prose/elaboration.ts';
import { findWords, firstOfSentence } from '../../prose/find-words.ts';
import { phrase } from '../../prose/phrase.ts';
import { textRule } from '../../prose/text-rule.ts';

const READING = phrase(
  '(?:documentation|docs|text|wording|names?|naming|readme) (?:is|are|reads?) (?:clear|readable|understandable|good|concise|well[- ]\\w+)',
  '(?:the )?(?:code|implementation|source|diff|solution|design|structure|architecture|test code) (?:is|are|stays|remains|should be|must be|looks?) (?:\\w+ly )?(?:clean|readable|tidy|neat|clear|simple|elegant|maintainable|understandable|idiomatic|well[- ]\\w+|easy to \\w+|good|modular|dry|solid)',
  '(?:clean|readable|tidy|maintainable|idiomatic|well[- ]written|well[- ]structured|elegant|high-quality) (?:code|implementation|source|structure|architecture|tests)',
  'well[- ](?:structured|written|designed|organi[sz]ed|factored|documented|commented|tested|architected|thought[- ]out)',
  'self[- ](?:explanatory|documenting)',
  'easy to (?:read|understand|follow|maintain|extend|use|reason about)',
  'code quality',
  '(?:looks?|feels?|reads?|seems?|appears?|sounds?) (?:very |really |quite |just )?(?:well|good|right|nice|fine|great|ok(?:ay)?|clean|fast|snappy|natural|native|professional|polished|modern|consistent|correct|sane|sensible|fresh|at home)',
  '(?:manually|visually) (?:verif(?:y|ied)|tr(?:y|ied)(?: out)?|run through|go through|walk through|compare|tests?|tested|checks?|checked|confirm(?:ed)?|inspect(?:ed)?|validat(?:e|ed)|review(?:ed)?)',
  '(?:verif(?:y|ied)|test(?:ed)?|check(?:ed)?|confirm(?:ed)?|inspect(?:ed)?|validated?|review(?:ed)?|tried(?: out)?) (?:manually|visually|by hand|by eye)',
  'manual (?:tests?|testing|verification|checks?|qa|inspection|validation|smoke tests?|walk-?through)(?! checklists?| guide| page)',
  'by eye',
  'eyeball(?:ed)?',
  'follows? (?:the )?(?:clean code|solid|dry) (?:principles?)?',
);

/** Flags criteria that only a careful reader of the work can judge. */
export const needsReading = textRule({
  id: 'needs-reading',
  move: 3,
  severity: 'hint',
  summary: 'A criterion can only be judged by reading the work or trying it by hand.',
  why: 'Then the outcome gate waits for somebody to read. A rubric of yes-or-no statements in a taste-check does the same before the review.',
  question: 'Which statement, true or false, would convince you?',
  fields: ['done'],
  phrases: [READING],
  examples: {
    bad: [
      { lane: 'lane: 1\ndone:\n  - says: «The code is clean»\n' },
      { lane: 'lane: 1\ndone:\n  - says: The module is «well structured»\n' },
      { lane: 'lane: 1\ndone:\n  - says: «Manually verify» the login page\n' },
      { lane: 'lane: 1\ndone:\n  - says: The new dialog «feels right»\n' },
    ],
    good: [
      { lane: 'lane: 1\ndone:\n  - says: No function of the module is longer than 40 lines\n' },
      { lane: 'lane: 1\ndone:\n  - says: A saved draft shows up without a manual page reload\n' },
    ],
  },
  *find(prose) {
    for (const { start, end, words, masked } of firstOfSentence(findWords(prose, READING))) {
      if (elaborates(masked, start, end)) continue;
      yield {
        start,
        end,
        message: `"${words}" takes somebody who reads or tries the work. Say what they would see, or move it to the rubric of a taste-check.`,
      };
    }
  },
});
