import { findWords, opening, phrase } from '../../prose/phrase.ts';
import { type Hit, reportHit, textRule } from '../../prose/text-rule.ts';

const OPEN_VERB =
  '(?:decided|determined|agreed(?: (?:on|upon))?|discussed|clarified|finali[sz]ed|settled|worked out|figured out|sorted out|hammered out|announced|specified|defined|confirmed|chosen|picked|named|filled in|completed later|provided later|added later)';
const STRONG_VERB =
  '(?:decided|determined|agreed(?: (?:on|upon))?|discussed|clarified|finali[sz]ed|settled|worked out|figured out|sorted out|hammered out)';
/** What makes "to be decided by the server" a sentence about the program. */
const NOT_BY =
  '(?! (?:by|from|in|at|via|through|using|automatically|per|as|with|dynamically|based|according|once per|only|if|when|whether)\\b)';
const MARKER = phrase(
  '(?:is|are) (?:not (?:yet )?(?:known|clear|defined|specified|fixed)(?: yet)|(?:yet|still) (?:unknown|unclear|undefined|unspecified)|not yet (?:known|clear|defined|specified|fixed))',
  opening('(?:still )?(?:open|undecided|unclear)(?= ?:)'),
  `(?:(?:is|are|still|yet|remains?|left|needs?|has|have) )to be ${OPEN_VERB}${NOT_BY}`,
  `to be ${STRONG_VERB}${NOT_BY}`,
  "(?:(?:is|are|was|were|has|have|had)(?: not|n't)|not) (?:yet )?(?:been )?(?:decided|agreed|finali[sz]ed|clarified|worked out)(?: (?:on|upon))?(?: yet)?(?! (?:by|from|in|at|via|to)\\b)",
  'no (?:final )?(?:decision|agreement|answer|consensus) (?:yet|so far|has been (?:made|taken)|was (?:made|taken))',
  `to be ${OPEN_VERB}(?<=(?:^\\s{0,8}|[(:;–—] ?)to be ${OPEN_VERB})${NOT_BY}`,
  `to be ${OPEN_VERB}(?= ?(?:[.:)\\]]|$))`,
  '(?:is|are) (?:still )?(?:undecided|up in the air|an open question|open questions|open for discussion|up for (?:discussion|debate)|unresolved|under discussion|being discussed)',
  '(?:decisions?|choice|details?) (?:(?:is|are) (?:still )?(?:pending|outstanding|open)|(?:still )?pending|to follow|to come|outstanding)',
  '(?:open|unresolved) (?:question|decision|point)(?=:)',
  "(?:we|I|you|they|someone|somebody)(?:'ll| will| can| may| should| must| need to| still need to| still have to| have to)? (?:still )?(?:decide|settle|figure (?:it|this|that) out|determine|agree|work (?:it|this|that) out|clarify) (?:on )?(?:it |this |that )?later",
  '(?:we|I|they|somebody|someone) (?:still )?(?:need|needs|have|has) to (?:decide|settle|agree|choose|clarify|figure out|determine|pick)',
  '(?:decide|settle|figure out|work out|sort out|clarify|determine|specify|define|choose|agree on)(?: [\\w-]+){1,4} later(?! (?:in|than)\\b)',
  '(?:decide|decided|settle|settled|clarify|determine|fill (?:this |it )?in|figured? out|choose|specify|define) later(?! (?:in|than)\\b)',
  "(?:not sure|unsure|unclear|don't know|do not know|no idea)(?: (?:which|what|how))? yet",
  '(?:which|what|how|whether) [^.;:?!\\n]{2,60} (?:is|are) (?:not|yet|still)(?: yet)? (?:clear|known|unclear|unknown|open)',
  '(?:which|what) (?:one )?is (?:still )?(?:open|unclear|undecided|unknown)',
);
/** Markers that count in this spelling only. */
const SIGN =
  /(?<![\w-])(?:TBD|TBA|TBC|TBDs|T\.B\.[DAC]\.?|t\.b\.[dac]\.?|tbd|tba|\[?NEEDS? (?:CLARIFICATION|INPUT|DECISION)\b[^\]\n]{0,300}\]?|\[(?:TODO|TBD|TBA|TBC|OPEN|DECIDE|FILL IN|PLACEHOLDER|INSERT|[Ff]ill in|[Ii]nsert|[Tt]o do|[Tt]o be \w+|[Pp]laceholder|\?+|\.{3}|…)\b[^\]\n]{0,200}\]|<(?:TODO|TBD|placeholder|insert[^>\n]{0,60}|fill in[^>\n]{0,60})>|(?:TODO|FIXME|XXX)(?=\s*(?:[:(–—]|$))|(?:TODO|FIXME|XXX)(?<=[:(]\s{0,3}(?:TODO|FIXME|XXX))(?=\s*(?:[:).,]|$)))(?![\w-])|\?{3,}/g;
