import { elaborates } from '../../prose/elaboration.ts';
import { findWords, firstOfSentence } from '../../prose/find-words.ts';
import { opening, phrase } from '../../prose/phrase.ts';
import { sentenceAround } from '../../prose/sentence.ts';
import { textRule } from '../../prose/text-rule.ts';

const DEGREE = '(?:significantly |greatly |noticeably |further |substantially |dramatically |markedly )';
/** Subjects of a clause without "is", as in "Build process simplified". */
const NOUN_END =
  'process|performance|speed|quality|coverage|usability|readability|experience|navigation|messages|times?|layout|flow|code|handling|support|ux|ui|docs|documentation';

const PARTICIPLE = `${DEGREE}?(?:improved|enhanced|optimi[sz]ed|simplified|streamlined|moderni[sz]ed)`;

const COMPARATIVE = phrase(
  '(?:is|are|gets?|becomes?|grows?|made) (?:noticeably |significantly |much )?(?:smaller|shorter|lower|higher|bigger|larger|lighter|cheaper|stronger|safer)(?= ?(?:[.,;!]|$))',
  opening('(?:fewer|lower|higher|smaller|shorter|lighter|cheaper|safer) [a-z]+'),
  '(?:is|are|be|gets?) cut(?: down)?(?= ?(?:[.,;!]|$))',
  'faster',
  'quicker',
  'slower',
  'better(?! (?:auth|sqlite))',
  'nicer',
  'cleaner',
  'clearer',
  'simpler',
  'easier',
  'smarter',
  'smoother',
  'leaner',
  'lighter(?= (?:weight|bundle|build|page))',
  `${DEGREE}?(?:improv(?:e|es|ing)|enhanc(?:e|es|ing)|optimi[sz](?:e|es|ing)(?! for\\b)|simplif(?:y|ies|ying)|streamlin(?:e|es)|moderni[sz](?:e|es|ing))`,
  // "the enhanced view" is a name for the new one; "the view is enhanced" is the promise.
  opening(PARTICIPLE),
  `${PARTICIPLE}(?<=\\b(?:is|are|be|been|was|were|gets?|${NOUN_END})(?: \\w{4,12}ly)? ${PARTICIPLE})`,
  '(?:is|are|be|gets?) (?:noticeably |significantly |greatly |further )?(?:reduced|increased|lowered|minimi[sz]ed|decreased|shortened|maximi[sz]ed)(?= ?(?:[.,;!]|$))',
  'speed(?:s|ed|ing)? up',
  '(?:more|less) (?:readable|reliable|robust|efficient|consistent|intuitive|informative|flexible|maintainable|accurate|responsive|usable|accessible|discoverable|helpful|user-friendly|cluttered|confusing|verbose|noisy|complex|error-prone|flaky|stable|performant|modern|professional|concise|precise|specific|descriptive|often|quickly|smoothly|easily|clearly)',
  '(?:fewer|less) (?:errors|bugs|complaints|tickets|clicks|steps|memory|cpu|time|noise|clutter|duplication|boilerplate|code)',
  '(?:reduc(?:e|es|ed|ing)|minimi[sz](?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|lower(?:s|ed|ing)?|cut(?:s|ting)? down(?: on)?) (?:the )?(?:(?:overall|cognitive|memory|bundle|build|load|startup|response|page|error|test|code|unnecessary|peak) )?(?:load|usage|size|times?|latency|noise|clutter|complexity|duplication|boilerplate|overhead|cost|costs|errors|flakiness|friction|memory|rate|coupling)',
  '(?:increas(?:e|es|ed|ing)|rais(?:e|es|ed|ing)|boost(?:s|ed|ing)?|maximi[sz](?:e|es|ed|ing)) (?:the )?(?:(?:overall|test|code|branch) )?(?:performance|coverage|throughput|reliability|stability|conversion|engagement|readability|maintainability|robustness|security|speed|quality|usability)',
);
/** "The better of two offers" has both sides of the comparison; "improve is a word" speaks of the word. */
const ONE_OF = /^\s+of\b/;
const NAMED = /^\s+(?:is|are|was|were)\b/;
const BASELINE =
  /\bthan\b|\bfrom [^.]{1,60}\bto\b|\bcompared (?:to|with)\b|\bagainst the (?:baseline|budget)\b|\bbefore[- ]and[- ]after\b|\s=\s|\bversus\b|\bvs\b/i;

/** Flags comparisons in criteria that name nothing to compare with. */
export const comparativeWithoutBaseline = textRule({
  id: 'comparative-without-baseline',
  move: 3,
  severity: 'warning',
  summary: 'A criterion promises faster, better or simpler, but gives no number and nothing to compare with.',
  why: 'Any change can be called an improvement. A baseline and a number make it something you can see, and stop the agent at the right place.',
  question: 'From what to what?',
  fields: ['done'],
  phrases: [COMPARATIVE],
  examples: {
    bad: [
      { lane: 'lane: 1\ndone:\n  - says: The start page loads «faster»\n' },
      { lane: 'lane: 1\ndone:\n  - says: «Improved» error messages in the import dialog\n' },
      { lane: 'lane: 1\ndone:\n  - says: The set-up is «simplified»\n' },
    ],
    good: [
      { lane: 'lane: 1\ndone:\n  - says: The start page loads faster than version 2 on the same machine\n' },
      { lane: 'lane: 1\ndone:\n  - says: The start page loads in 800 ms instead of 1.9 s\n' },
      { lane: 'lane: 1\ndone:\n  - says: "Improved error messages: each names the file and the line"\n' },
    ],
  },
  *find(prose) {
    for (const { start, end, words, masked } of firstOfSentence(findWords(prose, COMPARATIVE))) {
      const after = masked.slice(end, end + 10);
      if (NAMED.test(after) || (/er$/i.test(words) && ONE_OF.test(after))) continue;
      if (BASELINE.test(sentenceAround(masked, start)) || elaborates(masked, start, end)) continue;
      yield {
        start,
        end,
        message: `"${words}" has nothing to compare with. Say from what to what, with a number you can read off.`,
      };
    }
  },
});
