import type { Board } from '../../board/board.ts';
import { isSound, type SoundLane } from '../../lane/lane-file.ts';
import type { Report } from '../../lint/rule.ts';
import { findWords, firstOfSentence, type Words } from '../../prose/find-words.ts';
import { ANY_PARTY, KIND_OF_PARTY, OTHER_PARTY } from '../../prose/party.ts';
import { phrase } from '../../prose/phrase.ts';
import type { Prose } from '../../prose/prose.ts';
import { sentenceAt } from '../../prose/sentence.ts';
import { reportHit, textRule } from '../../prose/text-rule.ts';
import { needLane } from './need-lane.ts';

const DECIDES =
  '(?:decid\\w+|choos\\w+|chose[n]?|pick(?:s|ed)?|settl\\w+|agree[sd]?|come(?:s)? up|came up|prefers?|wants?|needs?|select\\w*|define[sd]?|goes|went|does|do|did|uses?|used|is doing|are doing|lands?|landed|finish\\w*|implement\\w*|builds?|built|has|have|says?|answers?|replies|confirms?|thinks?)';
const GAP = '(?: [^.;:!?\\s]{1,30})';
const TALK = phrase(
  `(?:run|get|hear|take|follow|match|mirror|use|copy|read|await|need)${GAP}{0,5} the other (?:[\\w-]+ )?(?:agents?|lanes?)(?:'s?)?`,
  'whoever (?:builds?|owns?|does|works on|is (?:doing|building|working on)|writes?|handles?|maintains?|implements?)(?: [^.;:!?\\s]{1,30}){1,6} (?:picks?|decides?|chooses?|settles?|wants?|prefers?|defines?)',
  '(?:both|two|the two|all) (?:agents|lanes|teams)(?: [^.;:!?\\s]{1,30}){1,10} agree',
  `(?:inform|leave|bring|raise|mention|keep|hand|pass|ask|agree|decide|pick|choose|negotiate|discuss|settle|clear|align|sync|share|report|check|confirm|coordinate|clarify|argue|plan|shared|cleared|agreed)${GAP}{0,7} (?:the other (?:[\\w-]+ )?(?:agents?|lanes?)|whoever|(?:the )?(?:two|both) (?:agents|lanes))`,
  `(?:let|have|make|get) (?:the |both |these )?(?:two|both|other) (?:agents|lanes|teams)`,
  `(?:team|agent|lane|squad) (?:will|can|should|is going to) (?:(?:tell|give|send|provide|hand|inform|show) you|let you know|decide|settle)`,
  `(?:team|agent|lane|squad)s? (?:agrees|has agreed|have agreed|approves|has approved|confirms|has confirmed|signs off|is (?:fine|ok|okay|happy) with)`,
  `shared with (?:the )?[\\w-]+ lanes?`,
  // "coordinate with": nobody does that with a thing, some programs aside.
  `(?:co-?ordinat(?:e|ed|ing)|liais(?:e|ing)|touch(?:ing)? base|confer|negotiat(?:e|ed|ing)|collaborat(?:e|ing)|team up|get together|work (?:closely|together)|in (?:close )?(?:touch|agreement|consultation|coordination|collaboration|tandem|discussion|contact)|compare notes)${GAP}{0,5} with (?!(?:an?|the) (?:server|api|database|db|store|cache|queue|scheduler|backend|browser|cluster|kernel|broker|registry|service)\\b(?! (?:side|group|owner|[\\w-]+ )?${KIND_OF_PARTY}\\b))[^\\s.,;:]+(?: ${KIND_OF_PARTY}| [a-z]+ ${KIND_OF_PARTY})?`,
  `(?:sync(?:ing|ed)?|synchroni[sz]ed?|align(?:ing|ed)?|agree(?:ing|d)?|check(?:ing|ed)?|double-check|verif(?:y|ied)|confirm(?:ed)?|clarif(?:y|ied)|discuss(?:ed)?|talk(?:ing)?|speak|chat|clear (?:it|this|that)|decided?|settled?|work(?:ed|ing)?|sort(?:ed)?|hash(?:ed)?|figured?|thrash|choose|chosen|pick(?:ed)?|defined?|match|jointly|together|hand in hand|consult(?:ing)?|plan(?:ned)?)${GAP}{0,6} (?:with|between|among|amongst) ${ANY_PARTY}`,
  `(?:exchange|share|swap|trade|pass|merge|combine|split)${GAP}{0,5} (?:with|between|to|among) (?:the )?(?:other|another|sibling|parallel|neighbou?ring|next) (?:[\\w-]+ )?(?:agents?|lanes?)`,
  `(?:talk|talking|speak|speaking|reach(?:ing)? out|listen|write|turn) to ${OTHER_PARTY}`,
  `consult(?:ing)? ${ANY_PARTY}`,
  `(?:ask|asking|ping|message|tell|inform|notify|warn|alert|contact|poll|query|let|defer to|up to|leave (?:it|this|that) (?:up )?to|hand${GAP}{0,3} (?:over|off)? ?to|depends? on|hear(?:ing)? (?:back )?from|heard from|(?:get|getting|obtain|await|awaiting|need|needs|request|fetch|collect|take)${GAP}{0,4} (?:from|of|by)) ${OTHER_PARTY}`,
  `wait(?:ing|s)? (?:for|until|till|on)${GAP}{0,1}? ${ANY_PARTY}(?: (?:to|has|have|had|is|are))? (?:decide[sd]?|choose[sn]?|chosen|pick(?:s|ed)?|settle[sd]?|agree[sd]?|confirm(?:s|ed)?|finish(?:es|ed)?|answer(?:s|ed)?|repl(?:y|ies|ied)|say|publish(?:es|ed)?|define[sd]?|deliver(?:s|ed)?|make (?:up|a decision)|come back|get back|sign off|done|ready|land(?:s|ed)?|merge[sd]?)`,
  'wait(?:ing)? (?:for|until) [A-Z]\\w+ (?:to )?(?:decides?|chooses?|picks?|settles?|agrees?|confirms?|answers?)',
  `(?:wait(?:ing)?|hold(?:ing)?|block(?:ed|ing)?) (?:for|on|until|till|by) ${OTHER_PARTY}`,
  `(?:whatever|whichever|wherever|however|what|how|which|once|after|until|till|before|when|as soon as|the way|as|like|(?:the|same|this|that) [\\w-]+(?: [\\w-]+)?(?: that)?) ${OTHER_PARTY}(?: (?:has|have|had|will|is|are|was|were|may|might|also|already|then))?(?: not)? ${DECIDES}`,
  `(?:both|two|the two|all(?: the)?|our|these|those) (?:agents|lanes|teams|sides|parties)(?: (?:must|should|need to|have to|will|can|to|may))?(?: (?:first|then|jointly|together))? (?:agree|align|co-?ordinate|sync|settle|decide|negotiate|talk|match)`,
  '(?:between|among|amongst) (?:the |our )?(?:two|both|all|three|these|parallel|different|various) (?:agents|lanes)',
  `(?:you|this agent|this lane|we) and ${OTHER_PARTY}`,
  `(?:with|by|from|in) (?:the )?(?:agreement|approval|sign-?off|blessing|consent|input|feedback|decision|answer|consensus) (?:of|from|by|with|among) ${OTHER_PARTY}`,
  `(?:agreed|decided|chosen|settled|picked|defined|provided|named|given) (?:up)?(?:on )?(?:by|with) ${OTHER_PARTY}`,
  'agree(?:ing)? (?:(?:on|upon) )?(?:(?:a|the|an) )?(?:[\\w-]+ ){0,3}(?:amongst yourselves|among yourselves|together|jointly|between (?:you|them|yourselves))',
);
/** Ways to address a team, which only an order gives: users may well "talk to the support team". */
const TEAM = '(?:the |our )?(?:[\\w-]+ ){1,2}(?:teams?|squads?|guild|crew|lanes?|department)';
const ADDRESS = phrase(
  `(?:ask|talk (?:to|with)|speak (?:to|with)|chat with|ping|contact|reach out to|consult|check with|loop in|involve|approach|message|e-?mail|call|meet(?: with)?|inform|tell|notify|warn|alert) ${TEAM}`,
  `(?:keep|leave) ${TEAM} (?:in the (?:loop|picture)|posted|informed|updated|up[- ]to[- ]date|involved|aware)`,
  `let ${TEAM} know`,
  `(?:get|await|obtain|request|collect|ask for|wait for)(?: [\\w-]+){1,3} (?:of|from|by) ${TEAM}`,
  `(?:share|discuss|review|plan|clear|settle)(?: [\\w-]+){1,4} with ${TEAM}`,
);
const ORDERED =
  /(?:^|[.;:!?]\s+|\n\s*(?:[-*+] )?|,\s+(?:and |but |so |then )?|\b(?:please|then|first|should|must|always)\s+)$/i;
