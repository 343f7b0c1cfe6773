import type { Board, CopiedParagraph } from '../../board/board.ts';
import type { SoundLane } from '../../lane/lane-file.ts';
import type { Remedy, Rule } from '../../lint/rule.ts';
import { nameOthers, relateTo } from '../other-lanes.ts';

const COPIED =
  'Refunds reach us as refund-issued events from the ledger. Nothing polls the bank, and nothing ever will: the bank calls our hook, the ledger writes one event for each call, and all that happens afterwards starts from that event.';

/** Flags context that stands in two lanes and can grow apart. */
export const contextCopied: Rule = {
  id: 'context-copied',
  move: 2,
  severity: 'hint',
  summary: 'The same paragraph of 200 characters or more stands in two lanes.',
  why: 'Context written twice is corrected once, and then two agents work from two truths. Write it once as shared context and link to it.',
  question: 'What would this paragraph be called, if all lanes could link to it?',
  examples: {
    bad: [
      {
        lane: `lane: 1\nbrief:\n  context:\n    - text: «${COPIED.replaceAll(': ', ' - ')}»\n`,
        files: {
          'lanes/receipts.lane.yaml': `lane: 1\nbrief:\n  context:\n    - text: ${COPIED.replaceAll(': ', ' - ')}\n`,
        },
      },
    ],
    good: [
      {
        lane: 'lane: 1\nbrief:\n  context: [lanes/context/refund-events.md]\n',
        files: {
          'lanes/receipts.lane.yaml': 'lane: 1\nbrief:\n  context: [lanes/context/refund-events.md]\n',
          'lanes/context/refund-events.md': `${COPIED}\n`,
        },
      },
    ],
  },
  *check(file, board) {
    for (const copied of board.copies(file)) {
      const start = copied.own.value.slice(0, 40).trimEnd();
      yield {
        span: copied.own.span,
        message: `The paragraph "${start}…" also stands in ${nameOthers(copied)}. Move it to a file in \`lanes/context/\` and link to that from both.`,
        related: relateTo(
          copied,
          ({ text }) => text,
          ({ file: other }) => `the same paragraph in "${other.id}"`,
        ),
        remedies: extract(file, board, copied),
      };
    }
  },
};

/** Offered where the paragraph is a whole entry of the context: cutting one out of a text needs an eye for what is left. */
function extract({ lane }: SoundLane, board: Board, { own, within }: CopiedParagraph): readonly Remedy[] {
  const index = lane.brief.context.findIndex((entry) => entry.kind === 'text' && entry.text === within);
  const isWhole = within.value.replace(/\s+/g, ' ').trim() === own.value;
  if (index < 0 || !isWhole || lane.sections.brief?.sound === false) return [];
  const path = freePath(board, own.value);
  return [
    {
      title: `Move it to ${path}`,
      operations: [
        { kind: 'create', path, text: `${within.value.trim()}\n` },
        { kind: 'set', at: ['brief', 'context', index], value: path },
      ],
    },
  ];
}

const wordsInName = 4;

/** A file name from the paragraph's first words that is not taken. */
function freePath({ files }: Board, text: string): string {
  const words = text
    .toLowerCase()
    .match(/[a-z0-9]+/g)
    ?.slice(0, wordsInName) ?? ['context'];
  const name = `lanes/context/${words.join('-').slice(0, 60)}`;
  let path = `${name}.md`;
  for (let number = 2; files.hasFile(path); number++) path = `${name}-${number}.md`;
  return path;
}
