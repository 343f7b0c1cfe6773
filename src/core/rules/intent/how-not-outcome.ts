import { oneLine } from '../../prose/find-words.ts';
import { sentenceAt } from '../../prose/sentence.ts';
import { textRule } from '../../prose/text-rule.ts';

const HOW =
  /^\W*(?:\[[^\]\n]{1,30}\]\s*)?(?:we (?:need to|should|must|want to|have to|will) |please |need to |to )?(?:(?:re-?)?(?:implement|factor|write|build|design|work|organi[sz]e|structure|name)|refactor|add|create|migrate|use|replace|introduce|update|upgrade|bump|switch|move|extract|set up|integrate|wire(?: up)?|convert|install|configure|simplify|develop|remove|delete|drop|port|split|merge|adopt|apply|clean up|fix up|improve|enhance|extend|optimi[sz]e|moderni[sz]e|expose|hook up|generate|make use of|provide|define|document|register|expand|adjust|change|modify|rework)(?:s|es|d|ed)?\s(?!(?:is|are|was|were)\s)|^\W*(?:(?:the|all|our|every|each|this) )?(?:[\w-]+ ){1,4}(?:is|are|gets?|has been|have been|will be|should be|must be) (?:refactored|rewritten|restructured|reorgani[sz]ed|reworked|migrated|ported|extracted|converted|moderni[sz]ed|rebuilt|re-?implemented|split|modulari[sz]ed|decoupled|implemented|integrated|upgraded)\b|^\W*(?:the )?(?:refactoring|migration|rewrite|introduction|implementation|extraction|conversion|integration) of\s/i;
const EFFECT =
  /\b(?:so that|so (?:users?|customers?|people|we|that|it|the|they|you|nobody|everyone|agents?|developers?)|in order (?:to|that)|such that|because|which (?:lets|allows|means|makes|shows|gives)|(?:lets?|allows?|enables?|helps?) (?:users?|customers?|people|visitors?|anyone|everyone|developers?|admins?|operators?|the|them|us|you|agents?|teams?)|can (?:now |then |also )?(?:see|find|get|read|open|choose|use|pay|log|sign|search|filter|send|download|cancel|edit|view|tell|run|start|recover)|no longer|instead of|(?:see|sees|receive|receives|get|gets|shows?|appears?|displays?|returns?|prints?|exits?|fails?|loads?|answers?|works?|reads?|finds?|opens?|contains?|stays?|succeeds?|passes) )/i;

const MEASURE =
  /\d\s?(?:%|ms\b|s\b|sec|min|hours?\b|h\b|days?\b|[kmg]i?b\b|percent|times\b|x\b|clicks?\b|steps?\b|rows?\b|users?\b|requests?\b)/i;

/** Flags outcomes that say how and not what changes for somebody. */
export const howNotOutcome = textRule({
  id: 'how-not-outcome',
  move: 5,
  severity: 'hint',
  summary: 'The outcome is an implementation step, with no effect that anyone would notice.',
  why: 'If only the step is named, the agent cannot tell a good way from a bad one, and you review code where you could look at an effect.',
  question: 'Why? What is different afterwards, and for whom?',
  fields: ['outcome'],
  examples: {
    bad: [
      { lane: 'lane: 1\nbrief:\n  outcome: «Refactor the mail module»\n' },
      { lane: 'lane: 1\nbrief:\n  outcome: «Use Redis for the price list»\n' },
    ],
    good: [
      { lane: 'lane: 1\nbrief:\n  outcome: Add a search box so that buyers find an order by its number\n' },
      { lane: 'lane: 1\nbrief:\n  outcome: Buyers see prices within 200 ms\n' },
    ],
  },
  *find(prose) {
    const text = prose.value;
    const step = HOW.exec(text);
    if (step === null) return;
    const masked = prose.masked().slice(0, 4000);
    if (EFFECT.test(masked.slice(step[0].length))) return;
    const start = text.search(/\S/);
    const end = start + masked.slice(start, sentenceAt(masked, start).end).replace(/[\s.]+$/, '').length;
    if (MEASURE.test(masked.slice(start, end))) return;
    yield {
      start,
      end,
      message: `"${oneLine(text.slice(start, end))}" says how, not what changes. Say what somebody sees or can do afterwards.`,
    };
  },
});
