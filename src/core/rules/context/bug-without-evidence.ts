import type { Lane } from '../../lane/lane.ts';
import type { Remedy } from '../../lint/rule.ts';
import { showsFault } from '../../prose/evidence.ts';
import { blankBlocks } from '../../prose/markdown-blocks.ts';
import { type LaneProse, textsIn } from '../../prose/prose-field.ts';
import { type TextRule, wholeText } from '../../prose/text-rule.ts';

const MESSAGE =
  'A fault is to be mended, but nothing shows it: no example, no error text, no "now this, wanted that". Add what happens now, what should happen, and how to see it.';
const READS_LIKE_A_BUG =
  /\b(?:bugs?|broken|breaks|incorrect(?:ly)?|wrong(?:ly)?|regressions?|unexpected(?:ly)?|misbehav\w+|mistakenly|inconsisten(?:t|tly|cy|cies)|crash(?:es|ed|ing)?|fails|failing|raises|throws|traceback|doesn't|does not|don't work|won't|unable to|(?:there is|has|have) (?:an? |the )?(?:\w+ )?(?:issue|problem|error|discrepancy|defect)|(?:issue|problem) (?:arises|occurs|involves|is that|with|where)|(?:not|never) (?:being )?(?:\w+ly )?(?:handled|working|tracked|recogni[sz]ed|preserved|applied|respected|detected))\b/i;
/** Who begins so wants something new, whatever errors the text goes on to name. */
const WISH =
  /^\W*(?:epic|feature|implement|add|document|create|pull|introduce|build|set up|support|extend|provide|write|design|research|update|upgrade|migrate|refactor|rename|move|deliver|allow|enable|improve|make)\b/i;
const FAULT_FILE = /log|crash|trace|repro|issue|bug|fixture|test|spec|sample|example|screenshot/i;

/** Flags a bug lane that does not show the bug. */
export const bugWithoutEvidence: TextRule = {
  id: 'bug-without-evidence',
  move: 2,
  severity: 'warning',
  summary:
    'A lane of kind bug shows no example, no error text, and not what happens now beside what is wanted.',
  why: 'An agent that cannot see the fault mends what it believes to be the fault, and nobody can tell whether it is gone.',
  question: 'What do you do, what do you see, and what did you want to see?',
  fields: ['outcome'],
  examples: {
    bad: [
      { lane: 'lane: 1\n«kind: bug»\nbrief:\n  outcome: Refunds are no longer wrong for foreign cards\n' },
    ],
    good: [
      {
        lane: 'lane: 1\nkind: bug\nbrief:\n  outcome: A refund of 10.00 CHF to a euro card shows "10.00 CHF", not "10.00 EUR"\n',
      },
      {
        lane: 'lane: 1\nkind: bug\nbrief:\n  outcome: Foreign cards get refunds\n  context:\n    - text: The log says TypeError in refund.ts.\n',
      },
      { lane: 'lane: 1\nkind: feature\nbrief:\n  outcome: Foreign cards get refunds\n' },
    ],
  },
  *check({ lane, text }, _board, prose) {
    if (lane.kind?.value !== 'bug' || showsTheFault(lane, prose)) return;
    const { key, span } = lane.sections.kind ?? { key: lane.header, span: lane.header };
    yield {
      span: { start: key.start, end: span.end },
      message: MESSAGE,
      remedies: hasOwnLines(text, lane.brief) ? [FORM] : [],
    };
  },
  *find(prose) {
    const { value } = prose;
    if (READS_LIKE_A_BUG.test(value) && !WISH.test(blankBlocks(value)) && !showsFault(prose))
      yield* wholeText(value, MESSAGE);
  },
};

const FORM: Remedy = {
  title: 'Add what happens now and what is wanted',
  operations: [{ kind: 'append', at: ['brief', 'context'], value: { text: 'Now:\nWanted:\nTo see it:\n' } }],
};

/** True if the brief is written one key to a line: between braces a form to fill in is no help. */
function hasOwnLines(text: string, { outcome, keys }: Lane['brief']): boolean {
  const { span } = keys.context ?? { span: outcome?.span };
  return (
    span !== undefined &&
    text[span.start] !== '[' &&
    /\n[ ]+$/.test(text.slice(0, keys.outcome?.key.start ?? 0))
  );
}

function showsTheFault({ brief }: Lane, prose: LaneProse): boolean {
  if (brief.evidence.some(({ said, source }) => said ?? source)) return true;
  if (brief.context.some((entry) => entry.kind === 'path' && FAULT_FILE.test(entry.path.value))) return true;
  return textsIn(prose, ['outcome', 'why', 'context']).some(showsFault);
}
