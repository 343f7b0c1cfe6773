import type { SoundLane } from '../../lane/lane-file.ts';
import type { Remedy } from '../../lint/rule.ts';
import { findWords } from '../../prose/find-words.ts';
import { phrase } from '../../prose/phrase.ts';
import { sentenceAt } from '../../prose/sentence.ts';
import { type Hit, textRule } from '../../prose/text-rule.ts';
import type { Text } from '../../text/span.ts';
import { cutWords, swapWords } from '../cut-words.ts';

const OPEN = phrase(
  '(?:two or three|three or four|four or five|five or six|one or two)(?= \\w)',
  'one of the (?:two|three|options|alternatives|approaches|variants)(?: \\w+)? (?:is|are|will be|should be|must be|gets?) (?:removed|used|kept|chosen|picked|dropped|deleted|implemented|merged|replaced)',
  'or (?:some|another|any) (?:kind|type|sort|form) of',
  'either (?![.\\d\uE000\uE001]|(?:true|false|null|yes|no|of|way|end|side|direction|case|one|party|hand|via|through|by|as|from|in|with|on|at|to|when|if|because|before|after|during)\\b)[^.;:?!\\n]{2,120} or',
  'or (?:something |anything |an? )?(?:similar|equivalent|comparable|alike|the like|the equivalent)(?<!\\b(?:new|same|equal|identical|exact|matching|related|close|duplicate|old|known) or (?:similar|equivalent|comparable))',
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
const CHOOSER =
  /\b(?:users?|customers?|buyers?|guests?|visitors?|members?|admins?|players?|people|they|clients?|callers?|readers?|someone|anyone|everyone|who|drivers?|students?|parents?|patients?|teachers?|operators?|organi[sz]ers?|volunteers?)\s+(?:[\w-]+\s+){0,4}(?:picks?|chooses?|selects?|takes?|pays?|enters?|types?|clicks?|uses?|sends?|gives?|provides?|passes|press(?:es)?|logs? in|signs? in|buys?|books?|brings?|shows?)\s+(?:[\w-]+\s+){0,2}$/i;
const OFFERED =
  /^(?:\s+(?!when|if|where|that|which)[^\s.;:!?]+){1,5}\s+(?:(?:is|are) (?:\w+ly )?(?:accepted|allowed|valid|permitted|enough|sufficient|supported|recogni[sz]ed|required|needed|missing|present)|works?|suffices?|counts?|triggers?|matches|starts|unlocks|opens|passes|fails|can|may)\b/i;

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
    phrases: [OPEN],
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
    *find(prose) {
      for (const { start, end, words, masked } of findWords(prose, OPEN)) {
        const before = masked.slice(sentenceAt(masked, start).start, start);
        if (
          /^(?:either|and\/or)/i.test(words) &&
          (CONDITION.test(before) || isOffered(before, masked.slice(end)))
        )
          continue;
        yield {
          start,
          end,
          message: `"${words}" leaves a choice open. Pick one, or list the choice under \`free\` if you do not mind.`,
        };
      }
    },
  },
  remedies,
);

/** What is offered may be either: "the user picks either card or bank transfer", "either the old or the new token is accepted". */
function isOffered(before: string, after: string): boolean {
  return CHOOSER.test(before) || OFFERED.test(after);
}

/** Words after "or" up to where the clause ends: few enough to be the other alternative and no more. */
const OTHER = /^(?:\s+[^\s.,;:!?()]+){1,4}(?=\s*(?:[.,;!)]|$))/;

/** "or similar" is the whole alternative; "or maybe" begins one. */
const WHOLE_OTHER =
  /^or\s+(?!maybe|perhaps|possibly|alternatively|optionally|potentially|even|else|(?:some|another|any)\s+(?:kind|type|sort|form))/i;

function remedies(file: SoundLane, text: Text, { start, end }: Hit): readonly Remedy[] {
  const words = text.value.slice(start, end);
  if (/^and\/or$/i.test(words))
    return swapWords(file, text, { start, end }, { words: 'and', title: 'Write "and"' });
  if (WHOLE_OTHER.test(words)) return cutWords(file, text, { start, end });
  const other = OTHER.exec(text.value.slice(end))?.[0];
  if (other === undefined) return [];
  if (/^or\s+(?:maybe|perhaps|possibly|alternatively|potentially)$/i.test(words))
    return cutWords(file, text, { start, end: end + other.length });
  const first = /^either\s+(.+?),?\s+or$/i.exec(words)?.[1];
  // At the start of a sentence the verb that both share comes after the second.
  if (first === undefined || /(?:^|[.;:!?]\s+)$/.test(text.value.slice(0, start))) return [];
  return swapWords(
    file,
    text,
    { start, end: end + other.length },
    { words: first, title: `Pick "${first}"` },
  );
}
