import type { SoundLane } from '../../lane/lane-file.ts';
import type { Remedy, Report } from '../../lint/rule.ts';
import { findWords } from '../../prose/find-words.ts';
import { opening, phrase, sign } from '../../prose/phrase.ts';
import type { Prose } from '../../prose/prose.ts';
import type { LaneText } from '../../prose/prose-field.ts';
import { type Hit, hitsOf, reportHit, textRule } from '../../prose/text-rule.ts';
import type { Text } from '../../text/span.ts';

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
  'it is (?:(?:still |yet )?(?:open|undecided)|(?:still|yet) (?:unclear|unknown)) (?:whether|which|who|what|how|if|when|where)',
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
  '(?:which|what|how|whether|who|where|when) [^.;:?!\\n]{2,60} (?:is|are) (?:not|yet|still)(?: yet)? (?:clear|known|unclear|unknown|open)(?= ?(?:[.,;:)!]|$))',
  '(?:questions?|points?|decisions?|choices?|colou?rs?|formats?|wording|naming|names?|limits?|prices?|amounts?|layout|design|approach|library|provider|details?|rest|scope) (?:is|are) (?:still|yet) open(?= ?(?:[.,;:)!]|$))',
  '(?:which|what) (?:one )?is (?:still )?(?:open|unclear|undecided|unknown)',
);
/** Markers that count in this spelling only. */
const SIGN = sign(
  /(?<![\w-])(?:TBD|TBA|TBC|TBDs|T\.B\.[DAC]\.?|t\.b\.[dac]\.?|tb[dac]|\[?NEEDS? (?:CLARIFICATION|INPUT|DECISION)\b[^\]\n]{0,300}\]?|\[(?:TODO|TBD|TBA|TBC|OPEN|DECIDE|FILL IN|PLACEHOLDER|INSERT|[Ff]ill in|[Ii]nsert|[Tt]o do|[Tt]o be \w+|[Pp]laceholder|\?+|\.{3}|…)\b[^\]\n]{0,200}\]|<(?:TODO|TBD|placeholder|insert[^>\n]{0,60}|fill in[^>\n]{0,60})>|(?:TODO|FIXME|XXX)(?=\s*(?:[:(–—]|$))|(?:TODO|FIXME|XXX)(?<=[:(]\s{0,3}(?:TODO|FIXME|XXX))(?=\s*(?:[:).,]|$))|(?:TODO|FIXME|XXX)(?<=(?:^|[.;!\n(])\s{0,8}(?:[-*+] )?(?:TODO|FIXME|XXX))(?=\s+(?:describe|decide|write|add|fill|check|ask|define|clarify|find|settle|specify|explain|figure|choose|pick|complete|confirm|finish|name|think|discuss|update|fix|insert|provide|replace|verify|which|what|who|how|where|when|whether|why)\b)|(?:XX+|NN+|\?\?)(?=\s?(?:%|(?:[KMGT]i?B|m?s|sec\w*|min\w*|hours?|days?|weeks?|months?|years?|percent|EUR|USD|CHF|euros?|dollars?|characters?|items|users?|rows|lines|px|requests?|times|pages?|files?|bytes|steps|clicks)\b)))(?![\w-])|\?{3,}|(?<=\w )_{3,}(?= \w)/g,
  ...['TB', 'tb', 'T.B', 't.b', 'NEED', '[', '<', 'TODO', 'FIXME', 'XX', 'NN', '??', '__'],
);
/** "TBD rows are grey" and "a TBA date" speak of what the program calls so; "TBD by Anna" and "is TBD" leave it open. */
const AS_NAME =
  /^\s+(?!(?:by|in|with|within|after|before|until|till|from|and|or|for|at|on|once|when|if|pending|as|per|whether|how|who|which|what|where|later|soon|the|a|an|depending|see|please|but|because|since|though|although)\b)[a-z]{2,}/;
