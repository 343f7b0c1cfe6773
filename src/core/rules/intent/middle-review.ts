import { findWords, firstOfSentence, type Words } from '../../prose/find-words.ts';
import { opening, phrase } from '../../prose/phrase.ts';
import type { Prose } from '../../prose/prose.ts';
import { textRule } from '../../prose/text-rule.ts';

const UNIT =
  '(?:single |individual |major |small |other |few )?(?:steps?|changes?|commits?|files?|stages?|phases?|milestones?|parts?|iterations?|tasks?|sub-?tasks?|edits?|modules?|sections?|components?|functions?|items?|points?|decisions?|moves?|one|day|hours?|rounds?|deletions?|migrations?|chunks?|pieces?|pages?)';
const ME =
  '(?:me|us|the (?:orchestrator|owner|maintainer|lead|author|user|human|team|reviewer|product owner|architect)|your human|a human|somebody|someone|@[\\w-]+)';
const SHOW =
  '(?:show|send|give|present|demo|report|submit|hand|post|share|email|mail|tell|update|inform|notify|ping|brief|consult|ask)';
const REVIEW =
  '(?:reviews?|approvals?|approving|sign-?off|feedback|confirmation|go-ahead|green light|ok|okay|thumbs[- ]up|permission|blessing|nod|check-?in|word|input|answer|comments)';

const PERIODIC =
  '(?:daily|weekly|hourly|regular|periodic|frequent|interim|intermediate|mid-?way|halfway|half-way) (?:status )?(?:updates?|reports?|check-?ins?|reviews?|demos?|stand-?ups?|progress reports?|syncs?|status)';

