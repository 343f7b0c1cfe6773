import { elaborates } from '../../prose/elaboration.ts';
import { namesPlaceIn } from '../../prose/evidence.ts';
import { findWords, firstOfSentence } from '../../prose/find-words.ts';
import { PLACE } from '../../prose/mask-characters.ts';
import { phrase } from '../../prose/phrase.ts';
import { sentenceAround, sentenceAt } from '../../prose/sentence.ts';
import { textRule } from '../../prose/text-rule.ts';

const TALK =
  '(?:meetings?|calls?|chats?|stand-?ups?|conversations?|discussions?|e-?mails?|mails?|threads?|retros?|retrospectives?|workshops?|huddles?|whiteboard(?: session)?|kick-?offs?|plannings?|grooming|refinement|1:1|one-on-one|dm|dms|slack(?: \\w+)?|ms teams|microsoft teams|discord|zoom(?: call)?|whatsapp|telegram|hangout|minutes|meeting notes|recording|review meeting|sync(?: call| meeting)?|offsite|all-?hands|town ?hall|(?:design|sprint|architecture|product|security|code) review|phone(?: call)?|(?:slack|teams|discord|chat|team|project|dev) channels?|demo|brainstorm(?:ing)?|interview)';
const WHEN =
  "(?:(?:the|our|this|that|my|your|a|last|yesterday's|today's|monday's|tuesday's|wednesday's|thursday's|friday's|previous|earlier|recent|weekly|daily|last week's|last month's|team|design|planning|sprint|kick-?off|product|architecture|slack|e-?mail|teams|internal|customer|client|stakeholder|above|prior|[a-z]+'s) )";
/** Tells one talk from all the talks that a program may hold. */
const RECENT =
  "(?:our|last|previous|yesterday's|today's|monday's|tuesday's|wednesday's|thursday's|friday's|recent|weekly|last week's|planning|kick-?off|sprint|design|team|internal|earlier|[a-z]+day) ";
const SAID =
  '(?:discussed|agreed(?: (?:on|upon))?|talked (?:about|through|over)|spoke about|decided(?: on)?|promised|requested|mentioned|said|stated|noted|laid out|written down|told|suggested|proposed|covered|raised|brought up|described|explained|outlined|shown|specified|communicated|settled|announced|sketched|demoed)';
const STRONG_SAID =
  '(?:discussed|agreed(?: (?:on|upon))?|talked (?:about|through)|decided(?: on)?|promised|requested|communicated|settled(?: on)?|brought up|sketched|drew|went over|went through|came up with|spoke about)';
const EARLIER =
  '(?:earlier|before|previously|yesterday|today|this morning|last (?:time|week|month|sprint|year|night|monday|tuesday|wednesday|thursday|friday)|the other day|on (?:monday|tuesday|wednesday|thursday|friday)|offline|verbally|in person|with (?!(?:the )?(?:following|respect))[\\w@-]+)';