const RECIPROCAL = / (?:each(?: other)?|one another)$/i;
const WORKERS = /\b(?:agents?|lanes?|teams?|squads?|you|we|developers?|people)\b/i;
/** "The lock is coordinated with Redis" says what the program does; "must be coordinated with" asks for a talk. */
const DONE_WITH_THING = /\b(?:is|are|was|were)\s+$/i;
const PARTY = new RegExp(`${KIND_OF_PARTY}|whoever|others`, 'i');

/** Where a match begins so, a "not" before it does not take it back: "do not start until the other agent has chosen". */
const ORDER = /^(?:until|till|before|once|after|as soon as|when)/i;
const DENIED =
  /(?:\b(?:without|no need to|not|never|instead of|rather than|nobody|no one|avoid(?:s|ing)?|cannot|neither|nor|no)|n't)\s+(?:(?!until|till|before|unless)[\w-]+\s+){0,4}$/i;

function asked(prose: Prose): readonly Words[] {
  const talks = [...findWords(prose, TALK)].filter((found) => !isOfProgram(found));
  const addressed = [...findWords(prose, ADDRESS)].filter(({ start, masked }) =>
    ORDERED.test(masked.slice(Math.max(0, start - 60), start)),
  );
  return [...talks, ...addressed].sort((a, b) => a.start - b.start);
}

function isOfProgram({ start, words, masked }: Words): boolean {
  const before = masked.slice(Math.max(0, start - 60), start);
  if (!ORDER.test(words) && DENIED.test(before)) return true;
  if (RECIPROCAL.test(words)) return !WORKERS.test(masked.slice(sentenceAt(masked, start).start, start));
  if (/^together\s/i.test(words)) return /,\s+$/.test(before);
  return /^coordinated\s/i.test(words) && DONE_WITH_THING.test(before) && !PARTY.test(words);
}

/** Flags words that make two agents talk. */
const talk = textRule({
  id: 'cross-lane-talk',
  move: 1,
  severity: 'warning',
  summary: 'The lane asks its agent to talk to another one, or names another lane that it does not need.',
  why: 'Agents that must talk in order to decide wait for one another or decide differently. Then the lane is drawn wrong: the decision belongs in the brief, or to one of the two with a contract between them.',
  question: 'What can you decide now so that nobody has to ask?',
  fields: ['title', 'outcome', 'why', 'context', 'good', 'decision', 'stop', 'done'],
  phrases: [TALK, ADDRESS],
  examples: {
    bad: [
      {
        lane: 'lane: 1\ndone:\n  - says: The field names match; «coordinate with the checkout agent» on them\n',
      },
      {
        lane: 'lane: 1\nbrief:\n  context:\n    - text: «Check with the other agent» which date format it uses.\n',
      },
      { lane: 'lane: 1\nlimits:\n  stop-when: [«Wait for the API team to decide» on paging]\n' },
      {
        lane: 'lane: 1\nbrief:\n  outcome: Refunds follow what «ledger-events» writes\n',
        files: { 'lanes/ledger-events.lane.yaml': 'lane: 1\n' },
      },
    ],
    good: [
      { lane: 'lane: 1\nbrief:\n  context:\n    - text: Dates are ISO 8601 in UTC.\n' },
      {
        lane: 'lane: 1\nbrief:\n  outcome: Refunds follow what ledger-events writes\nneeds:\n  - { lane: ledger-events, contract: docs/events.json }\n',
        files: { 'lanes/ledger-events.lane.yaml': 'lane: 1\n', 'docs/events.json': '{}\n' },
      },
      { lane: 'lane: 1\ndone:\n  - says: The two clocks stay in sync with the server within 2 s\n' },
    ],
  },
  *find(prose) {
    for (const { start, end, words } of firstOfSentence(asked(prose))) {
      yield {
        start,
        end,
        message: `"${words}" makes this agent talk to another one. Settle it here, or let one lane decide and the other need its contract.`,
      };
    }
  },
});

/** `cross-lane-talk`, complete with lanes that are named but not needed. */
export const crossLaneTalk: typeof talk = {
  ...talk,
  *check(file, board, prose) {
    yield* talk.check(file, board, prose);
    if (board.lanes.size < 2) return;
    for (const { field, text, prose: read } of prose.texts) {
      if (!talk.fields.includes(field) || !MAY_NAME.test(read.value)) continue;
      for (const named of lanesNamed(read, file, board)) yield reportNamed({ file, board }, text, named);
    }
  },
};

function reportNamed(
  place: { readonly file: SoundLane; readonly board: Board },
  text: Parameters<typeof reportHit>[1],
  { start, end, id }: { start: number; end: number; id: string },
): Report {
  const message = `"${id}" is another lane, and this one does not need it. Put what you need from it into a contract under \`needs\`, or say here what holds.`;
  const [other] = place.board.withId(id).filter(isSound);
  const remedies = other === undefined ? [] : needLane(place, other, `Need "${id}"`);
  return { ...reportHit(place.file, text, { start, end, message }, remedies), severity: 'error' };
}

/** A word that can be an id: hyphenated, or said to be a lane, or in code. */
const CANDIDATE =
  /(?<![\p{L}\p{N}_./@-])(?<bare>[\p{L}\p{N}_]+(?:-[\p{L}\p{N}_]+)+)(?![\w/@-]|\.\w)|\b[Ll]anes?\s+(?<after>[\p{L}\p{N}_.-]*[\p{L}\p{N}_])|(?<![\p{L}\p{N}_./@-])(?<before>(?!(?:the|an?|this|that|each|every|other|another)\s)[\p{L}\p{N}_.-]+)\s+[Ll]ane\b|[`"'“‘](?<marked>[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,80})[`"'”’]/gu;

/** What every such word has on it or beside it. */
const MAY_NAME = /\w-\w|[`"'“‘]|[Ll]ane/;

function* lanesNamed(
  prose: Prose,
  file: SoundLane,
  board: Board,
): Iterable<{ start: number; end: number; id: string }> {
  const text = prose.value;
  let left = 200;
  for (const match of text.matchAll(CANDIDATE)) {
    if (left-- === 0) return;
    const id = Object.values(match.groups ?? {}).find((group) => group !== undefined) as string;
    const start = match.index + match[0].indexOf(id);
    if (!isForeign(id.normalize('NFC'), file, board)) continue;
    if (match.groups?.bare !== undefined && prose.masked()[start] !== text[start]) continue;
    yield { start, end: start + id.length, id };
  }
}

/** True if a running lane has this id, and this lane is not it, does not need it, and does not call a check so. */
function isForeign(id: string, file: SoundLane, board: Board): boolean {
  if (id === file.id || board.withId(id).length === 0 || board.hasEnded(id)) return false;
  const { needs, checks } = file.lane;
  return !needs.some((need) => need.lane.value === id) && !checks.some((check) => check.id.value === id);
}