const MIDDLE = phrase(
  '(?:pause|stop|halt|wait|check in|report) between (?:the )?(?:steps|phases|files|stages|tasks|parts|commits|changes)(?: \\w+){0,2}',
  '(?:run|clear)(?: [\\w-]+){1,3} (?:by|past|with) (?:me|us)(?: (?:first|before)(?: \\w+){0,3})?',
  '(?:send|show|e-?mail|mail|hand|present) me (?:a|an|the|your|each|every|what|how|some|all|it|them|this|everything)(?: [\\w-]+){0,2}',
  'give (?:me|us) (?:a|an|the|regular|daily|weekly)? ?(?:[\\w-]+ )?(?:updates?|overview|summary|report|heads-up|status|demo|list|chance)(?: [\\w-]+){0,3}',
  '(?:ask|tell|inform|notify|ping|consult|warn|alert|call) (?:me|us) (?:first|before|when|whenever|prior to|each time|every time)(?: \\w+){0,3}',
  '(?:show|send|present|hand|submit|give|demo)(?: [\\w-]+){1,5} to (?:me|us)(?: (?:before|after|first|when|for)(?: \\w+){0,3})?',
  'report (?:on )?(?:your )?(?:progress|status)(?: [\\w-]+){0,3} ?(?:regularly|often|daily|weekly|hourly|along the way|as you go|after \\w+|every \\w+|each \\w+)',
  '(?:verify|confirm|discuss|check|agree|review|go over|clear|settle)(?: [\\w-]+){1,4} with (?:me|us)(?: (?:first|before|after|as)(?: \\w+){0,3})?',
  '(?:get|have|obtain) my (?:ok|okay|approval|sign-?off|go-ahead|blessing|consent|opinion|feedback)',
  "(?:ask|get|obtain|request|seek|need|require)(?: (?:for|my|our|the|an?|explicit|written|\\w+'s)){0,3} (?:permission|approval|sign-?off|go-ahead|ok|okay|blessing|green light)(?: [\\w-]+){0,4} (?:before|after|first|prior to|for each|for every|on each|on every)(?: \\w+){0,3}",
  "without (?:my|our|explicit|prior|the (?:owner|orchestrator|lead)'s) (?:go-ahead|approval|ok|okay|consent|permission|sign-?off|say-so|blessing|confirmation|review)",
  '(?:interim|intermediate|early|partial|rough|wip|work-in-progress|preliminary) (?:results?|versions?|drafts?|findings|screenshots?|designs?|builds?|states?) (?:with|to|for) (?:me|us|review|feedback|approval)',
  '(?:share|send|show|present|post|demo)(?: [\\w-]+){0,2} (?:interim|intermediate|early|partial|rough|wip|work-in-progress|preliminary) (?:results?|versions?|drafts?|findings|screenshots?|designs?|builds?|states?)',
  '(?:pause|stop|halt|wait|check in|report back|check back) (?:after|once|when) (?:the )?(?:first|second|initial|next|step|phase|part|[\\w-]+ (?:step|phase|part|milestone|draft|version))(?: \\w+)?',
  'so (?:that )?I (?:can|may) (?:have a look|take a look|look|check|review|approve|comment|intervene|correct|steer)',
  "I(?:'d| would)? (?:want|like|need|expect|wish) to be (?:asked|informed|told|consulted|notified|kept|involved|shown)(?: \\w+){0,3}",
  "(?:let's|let us) (?:meet|review|look|check|discuss|go over|go through|talk|sync)(?: [\\w-]+){0,5}",
  '(?:come|get|report|check) back (?:to|with) (?:me|us)(?: (?:before|after|when|once|with|if|as)(?: \\w+){0,3})?',
  `(?:check|confirm|verify|review|sync|align|clear|clarify|discuss|consult|touch base|coordinate|go over|double-check)(?: (?:in|back|up|it|this|that|each|every|them|everything|any \\w+|the \\w+)){0,3} with ${ME}(?: (?:first|before|after|once|when|on|at|as|about|regularly|often|for|between|prior)(?: \\w+){0,3})?`,
  `${SHOW} ${ME} (?:(?:the|your|a|an|any|some|each|every|what|how|regular|daily|weekly|interim|intermediate|first|rough|early|updated?|all) ){0,3}(?:progress|drafts?|status|diffs?|plans?|changes?|updates?|results?|work|screenshots?|mock-?ups?|designs?|code|versions?|prototypes?|ideas?|options?|proposals?|steps?|commits?|you have|it|things)(?: (?:before|after|first|as you go|along the way|regularly|daily|every|so far|in between|when)(?: \\w+){0,3})?`,
  `(?:ask|consult|check|tell|inform|notify|ping|message)(?: ${ME})?(?: for (?:my |our )?${REVIEW})? (?:first )?(?:before|after|prior to) (?:doing |making |starting |running |touching |changing |you )?(?:each|every|any|all|anything)(?: ${UNIT})?`,
  `(?:after|before|at|on|between|following) (?:each|every|any|all)(?: of the)?(?: the)? ?${UNIT},? (?:please )?(?:check|confirm|stop|pause|wait|report|show|send|ask|present|demo|post|review|let me|get|request|submit|summari[sz]e|I|we|you|the agent|must be|needs? to be)(?: \\w+){0,3}`,
  `(?:stop|pause|wait|halt|report(?: back)?|check in|check back|demo|present|review|sign-?off|approval|summari[sz]e|post an update|status update|hand back|come back)(?: (?:for|and|to|on|your|my|the|a|it|progress|work|results?|review|approval|feedback|confirm|me|us)){0,4} (?:after|before|at|between) (?:each|every|any|all)(?: of the)?(?: the)? ?${UNIT}`,
  `(?:wait|stop|pause|hold|halt)(?: here| there| then)? (?:for|until|till) (?:(?:you (?:get|have|receive)|I|we|I've|we've|the (?:orchestrator|owner|lead|maintainer|reviewer) (?:has|have)?|getting|receiving|someone has) ?)?(?:my|our|the|an?|explicit|written)? ?(?:(?:explicit|written|final|human|manual|my|our|owner's|reviewer's) )?(?:${REVIEW}|approve[sd]?|confirm(?:s|ed)?|review(?:s|ed)?|replied|reply|looked|said|say|signed off|sign off|given|give|have (?:looked|reviewed|approved|checked|seen)|had a look|answered)(?: ?(?:before|on|of|from|it|to)(?: \\w+){0,3})?`,
  `(?:get|obtain|seek|request|ask for|need|require[sd]?|await) (?:my|our|(?:the )?(?:owner|orchestrator|lead|maintainer|reviewer|architect|human|team)(?:'s)?) (?:explicit |written |prior |prior written )?${REVIEW}`,
  `(?:keep|keeping) ${ME} (?:posted|updated|informed|in the loop|up to date|in the picture|abreast)`,
  "(?:let me (?:see|review|check|approve|look|have a look|take a look|sign off|decide|confirm)|I(?:'ll| will| want to| would like to|'d like to| need to| must| have to) (?:review|approve|sign off|look over|go over|inspect|(?:check|see|look at|read|confirm) (?:each|every|all|it first|the (?:draft|result|plan|diff|code|first)|a draft|progress|drafts|them|before))|I (?:review|approve|check|look at) (?:it|each|every|the))(?: (?!if)\\w+){0,3}",
  '(?:demo|present|show|hand|submit) (?:it|this|that|them|everything|the \\w+) to (?:me|us)',
  '(?:run|clear) (?:it|this|that|them|everything|each \\w+|every \\w+|any \\w+) (?:by|past|with) (?:me|us|the \\w+)',
  '(?:walk|talk|guide|take|step) me through(?: \\w+){0,3}',
  `(?:(?:give|send|post|share|provide|hold|do|have|schedule|plan|want|expect|need|require|prepare|write|with|please)(?: ${ME})? (?:an? |the |some |our |your )?)${PERIODIC}`,
  `${opening(PERIODIC)}(?! (?:of|is|are|was|were|shows?|lists?|reads?|says?|contains?|arrives?|\\w+s)\\b)`,
  `${PERIODIC}(?= (?:with|to|for) (?:me|us)\\b)`,
  "I(?:'d| would)? (?:want|need|expect|wish|like|love) to (?:see|get|have|receive)(?: (?:the|your|a|an|some|any|all|each|every|early))* (?:intermediate|interim|first|early|rough|preliminary|partial|progress|drafts?|plans?|diffs?|prototypes?|mock-?ups?|screenshots?|status)(?: (?:results?|versions?|drafts?|reports?|designs?|screenshots?|steps?|states?|updates?|findings|sketch(?:es)?))?",
  'status (?:updates?|reports?) (?:every|each|after|daily|at|along|as|to|twice|once|per)(?: \\w+){0,2}',
  '(?:one|a) (?:step|file|change|commit|piece|part) at a time(?:,? (?:and|then|with|so)(?: \\w+){0,4})?(?:,? (?:and|then|with|so))? (?:review|approval|check|wait|stop|ask|show|me|confirm)\\w*(?: \\w+){0,4}',
  '(?:before (?:you )?(?:continu(?:e|ing)|mov(?:e|ing) on|proceed(?:ing)?|going on|go on|going further|the next (?:step|part|one|phase)|starting the next \\w+)),? (?:(?:please|always|you must|must|first) )?(?:ask|check|confirm|show|wait|get|let|stop|report|send|I|we)(?: \\w+){0,3}',
  `(?:ask|check|confirm|show|wait|get (?:my |our |an? )?${REVIEW}|stop|report|review|pause)(?: (?:it|this|that|me|us|with me|with us|for ${REVIEW}|in|back|my|first)){0,3} before (?:you )?(?:continu(?:e|ing)|mov(?:e|ing) on|proceed(?:ing)?|going on|go on|going further|the next (?:step|part|one|phase))`,
);
/** "The dialog does not show me the plan" reports; it asks for nothing. */
const REPORTS =
  /\b(?:does|did|do|doesn't|didn't|don't|will|would|won't|can|can't|cannot|could|not|never|no need to|without|nobody|user|users|customer|customers|wizard|dialog|form|app|program|command|cli|script|it|they|that|which|should|must|who|(?!please|always|steps|changes|commits|files|tasks|this)\w{2,}s)\s+(?:(?:to|first|always|then|also)\s+){0,2}$/i;

/** "Ask before each download is a setting" speaks of the words as a thing. */
const AS_SUBJECT = /^(?:\s+\w+)?\s+(?:is|are|was|were)\b/;

function* asked(prose: Prose): Iterable<Words> {
  for (const found of findWords(prose, MIDDLE)) {
    const { start, end, masked } = found;
    if (
      REPORTS.test(masked.slice(Math.max(0, start - 40), start)) ||
      AS_SUBJECT.test(masked.slice(end, end + 40))
    )
      continue;
    yield found;
  }
}

/** Flags words that put a review into the middle. */
export const middleReview = textRule({
  id: 'middle-review',
  move: 5,
  severity: 'warning',
  summary:
    'The lane asks for looks and approvals in the middle: "check with me after", "show me progress", "ask before each".',
  why: 'Every stop in the middle costs you the time the lane was to save, and the agent waits. What you fear belongs in a stop condition; what you want to see belongs at the outcome gate; what you cannot judge yet is a smaller first lane.',
  question: 'What are you afraid of at that point, and could a check or a stop condition watch for it?',
  fields: ['title', 'outcome', 'why', 'context', 'good', 'stop', 'done'],
  phrases: [MIDDLE],
  examples: {
    bad: [
      {
        lane: 'lane: 1\nbrief:\n  context:\n    - text: Work in small steps and «check with me after each one».\n',
      },
      { lane: 'lane: 1\nbrief:\n  outcome: Orders can be exported. «Show me progress every day»\n' },
      { lane: 'lane: 1\ndone:\n  - says: The tables are renamed; «ask before each change»\n' },
    ],
    good: [
      { lane: 'lane: 1\nlimits:\n  stop-when: [a migration would delete rows]\n' },
      { lane: 'lane: 1\ndone:\n  - says: The wizard asks before each deletion\n' },
    ],
  },
  *find(prose) {
    for (const { start, end, words } of firstOfSentence(asked(prose))) {
      yield {
        start,
        end,
        message: `"${words}" puts a review into the middle. Make it a stop condition, look at it at the outcome gate, or draw a smaller first lane.`,
      };
    }
  },
});
