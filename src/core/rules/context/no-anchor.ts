import type { Lane } from '../../lane/lane.ts';
import { namesPlace, showsExample } from '../../prose/evidence.ts';
import { type LaneProse, textsIn } from '../../prose/prose-field.ts';
import { type TextRule, wholeText } from '../../prose/text-rule.ts';

const MESSAGE =
  'Nothing here says where to begin: no path, no symbol, no command, no example. Name the file that a stranger would open first.';

/** Flags a brief that names no place to begin. */
export const noAnchor: TextRule = {
  id: 'no-anchor',
  move: 2,
  severity: 'warning',
  summary: 'Neither context nor outcome names a path, a symbol, a command or an example.',
  why: 'Without a place to begin, the agent searches the repository and may begin in the wrong one.',
  question: 'Where would a stranger open first?',
  fields: ['outcome'],
  examples: {
    bad: [
      {
        lane: 'lane: 1\nbrief:\n  outcome: Customers see the delivery date earlier\n  «context»:\n    - text: Dates come from the warehouse every night.\n',
      },
    ],
    good: [
      {
        lane: 'lane: 1\nbrief:\n  outcome: Customers see the delivery date\n  context:\n    - text: Dates come from `loadDates` in src/warehouse.ts every night.\n',
      },
      {
        lane: 'lane: 1\nbrief:\n  outcome: Customers see the delivery date\n  context: [docs/dates.md]\n',
        files: { 'docs/dates.md': '# Dates\n' },
      },
    ],
  },
  *check({ lane }, _board, prose) {
    const key = lane.brief.keys.context?.key;
    if (key !== undefined && lane.brief.context.length > 0 && !isAnchored(lane, prose))
      yield { span: key, message: MESSAGE };
  },
  *find(prose) {
    if (!namesPlace(prose) && !showsExample(prose)) yield* wholeText(prose.value, MESSAGE);
  },
};

/** Paths and addresses count as they are: whether they exist is another rule's question. */
function isAnchored(lane: Lane, prose: LaneProse): boolean {
  if ([...lane.brief.context, ...lane.brief.good].some(({ kind }) => kind !== 'text')) return true;
  return textsIn(prose, ['outcome', 'why', 'context', 'good']).some(
    (text) => namesPlace(text) || showsExample(text),
  );
}
