import { findWords } from '../../prose/find-words.ts';
import { opening, phrase } from '../../prose/phrase.ts';
import { textRule } from '../../prose/text-rule.ts';

const DEFERRED = phrase(
  opening(
    '(?:(?:please|we should|we could|should we|you (?:may|might|could) want to|might want to|may want to|also|maybe|perhaps|possibly|potentially),? )?(?:(?:re-?)?consider(?:ing)?(?! (?:all|every|each|done|only)\\b)|investigat(?:e|ing)|explor(?:e|ing)(?! page| tab| view)|look(?:ing)? (?:into|at (?:whether|if|how))|think(?:ing)? (?:about|through)|research|brainstorm|discuss|weigh|find out|figur(?:e|ing) out|work out (?:whether|how|if|what|which)|decid(?:e|ing) (?:if|whether|on|how|which|what|where|when|between|about|upon)|determin(?:e|ing) (?:if|whether|the best|how best|which approach)|evaluat(?:e|ing) (?:if|whether|how|which|the need|the options|options|alternatives|using|switching|moving|replacing|adding|the use)|(?:assess|examin|analy[sz]|clarify|study)\\w* (?:if|whether|the need|options|the options|how to|which)|find (?:a|some) way|see (?:if|whether|about)|check (?:if|whether) (?:we|it (?:makes sense|is worth|would)|there is a better)|compare (?:options|alternatives|approaches)|choose (?:between|whether|a (?:suitable|fitting|good))|settle on|come up with|propose(?! changes))',
  ),
  opening(
    '(?:maybe|perhaps|possibly|potentially),? (?:add|use|move|also|remove|replace|rename|make|show|support|keep|extend|split|drop|introduce|include|allow|cache|we|a|an|the)',
  ),
  opening('(?:it )?(?:might|may|could) be (?:worth|good|nice|useful|better|an idea)'),
  'and (?:then )?(?:decide|figure out) (?:if|whether|how|which|what|where)',
);

/** Flags criteria that only put off a decision. */
export const deferredDecision = textRule({
  id: 'deferred-decision',
  move: 1,
  severity: 'warning',
  summary:
    'A criterion puts off a decision: it begins with consider, investigate, evaluate whether, decide if, figure out.',
  why: 'Considering is done as soon as somebody has considered. What matters is the answer, and who gives it.',
  question: 'Who decides, by when, and what holds until then?',
  fields: ['done'],
  phrases: [DEFERRED],
  examples: {
    bad: [
      { lane: 'lane: 1\ndone:\n  - says: «Consider» caching the price list\n' },
      { lane: 'lane: 1\ndone:\n  - says: «Investigate» slow queries on the order page\n' },
      { lane: 'lane: 1\ndone:\n  - says: Measure both formats «and decide which» to keep\n' },
    ],
    good: [
      { lane: 'lane: 1\ndone:\n  - says: The price list is read from the cache for ten minutes\n' },
      {
        lane: 'lane: 1\ndone:\n  - says: "`docs/slow-queries.md` names the three slowest queries with their plans"\n',
      },
    ],
  },
  *find(prose) {
    for (const { start, end, words } of findWords(prose, DEFERRED)) {
      yield {
        start,
        end,
        message: `"${words}" puts a decision off. Settle it, name it under \`reserved\`, or say what is written down at the end and where.`,
      };
    }
  },
});
