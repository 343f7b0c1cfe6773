import type { Remedy } from '../../lint/rule.ts';
import { findWords, phrase } from '../../prose/phrase.ts';
import { sentenceAt } from '../../prose/sentence.ts';
import { textRule } from '../../prose/text-rule.ts';

const OPEN = phrase(
  '(?:two or three|three or four|four or five|five or six|one or two)(?= \\w)',
  'one of the (?:two|three|options|alternatives|approaches|variants)(?: \\w+)? (?:is|are|will be|should be|must be|gets?) (?:removed|used|kept|chosen|picked|dropped|deleted|implemented|merged|replaced)',
  'or (?:some|another|any) (?:kind|type|sort|form) of',
  'either (?![.\\d\uE000\uE001]|(?:true|false|null|yes|no|of|way|end|side|direction|case|one|party|hand|via|through|by|as|from|in|with|on|at|to|when|if|because|before|after|during)\\b)[^.;:?!\\n]{2,120} or',
  'or (?:something |anything |an? )?(?:similar|equivalent|comparable|alike|the like|the equivalent)',
  'or something (?:like (?:that|this|it)|along (?:those|these) lines|else)',
  'or whatever(?: \\w+){0,3}',
  'or some other \\w+',
  'or any other (?:way|library|approach|tool|solution|method|mechanism|format|means|option|framework|package|service|provider|suitable \\w+)',
  'or (?:maybe|perhaps|possibly|alternatively|optionally|potentially|even better|else we could)',
  'and/or',
  '(?:whichever|whatever|wherever)(?: \\w+)? (?:is|seems|works|feels|turns out|fits|proves|looks)(?: to be)? (?:easi\\w+|best|better|simple\\w*|fast\\w*|quick\\w*|more \\w+|most \\w+|cheap\\w*|fine|sensible|convenient|appropriate|available|out|first|less \\w+|nicer|cleaner|right)',
  '(?:whichever|whatever) (?:one |option |way )?(?:you|the agent|we) (?:prefers?|likes?|chooses?|wants?|thinks?|finds?)',
  'one or (?:the other|both)',
  '(?:a|b|x|y) or (?:b|c|y|z)(?=[ ,.;)]|$)(?= (?:is fine|works|will do|depending))',
  '(?:alternatively|as an alternative),? (?:we|you|the agent|use|add|keep|do|put|make|show|send|write)\\b',
  '(?:something|anything) (?:like (?:that|this)|similar)(?=[ ]?(?:[.,;)]|$))',
  '(?:option|variant|alternative) (?:a|1|one) or (?:(?:option|variant|alternative) )?(?:b|2|two)',
  '(?:is|are) (?:both |all )?(?:fine|okay|ok|acceptable) too',
  'either (?:one |option |way |approach |of (?:them|these|the two) )?(?:is|would be|will be) (?:fine|ok|okay|acceptable|good)',
);
/** "When either A or B happens" and "users can pick either" describe the program; nothing is left open. */
const CONDITION =
  /\b(?:(?:if|when|whenever|unless|until|while|once|where|can|may|cannot|accepts?|allow(?:s|ed)?|supports?|return\w*|yield\w*|whether)\s+(?:[\w-]+\s+){0,3}|(?:in|on|from|of|by|to|with|without|for|across|contains?|matches|than|not|no|user|users)\s+)$/i;

/** Flags alternatives in outcome, limits and criteria that somebody must still choose between. */
export const alternativesLeftOpen = textRule(
  {
    id: 'alternatives-left-open',
    move: 1,
    severity: 'warning',
    summary: 'Outcome, limits or criteria leave alternatives open: "either X or Y", "or similar", "and/or".',
    why: 'Somebody must choose, and it will be the agent, unseen. A choice that you do not mind belongs under `free`; one that you do mind has an answer.',
    question: 'Which one is it, or do you not mind?',
    fields: ['title', 'outcome', 'decision', 'stop', 'done'],
    examples: {
      bad: [
        { lane: 'lane: 1\ndone:\n  - says: The export «either keeps the old columns or» drops them\n' },
        { lane: 'lane: 1\nbrief:\n  outcome: Visitors see a React Router «or similar» navigation\n' },
        { lane: 'lane: 1\ndone:\n  - says: The card has a border «and/or» a shadow\n' },
        { lane: 'lane: 1\nlimits:\n  decisions:\n    settled: { cache: "Redis, «or maybe» memory" }\n' },
      ],
      good: [
        { lane: 'lane: 1\ndone:\n  - says: The export keeps the old columns\n' },
        {
          lane: 'lane: 1\ndone:\n  - says: When either the card or the address is missing, the order button is grey\n',
        },
        { lane: 'lane: 1\ndone:\n  - says: The user can choose either Monday or Tuesday\n' },
      ],
    },
    *find(text) {
      for (const { start, end, words, masked } of findWords(text, OPEN)) {
        const before = masked.slice(sentenceAt(masked, start).start, start);
        if (/^(?:either|and\/or)/i.test(words) && CONDITION.test(before)) continue;
        yield {
          start,
          end,
          message: `"${words}" leaves a choice open. Pick one, or list the choice under \`free\` if you do not mind.`,
        };
      }
    },
  },
  (file, text, hit) => dropAlternative(file.text, text.span.start, text.value, hit.start, hit.end),
);

/** "or similar" can go without a trace where the field's value stands in the file as it is. */
function dropAlternative(
  source: string,
  at: number,
  value: string,
  start: number,
  end: number,
): readonly Remedy[] {
  const words = value.slice(start, end);
  if (!/^or\s+(?:similar|equivalent|something similar)$/i.test(words)) return [];
  const from = at + start - (value[start - 1] === ' ' ? 1 : 0);
  const exact = [at, at + 1].find((begin) => source.startsWith(value, begin));
  if (exact === undefined) return [];
  const shift = exact - at;
  return [
    {
      title: `Delete "${words}"`,
      operations: [{ kind: 'replace', span: { start: from + shift, end: at + end + shift }, text: '' }],
    },
  ];
}
