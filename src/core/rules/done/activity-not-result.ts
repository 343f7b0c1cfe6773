import { oneLine } from '../../prose/find-words.ts';
import { textRule } from '../../prose/text-rule.ts';

const VERB =
  '(?:add|update|write|create|extend|improve|fix|adjust|implement|provide|run|clean up|tidy(?: up)?|refactor|rewrite|review|complete|finish|do)(?:e?s|d|ed)?';
const THING =
  '(?:the |all |any |some |new |more |missing |necessary |relevant |required |existing |unit |integration |e2e |end-to-end |regression |automated |user |api |inline |code |project |corresponding |basic |proper |comprehensive )*(?:docs?|documentation|read-?me|change-?log|tests?(?: cases?| suite| coverage)?|comments?|types?|code|examples?|coverage|release notes|error handling|logging|validation|feature|work|task|implementation|refactoring|clean-?up)';
/** What the activity is about: "for the cart". */
const ABOUT = '(?: (?:for|of|to) (?:the|our|its|this|my) [\\w-]+(?: [\\w-]+)?)?';
const WHOLE = new RegExp(
  `^(?:${THING}|${VERB} ${THING}(?: (?:and|&) ${THING})?${ABOUT}|${THING}(?: (?:and|&) ${THING})?${ABOUT}(?: (?:is|are|were|have been|has been))? (?:added|updated|written|created|extended|improved|adjusted|done|completed?|finished|refactored|cleaned up|in place)|(?:refactor|rewrite|rework|restructure) (?:the )?[\\w-]+(?: [\\w-]+){0,3}|(?:the |all )?[\\w-]+(?: [\\w-]+){0,2} (?:is|are|has been|have been|was|were) (?:refactored|rewritten|restructured|reworked|reorgani[sz]ed|cleaned up)(?: (?:into|to|using|with|in|as)(?: [\\w-]+){1,5})?)$`.replaceAll(
    ' ',
    '\\s+',
  ),
  'i',
);
const LIST_MARK = /^\s*(?:[-*+] )?(?:\[[ x]\] )?(?:#?\d+(?:\.\d+)*[.)]?\s+)?/i;

/** Flags criteria that name only what the agent does. */
export const activityNotResult = textRule({
  id: 'activity-not-result',
  move: 3,
  severity: 'hint',
  summary: 'The whole criterion is an activity, such as "update docs" or "add tests".',
  why: 'An activity is done as soon as anything was done. A result can be looked at.',
  question: 'What is there when that is done, and where would you look?',
  fields: ['done'],
  examples: {
    bad: [
      { lane: 'lane: 1\ndone:\n  - says: «Update docs»\n' },
      { lane: 'lane: 1\ndone:\n  - says: «Add unit tests»\n' },
      { lane: 'lane: 1\ndone:\n  - says: «Refactor the parser»\n' },
    ],
    good: [
      { lane: 'lane: 1\ndone:\n  - says: "`docs/export.md` shows the new flag with one example"\n' },
      { lane: 'lane: 1\ndone:\n  - says: Add tests that fail when a refund is sent twice\n' },
    ],
  },
  *find(prose) {
    const text = prose.value;
    if (text.length > 120) return;
    const start = LIST_MARK.exec(text)?.[0].length ?? 0;
    const end = text.trimEnd().replace(/[.!]$/, '').length;
    if (!WHOLE.test(text.slice(start, end)) || !WHOLE.test(prose.masked().slice(start, end))) return;
    yield {
      start,
      end,
      message: `"${oneLine(text.slice(start, end))}" is something to do, not something to see. Say what is there afterwards, and where.`,
    };
  },
});