const REFERENCE = phrase(
  `(?:find|found|read|look up|stands?|written) (?:(?:it|this|that|them|all|everything|more|the [\\w-]+) )?in ${RECENT}(?:[a-z]+ )?${TALK}(?= ?(?:[.,;:)]|$)| (?:with|from|of|about|between)\\b)`,
  `(?:details|rest|more|reasons?|background|everything(?: else)?|wording|decisions?|numbers|list|spec|context|story|notes) (?:(?:is|are|stands?|can be found) )?in ${WHEN}{1,2}${TALK} (?:with|from|of|to|about|between) (?!(?:the )?(?:users?|customers?|guests?)\\b)[\\w-]+(?: team)?`,
  "as (?:I|we)(?: have|'ve| had)?(?: already| just)? (?:mentioned|said|told|explained|wrote|showed|described|noted|wrote)(?! (?:above|below|here|in (?:this|the (?:following|description|spec|docs?|documentation|readme|section|chapter|appendix))))(?: (?:to )?[A-Z][\\w-]+)?",
  `(?:see|check|read|look in|refer to|as per|per) (?:slack|discord|teams|chat|the chat|e-?mail|mail|thread|minutes|meeting notes)(?= ?(?:[.,;:)]|$)| (?:for|about|on|from|where|with)\\b)`,
  `(?:reasons?|screenshots?|mock-?ups?|sketch(?:es)?|notes?|spec|list|decisions?|details?|wording|table|documents?|docs?|files?|messages?|links?|examples?|numbers?|figures|values) (?:(?:is|are|stands?|can be found) )?(?:from|(?:in|on|of)(?! (?:the|an?) (?:e-?)?mails?\\b)) ${WHEN}{1,3}${TALK}(?= ?(?:[.,;:)]|$))`,
  `(?:mentioned|said|told|explained|promised|requested|asked|complained|confirmed|agreed)(?: [\\w-]+){0,4} (?:on|in|during|over|at|via|by) ${WHEN}{0,2}${TALK}(?= ?(?:[.,;:)]|$))`,
  '(?:he|she|they|somebody|someone|the (?:customer|client|boss|pm|team|ceo)) (?:told|explained to|said to|promised|asked) (?:us|me)',
  '(?:the|that) (?:previous|earlier|last|original|linked|parent|related|other) (?:ticket|pull request|pr|merge request|story|jira|conversation|discussion|meeting)(?= ?(?:[.,;:)]|$)| (?:for|about|has|says|had|we|on)\\b)',
  `(?:as|like|what|which|that|whatever|the (?:way|one|approach|thing|solution|format|design|plan|idea|change|changes|version|option|variant|fix))(?: (?:we|was|were|is|has been|have been|had been|already|previously|originally|you|I|they|just|all|recently)){0,6} ${STRONG_SAID}(?! (?:above|below|here|by|it|to|in (?:this|the (?:following|description|spec|docs?|documentation|readme|rfc|adr|design doc|section|chapter|appendix|paper|previous section|next section))|in (?:section|chapter|appendix|table|figure|§)))(?: ${EARLIER})?`,
  `(?:as|like|what|which|that|was|were|been)(?: (?:we|you|I|they|he|she|already|just|all|recently|previously|it|has been|was)){0,6} ${SAID} (?:${EARLIER}|(?:in|on|at|during|over|via|by|through) (?:${WHEN}){0,3}${TALK})(?! (?:page|view|window|panel|screen|tab|app|api|model|table|list|id|field|below|above))`,
  `(?:as )?(?:per|according to|based on|following(?: up on)?|follow-?up (?:to|from|of)|see|see also|refer to|cf\\.?|pursuant to|in line with|in accordance with) ${WHEN}{1,3}(?:[a-z]+ )?${TALK}(?! (?:page|view|window|panel|screen|tab|app|api|model|table|list|id|field|below|above|section|component|button|message|client|server|pool|service|address|template|log|stack))(?=[ ]?(?:[.,;:)!?]|$)| (?:for|about|on|with|where|that|we|I|last|and|before|yesterday|between|regarding|of|in|as|which|when|today|at|to|from|the|a|an|all|it|there|you|each|every|no)\\b)`,
  `(?:check|read|from|after|given) (?:the |our )?${RECENT}(?:[a-z]+ )?${TALK}(?! (?:page|view|window|panel|screen|tab|app|api|model|table|list|id|field|below|above|section|component|button|message|client|server|pool|service|address|template|log|stack))(?=[ ]?(?:[.,;:)!?]|$)| (?:for|about|on|with|where|that|we|I|last|and|before|yesterday|between|regarding|of|in|as|which|when|today|at|to|from|the|a|an|all|it|there|you|each|every|no)\\b)`,
  "(?:as )?(?:per|according to|based on|in line with|like in) (?:@?[\\w-]+(?:'s|’s)|my|our|your|their|his|her|the (?:customer|client|stakeholder|reviewer|team|pm|po|product owner|designer|boss|ceo|cto|lead)(?:'s|’s)?) (?:\\w+ )?(?:comments?|suggestions?|feedback|requests?|advice|messages?|instructions?|wish(?:es)?|remarks?|notes?|input|asks?|proposals?|idea|recommendations?|guidance|e-?mails?|conversation|discussion|agreement)",
  '(?:as|like|what|because) (?:@[\\w-]+|[A-Z][a-z]+|he|she|they|the (?:customer|client|boss|pm|po|ceo|cto|designer|team|lead|product owner|stakeholders?)) (?:has |have |had |already )?(?:said|told (?:me|us|you)|asked(?: for)?|suggested|requested|wanted|mentioned|described|explained|showed|proposed|pointed out|decided|agreed)',
  '(?:you|we|everybody|everyone|they|I) (?:already )?(?:know (?:which|what|the one|who|where)|remember (?:which|what|the|how)|talked about|discussed|spoke about|agreed (?:on|upon|that|to))',
  "(?:the|that|this|my|his|her|your|their) (?:\\w+ )?(?:doc|document|file|mock-?ups?|design|designs|spec|sketch|screenshots?|spreadsheet|deck|slides|link|recording|e-?mail|message|ticket|list|photo|picture|wireframes?|figma)s? (?:that )?(?:I|we|he|she|they|you|[A-Z][a-z]+) (?:'ve |have |has |had )?(?:sent|shared|posted|showed|uploaded|attached|forwarded|e-?mailed|mailed|gave|linked|pinned|saw|have seen|looked at|liked|chose|picked|reviewed|mentioned|drew|talked about|discussed)(?: (?:you|me|us|to you|with you|around))?",
  'as (?:requested|promised|agreed|discussed|decided|wished|specified) (?:with|by|to|from) (?:the |our )?(?:clients?|boss|pm|po|ceo|cto|stakeholders?|sales|marketing|support|management|legal|finance|customers?|sponsors?)',
  '(?:see|use|as in|in|per|from|follow|following|check|according to|like in|match(?:ing|es)?) (?:the )?(?:attached|attachments?|enclosed)(?: (?:file|document|doc|screenshots?|mock-?ups?|image|picture|design|spreadsheet|sketch))?',
  '(?:the one|the thing|the issue|the problem|the bug|the idea|the approach|the version|the ticket|the other one) (?:from )?(?:last (?:time|week|month|sprint)|yesterday|the other day|earlier today|you mentioned|we mentioned|I mentioned|I told you about|that came up)',
  '(?:my|your|his|her|our) (?:previous|earlier|last|other) (?:comment|message|e-?mail|mail|ticket|issue|note|reply|post|request|question)',
);
/** "In certain cases" points to cases that only the author knows. */
const UNNAMED = phrase(
  'certain (?!that\\b|about\\b|of\\b|to\\b)[\\w-]+',
  '(?:in|under|for|with|on|by|from) (?:some|particular|specific|various) (?:specific |particular |special |edge |corner )?(?:cases|scenarios|situations|circumstances|conditions|configurations|environments|setups|combinations|inputs|versions|reasons|contexts|places|settings)',
  '(?:problem|issue|bug|error|behaviou?r|discrepancy|regression|inconsistency|fault|failure|values?|results?) (?:with|in|of|from) (?:the |an? |one |two |some |these |several )(?:[\\w-]+ )?(?:functions?|methods?|modules?|classes|class|components?|parameters?|utilit(?:y|ies)|scripts?|endpoints?|library|framework|forms?)(?= (?:that|which|used|when|where|within|in|of|for|and|is|are|does|do|has|have)|[,.;])',
  '(?:a|one|another) (?:certain|specific|particular) (?:function|method|module|class|component|commit|change|part|area|case|scenario|condition|configuration)',
);

