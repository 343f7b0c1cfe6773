import type { Lane } from '../../lane/lane.ts';
import { showsExample } from '../../prose/evidence.ts';
import { type LaneProse, textsIn } from '../../prose/prose-field.ts';
import { type TextRule, wholeText } from '../../prose/text-rule.ts';

const MESSAGE =
  'Nothing shows what good looks like. Name a model under `good`, or give one example with its result.';

/** Flags a brief that shows no model and no example. */
export const noGood: TextRule = {
  id: 'no-good',
  move: 2,
  severity: 'hint',
  summary: 'Nothing shows what good looks like: `good` is empty and the text has no example.',
  why: 'One example says more than ten adjectives, and an agent follows what it sees.',
  question: 'What would you show a stranger as a model?',
  fields: ['outcome'],
  examples: {
    bad: [{ lane: 'lane: 1\n«brief»:\n  outcome: Customers get a receipt\n  context: [docs/mail.md]\n' }],
    good: [
      { lane: 'lane: 1\nbrief:\n  outcome: Customers get a receipt\n  good: [test/receipt.html]\n' },
      { lane: 'lane: 1\nbrief:\n  outcome: Customers get a receipt such as "You paid 12.00 EUR"\n' },
    ],
  },
  *check({ lane }, _board, prose) {
    const key = lane.sections.brief?.key;
    if (key !== undefined && lane.brief.outcome !== undefined && !showsGood(lane, prose))
      yield { span: key, message: MESSAGE };
  },
  *find(prose) {
    if (!showsExample(prose)) yield* wholeText(prose.value, MESSAGE);
  },
};

function showsGood(lane: Lane, prose: LaneProse): boolean {
  if (lane.brief.good.length > 0) return true;
  return textsIn(prose, ['outcome', 'why', 'context', 'done']).some(showsExample);
}
