import { findWords, type Words } from '../../prose/find-words.ts';
import { opening, phrase } from '../../prose/phrase.ts';
import { sentenceAt } from '../../prose/sentence.ts';
import { textRule } from '../../prose/text-rule.ts';
import { cutWords } from '../cut-words.ts';

const ESCAPE = phrase(
  'to the (?:greatest |largest |maximum )?extent (?:possible|practicable|feasible)',
  'should (?:it|this|that|they|the need|there) (?:be|prove|arise|turn out)(?: to be)?(?: \\w+)?',
  opening('(?:try|attempt|aim|strive|endeavou?r) to'),
  "(?:if|where|wherever|as(?<!\\bas [\\w-]{1,20} as)) (?:it (?:is|'s|seems) |this is |that is )?(?:at all )?(?:possible|feasible|practical|practicable|applicable|appropriate|relevant|reasonable|sensible|warranted|desired|deemed (?:necessary|appropriate|useful)|convenient)",
  '(?:when|whenever|unless) (?:it is |this is )?(?:possible|impossible|feasible|infeasible|practical|impractical|appropriate|inappropriate|reasonable|sensible|convenient|deemed (?:necessary|appropriate|useful))',
  'if (?:it is |they are |this is |that is |absolutely |really |so )?(?:needed|necessary)',
  '(?:as|where|when) (?:needed|necessary)',
  'if need be',
  'if required(?! by\\b)',
  '(?:when|as) required(?<!\\b(?:exactly|only|just) (?:as|when) required)(?= ?(?:[.,;)]|$))',
  '(?:where|when|whenever|wherever) (?:useful|helpful)',
  '(?:if|when|where|as) (?:it|that|this) (?:makes sense|seems (?:useful|sensible|right|fit)|helps|is worth it)',
  '(?:if|as) (?:you see|deemed|seen) fit',
  '(?:if|as) (?:time|the budget|budget|capacity) (?:permits|allows)',
  "(?:if|when|while) there(?: is|'s) (?:enough |still )?(?:time|capacity|budget)(?: left)?",
  '(?:time|budget) permitting',
  'as far as (?:is )?(?:reasonably )?possible',
  'as much as (?:is )?possible',
  'to the extent possible',
  'insofar as possible',
  '(?:on a |with |as a )best[- ]efforts?(?: basis)?',
  'ideally',
  'preferably',
  'hopefully',
  'nice[- ]to[- ]haves?',
  "at (?:your|the agent's|the developer's) discretion",
  'if (?:you|we) can',
  'optionally(?= (?:add|update|document|also|include|cover|write|extend|provide|refactor|migrate|support))',
);
/** "if needed" after one of these says what the program does, not what the author left open. */
const PROGRAM =
  /\b(?:creat|generat|truncat|ellips|wrap|scroll|trim|pad|escap|quot|resiz|shr[iu]nk|expand|retr[iy]|reconnect|refresh|reload|rebuil|fetch|download|initiali[sz]|prompt|fall|fell|convert|coerc|normali[sz]|overwrit|allocat|spawn|restart|redirect|mkdir|director|folder|progress|padd|round|zero-fill|evict|split)\w*/i;
const NEED = /need|necessary|required/i;

/** "Adds tests when needed" is the author's; in "users paste text when needed" the users decide. */
const AUTHORED =
  /^\W*(?:adds?|updates?|writes?|extends?|creates?|documents?|adapts?|refactors?|adjusts?|includes?|removes?|fix(?:es)?|improves?|provides?|covers?|mocks?|tests?|[\w ]{2,40} (?:is|are) (?:added|updated|written|extended|documented|adapted|adjusted|refactored|tested|translated|migrated|covered))\b/i;
/** "If possible moves are exhausted" says when. */
const WHEN_POSSIBLE =
  /^\s+(?!(?:this|its|always|has|is|was)\b)[a-z]+s\s+(?:is|are|was|were|have|has|exist|remain|occur|differ)\b/;

/** Flags ways out of a criterion. */
export const escapeClause = textRule(
  {
    id: 'escape-clause',
    move: 3,
    severity: 'warning',
    summary: 'A criterion has a way out, such as "if needed", "where applicable" or "ideally".',
    why: 'With a way out the criterion holds whatever the agent does, so it asks for nothing. What depends on a condition can name the condition.',
    question: 'When exactly does it apply, and who can tell?',
    fields: ['done'],
    phrases: [ESCAPE],
    examples: {
      bad: [
        { lane: 'lane: 1\ndone:\n  - says: The changelog is updated «if needed»\n' },
        { lane: 'lane: 1\ndone:\n  - says: «Ideally» the import finishes within 5 s\n' },
        { lane: 'lane: 1\ndone:\n  - says: Error pages are translated «where applicable»\n' },
        { lane: 'lane: 1\ndone:\n  - says: Old links keep working «as far as possible»\n' },
      ],
      good: [
        { lane: 'lane: 1\ndone:\n  - says: A change of a public function adds a line to the changelog\n' },
        { lane: 'lane: 1\ndone:\n  - says: The export creates parent directories if needed\n' },
        { lane: 'lane: 1\ndone:\n  - says: The hint reads "if possible, use a passkey"\n' },
      ],
    },
    *find(prose) {
      for (const found of findWords(prose, ESCAPE)) {
        if ((NEED.test(found.words) && saysWhatRuns(found)) || isCondition(found)) continue;
        yield {
          start: found.start,
          end: found.end,
          message: `"${found.words}" lets the criterion hold whatever happens. Delete it, or name the condition: "when X, then Y".`,
        };
      }
    },
  },
  cutWords,
);

function isCondition({ start, end, words, masked }: Words): boolean {
  if (/^when\s+(?:ne|req)/i.test(words))
    return !AUTHORED.test(masked.slice(sentenceAt(masked, start).start, start));
  return (
    /\b(?:possible|necessary|applicable|relevant|required|needed)$/i.test(words) &&
    WHEN_POSSIBLE.test(masked.slice(end, end + 60))
  );
}

function saysWhatRuns({ start, masked }: Words): boolean {
  const clause = masked.slice(sentenceAt(masked, start).start, start).split(/[;:,]/).at(-1) ?? '';
  return PROGRAM.test(clause);
}