/** "Needs the deletion to be confirmed" says what the program does. */
const PURPOSE =
  /\b(?:requir|allow|let|enabl|expect|want|caus|forc|prompt|ask|wait|need|for|able|make|has|have|lists?)\w*\s+(?:[\w-]+\s+){0,6}$/i;
const CONDITION = /\b(?:if|when|whenever|unless|until|while|as long as)\s+(?:[\w-]+\s+){0,6}$/i;

/** A text that speaks of markers, or of what the program shows, leaves nothing open itself. */
const SPOKEN_OF =
  /\b(?:no|any|zero|without|contains?|all|each|every|remaining|remove[sd]?|replaces?|resolves?|show(?:s|n)?|display(?:s|ed)?|says|reads|prints?|render(?:s|ed)?(?: as)?|label(?:s|l?ed)?(?: as)?|marked(?: as)?|called|word|marker|placeholder|like|such as|status|value|comments?|suggest\w*)\b\s*(?:(?:the|an?|as|any|or|of|more|such)\s+){0,2}[([]?$/i;

function* find(text: string): Iterable<Hit> {
  for (const pattern of [SIGN, MARKER]) {
    for (const { start, end, words, masked } of findWords(text, pattern)) {
      const before = masked.slice(Math.max(0, start - 60), start);
      if (SPOKEN_OF.test(before) || CONDITION.test(before) || (/^to be/i.test(words) && PURPOSE.test(before)))
        continue;
      yield {
        start,
        end,
        message: `"${words}" leaves a decision open that the agent will meet. Settle it here, or name it under \`reserved\` so that the agent stops and asks.`,
      };
    }
  }
}

/** Flags what is marked as undecided, and settled decisions without an answer. */
const marker = textRule({
  id: 'undecided-marker',
  move: 1,
  severity: 'error',
  summary:
    'Something is marked as undecided: TBD, ???, "to be decided", or a settled decision without an answer.',
  why: 'The agent meets the gap in the middle of its work. It then guesses, or asks somebody who is doing something else.',
  question: 'Who can settle this today, and what is the answer?',
  fields: ['title', 'outcome', 'why', 'context', 'good', 'decision', 'stop', 'done', 'rubric'],
  examples: {
    bad: [
      { lane: 'lane: 1\nbrief:\n  outcome: Customers choose a delivery slot («TBD»)\n' },
      {
        lane: 'lane: 1\ndone:\n  - says: "The export uses the agreed format, which is «still to be decided»"\n',
      },
      { lane: 'lane: 1\nbrief:\n  outcome: "Guests see prices in their currency [«???»]"\n' },
      { lane: 'lane: 1\nlimits:\n  decisions:\n    settled: { «date format»: "" }\n' },
    ],
    good: [
      { lane: 'lane: 1\nlimits:\n  decisions:\n    settled: { date format: ISO 8601 }\n' },
      { lane: 'lane: 1\ndone:\n  - says: "An order without a slot shows `TBD` in the list"\n' },
      { lane: 'lane: 1\ndone:\n  - says: Allows the column order to be determined by the user\n' },
    ],
  },
  find,
});

/** `undecided-marker`, complete with decisions whose answer is empty. */
export const undecidedMarker: typeof marker = {
  ...marker,
  *check(file, board) {
    yield* marker.check(file, board);
    const { settled, free, reserved } = file.lane.limits.decisions;
    for (const { name, answer } of settled) {
      if (answer.value.trim() !== '' || name.value.trim() === '') continue;
      const hit = {
        start: 0,
        end: name.value.length,
        message: `"${name.value}" is settled without an answer. Write the answer, or move it to \`reserved\`.`,
      };
      yield reportHit(file, name, hit, [
        {
          title: `Move "${name.value}" to reserved`,
          operations: [
            { kind: 'append', at: ['limits', 'decisions', 'reserved'], value: name.value },
            { kind: 'remove', at: ['limits', 'decisions', 'settled', name.value] },
          ],
        },
      ]);
    }
    for (const name of [...free, ...reserved]) {
      if (name.value.trim() === '')
        yield { span: name.span, message: 'This decision has no name. Name it, or delete the entry.' };
    }
  },
};
