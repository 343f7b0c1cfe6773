import type { Board } from '../../board/board.ts';
import type { ContextEntry } from '../../lane/lane.ts';
import type { Remedy, Rule } from '../../lint/rule.ts';

/** Flags a lane that gives a stranger nothing to read first. */
export const missingContext: Rule = {
  id: 'missing-context',
  move: 2,
  severity: 'error',
  summary: 'The lane has no context.',
  why: 'If a smart, motivated stranger could not do the work from this file alone, an agent cannot either. It fills the gap with what is usual elsewhere.',
  question: 'What would a stranger have to read first?',
  examples: {
    bad: [
      { lane: '«lane: 1»\ntitle: Refund mails\n' },
      { lane: 'lane: 1\n«brief»:\n  outcome: Customers get one mail\n' },
      { lane: 'lane: 1\nbrief:\n  «context»: []\n' },
    ],
    good: [
      {
        lane: 'lane: 1\nbrief:\n  context: [docs/mail.md]\n',
        files: { 'docs/mail.md': '# Mail\n' },
      },
      {
        lane: 'lane: 1\nbrief:\n  context:\n    - text: Refunds reach us as events; nothing polls the bank.\n',
      },
    ],
  },
  *check({ lane: { brief, sections, header } }, board) {
    if (sections.brief?.sound === false || brief.context.some(saysSomething)) return;
    yield {
      span: brief.keys.context?.key ?? sections.brief?.key ?? header,
      message:
        'The lane has no context. List under `brief: context:` the files a stranger reads first, or write down what they must know.',
      remedies: startingPoints(board),
    };
  },
};

function saysSomething(entry: ContextEntry): boolean {
  const said = entry.kind === 'path' ? entry.path : entry.kind === 'url' ? entry.url : entry.text;
  return said.value.trim() !== '';
}

const mostOffered = 3;

/** Shared context that is there already, else the workspace's own introduction. */
function startingPoints({ files }: Board): readonly Remedy[] {
  const shared = files.matching('lanes/context/*.md', mostOffered);
  const found = shared.length > 0 ? shared : files.matching('README.md', 1);
  return found.map((path) => ({
    title: `Start from ${path}`,
    operations: [{ kind: 'append', at: ['brief', 'context'], value: path }],
  }));
}