const STATED = /(?:\b(?:is|are|be|was|were|still|remains?|currently)|[:=(–—-])\s*$/i;
/** "Needs the deletion to be confirmed" says what the program does. */
const PURPOSE =
  /\b(?:requir|allow|let|enabl|expect|want|caus|forc|prompt|ask|wait|need|for|able|make|has|have|lists?)\w*\s+(?:[\w-]+\s+){0,6}$/i;
const CONDITION = /\b(?:if|when|whenever|unless|until|while|as long as)\s+(?:[\w-]+\s+){0,6}$/i;

/** A text that speaks of markers, or of what the program shows, leaves nothing open itself. */
const SPOKEN_OF =
  /\b(?:no|any|zero|without|contains?|all|each|every|remaining|remove[sd]?|replaces?|resolves?|show(?:s|n)?|display(?:s|ed)?|says|reads|prints?|render(?:s|ed)?(?: as)?|label(?:s|l?ed)?(?: as)?|marked(?: as)?|called|word|marker|placeholder|like|such as|status|value|comments?|suggest\w*|search(?:e[sd]|ing)?(?: for)?|filter(?:s|ed|ing)?(?: by| for| on)?|typ(?:e[sd]?|ing)|enter(?:s|ed|ing)?|select(?:s|ed|ing)?|click(?:s|ed|ing)?(?: on)?|named|text|tag(?:ged)?(?: as)?)\b\s*(?:(?:the|an?|as|any|or|of|more|such)\s+){0,2}[([]?$/i;

/** "A row with TBA in the date column is grey" speaks of a value as well. */
const HELD = /\b(?:with|for|of|to|by|without|like)\s+$/i;
const TOLD =
  /^[^.;:!?]*\b(?:is|are|shows?|lists?|hides?|returns?|finds?|comes?|gets?|opens?|stays?|counts?|has|have)\b/i;

function isName(before: string, after: string): boolean {
  return (AS_NAME.test(after) && !STATED.test(before)) || (HELD.test(before) && TOLD.test(after));
}

function* find(prose: Prose): Iterable<Hit> {
  for (const pattern of [SIGN, MARKER]) {
    for (const { start, end, words, masked } of findWords(prose, pattern)) {
      const before = masked.slice(Math.max(0, start - 60), start);
      if (SPOKEN_OF.test(before) || CONDITION.test(before) || (/^to be/i.test(words) && PURPOSE.test(before)))
        continue;
      if (/^TB[DAC]s?$/i.test(words) && isName(before, masked.slice(end, end + 60))) continue;
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
    'Something is marked as undecided: TBD, ???, "to be decided", a dash in the place of words, or a settled decision without an answer.',
  why: 'The agent meets the gap in the middle of its work. It then guesses, or asks somebody who is doing something else.',
  question: 'Who can settle this today, and what is the answer?',
  fields: ['title', 'owner', 'outcome', 'why', 'context', 'good', 'decision', 'stop', 'done', 'rubric'],
  phrases: [SIGN, MARKER],
  examples: {
    bad: [
      { lane: 'lane: 1\nbrief:\n  outcome: Customers choose a delivery slot («TBD»)\n' },
      {
        lane: 'lane: 1\ndone:\n  - says: "The export uses the agreed format, which is «still to be decided»"\n',
      },
      { lane: 'lane: 1\nbrief:\n  outcome: "Guests see prices in their currency [«???»]"\n' },
      { lane: 'lane: 1\nlimits:\n  decisions:\n    settled: { «date format»: "" }\n' },
      { lane: 'lane: 1\nowner: «TBD»\nbrief:\n  outcome: "«-»"\n' },
    ],
    good: [
      { lane: 'lane: 1\nlimits:\n  decisions:\n    settled: { date format: ISO 8601 }\n' },
      { lane: 'lane: 1\ndone:\n  - says: "An order without a slot shows `TBD` in the list"\n' },
      { lane: 'lane: 1\ndone:\n  - says: Allows the column order to be determined by the user\n' },
    ],
  },
  find,
});

/** Punctuation in the place of words: "-", "...", "n/a". */
const BLANK = /^\s*(?:[-–—_.…*]{1,10}|n\/?a)\s*$/i;

/** `undecided-marker`, complete with texts that hold no word, and decisions without an answer. */
export const undecidedMarker: typeof marker = {
  ...marker,
  *check(file, _board, prose) {
    const { settled, free, reserved } = file.lane.limits.decisions;
    const answers = new Map(settled.map(({ name, answer }) => [answer, name]));
    for (const { text, hit } of [...hitsOf(marker, prose), ...blanks(prose.texts)]) {
      const name = answers.get(text);
      yield reportHit(file, text, hit, name && reserve(file, name));
    }
    for (const { name, answer } of settled) {
      if (answer.value.trim() === '' && name.value.trim() !== '') yield withoutAnswer(file, name);
    }
    for (const name of [...free, ...reserved]) {
      if (name.value.trim() === '')
        yield { span: name.span, message: 'This decision has no name. Name it, or delete the entry.' };
    }
  },
};

function* blanks(texts: readonly LaneText[]): Iterable<{ readonly text: Text; readonly hit: Hit }> {
  for (const { field, text } of texts) {
    if (text.value.length > 20 || !marker.fields.includes(field) || !BLANK.test(text.value)) continue;
    const message = `"${text.value.trim()}" says nothing. Write what holds, or delete the line.`;
    yield { text, hit: { start: 0, end: text.value.length, message } };
  }
}

function withoutAnswer(file: SoundLane, name: Text): Report {
  const message = `"${name.value}" is settled without an answer. Write the answer, or move it to \`reserved\`.`;
  return reportHit(file, name, { start: 0, end: name.value.length, message }, reserve(file, name));
}

/** The remedy that makes a decision wait for its owner. */
function reserve(file: SoundLane, { value }: Text): readonly Remedy[] {
  if (file.lane.sections.limits?.sound === false) return [];
  return [
    {
      title: `Move "${value}" to reserved`,
      operations: [
        { kind: 'append', at: ['limits', 'decisions', 'reserved'], value },
        { kind: 'remove', at: ['limits', 'decisions', 'settled', value] },
      ],
    },
  ];
}