/** "Users see the chat" speaks of the program. */
const ACTOR =
  /\b(?:users?|customers?|visitors?|guests?|members?|admins?|operators?|they|who|and|can|could|to|cannot|may|must|will|should|then|it|system|app|agents?|page|clients?|reader|viewer|person|people)\s+(?:\w+ly\s+)?$/i;
const PROGRAM_VERB = /^(?:see|check|read|from|after|given|reference|refer)\b/i;

/** Flags references to talks and papers that a stranger has not seen. */
export const unresolvableReference = textRule({
  id: 'unresolvable-reference',
  move: 2,
  severity: 'warning',
  summary: "The text points to a talk, a thread or somebody's remark that a stranger cannot look up.",
  why: 'Whoever was not there misses what was agreed, and an agent was not there. Of all weaknesses of a brief this one goes with failure most often.',
  question: 'Which two sentences from there does a stranger need?',
  fields: ['title', 'outcome', 'why', 'context', 'good', 'decision', 'stop', 'done'],
  phrases: [REFERENCE, UNNAMED],
  examples: {
    bad: [
      { lane: 'lane: 1\nbrief:\n  outcome: The price list is sorted «as discussed»\n' },
      { lane: 'lane: 1\nbrief:\n  context:\n    - text: «See the Slack thread» for the field names.\n' },
      { lane: "lane: 1\ndone:\n  - says: The colours are changed «per Anna's comment»\n" },
      { lane: 'lane: 1\nbrief:\n  why: «Like the customer said», the list is too long\n' },
    ],
    good: [
      { lane: 'lane: 1\nbrief:\n  outcome: The price list is sorted by name\n' },
      {
        lane: 'lane: 1\nbrief:\n  context:\n    - text: The order was agreed on in the meeting recorded in docs/adr/0007-sorting.md.\n',
      },
      { lane: 'lane: 1\ndone:\n  - says: A support agent can see the chat beside the order\n' },
      { lane: 'lane: 1\nlimits:\n  decisions:\n    free: [wording of the mail]\n' },
    ],
  },
  *find(prose, field) {
    for (const { start, end, words, masked } of firstOfSentence(findWords(prose, REFERENCE))) {
      const sentence = sentenceAt(masked, start);
      if (PLACE.test(masked.slice(sentence.start, sentence.end))) continue;
      if (PROGRAM_VERB.test(words) && ACTOR.test(masked.slice(sentence.start, start))) continue;
      yield {
        start,
        end,
        message: `"${words}" points to something a stranger cannot look up. Write down the two sentences from it that matter.`,
      };
    }
    // A criterion may well say "a certain date": it speaks of whatever a user picks.
    if (field === 'done') return;
    for (const { start, end, words, masked } of firstOfSentence(findWords(prose, UNNAMED))) {
      if (namesPlaceIn(sentenceAround(masked, start)) || elaborates(masked, start, end)) continue;
      yield { start, end, message: `"${words}" does not say which. Name them, or give one example.` };
    }
  },
});
