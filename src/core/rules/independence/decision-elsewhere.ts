import type { Board, DecisionUse, Others } from '../../board/board.ts';
import type { NamedDecision } from '../../board/decision-names.ts';
import { quote } from '../../glob/workspace-path.ts';
import type { SoundLane } from '../../lane/lane-file.ts';
import type { Remedy, Report, Rule } from '../../lint/rule.ts';
import { proseOf } from '../../prose/prose-field.ts';
import { spanWithin } from '../../text/source-map.ts';
import type { Text } from '../../text/span.ts';
import { nameOthers, relateTo } from '../other-lanes.ts';
import { needLane } from './need-lane.ts';

/** Flags a lane that needs an answer which the agent of another lane is still to give. */
export const decisionElsewhere: Rule = {
  id: 'decision-elsewhere',
  move: 1,
  severity: 'error',
  summary: 'This lane needs an answer that is free in another lane which can run at the same time.',
  why: 'The agent would have to ask the other agent, or guess. A lane needs an answer if it reserves the decision, or if outcome, why, context or done name it. A name of two words in a text could be chance and is a warning.',
  question: 'What can you decide now so that nobody has to ask?',
  examples: {
    bad: [
      {
        lane: 'lane: 1\nlimits:\n  decisions:\n    reserved: [«currency of the invoice»]\n',
        files: {
          'lanes/invoices.lane.yaml': 'lane: 1\nlimits:\n  decisions:\n    free: [invoice currency]\n',
        },
      },
      {
        lane: 'lane: 1\ndone:\n  - says: The export prints dates in the «date format of the public API»\n',
        files: {
          'lanes/api.lane.yaml': 'lane: 1\nlimits:\n  decisions:\n    free: [public API date format]\n',
        },
      },
    ],
    good: [
      {
        lane: 'lane: 1\nlimits:\n  decisions:\n    settled: { date format of the public API: ISO 8601 }\ndone:\n  - says: Dates follow the date format of the public API\n',
        files: {
          'lanes/api.lane.yaml': 'lane: 1\nlimits:\n  decisions:\n    free: [names of the endpoints]\n',
        },
      },
      {
        lane: 'lane: 1\ndone:\n  - says: The public page shows one date per row, in the format that the API sends\n',
        files: {
          'lanes/api.lane.yaml': 'lane: 1\nlimits:\n  decisions:\n    free: [public API date format]\n',
        },
      },
      {
        lane: 'lane: 1\nneeds:\n  - { lane: api, contract: docs/api.md }\ndone:\n  - says: Dates follow the date format of the public API\n',
        files: {
          'lanes/api.lane.yaml': 'lane: 1\nlimits:\n  decisions:\n    free: [public API date format]\n',
          'docs/api.md': '# API\n',
        },
      },
    ],
  },
  *check(file, board) {
    const own = board.decisionsOf(file);
    for (const { key, use } of own) {
      if (use.state === 'reserved') yield* checkReserved(file, board, { key, name: use.name });
    }
    const known = new Set(own.map(({ key }) => key));
    for (const text of proseOf(file.lane, ['outcome', 'why', 'context', 'done'])) {
      for (const named of board.freeDecisionsIn(text.value)) {
        if (known.has(named.key)) continue;
        const report = checkMention(file, board, { text, ...named });
        if (report === undefined) continue;
        known.add(named.key);
        yield report;
      }
    }
  },
};

function* checkReserved(
  file: SoundLane,
  board: Board,
  { key, name }: { readonly key: string; readonly name: Text },
): Iterable<Report> {
  const others = board.decisionsBeside(file, key, 'free');
  if (others.count === 0) return;
  const fact = `${quote(name.value)} is reserved here and free in ${nameOthers(others)}, so that an agent may decide what you keep for yourself.`;
  yield {
    span: name.span,
    message: `${fact} Settle it, or reserve it there too.`,
    related: relatedTo(others),
    remedies: orderAfter(file, board, others),
  };
}

interface Mention extends NamedDecision {
  readonly text: Text;
}

/** Words that say that the decision does not matter here. */
const DENIED =
  /\b(?:out of scope|not part of|regardless of|independent(?:ly)? of|whatever|no matter|unaffected by|does not depend|elsewhere)\b/i;

function checkMention(
  file: SoundLane,
  board: Board,
  { text, key, start, end, sentence }: Mention,
): Report | undefined {
  const around = text.value.slice(Math.max(0, start - 1), end + 1);
  if (around.includes('/') || DENIED.test(sentence)) return undefined;
  const others = board.decisionsBeside(file, key, 'free');
  if (others.count === 0) return undefined;
  const fact = `${quote(text.value.slice(start, end))} is a decision that the agent of ${nameOthers(others)} is free to make.`;
  return {
    span: spanWithin(file.text, text, start, end),
    message: `${fact} Settle it in both lanes, or order them through a contract.`,
    severity: key.split(' ').length > 2 ? 'error' : 'warning',
    related: relatedTo(others),
    remedies: orderAfter(file, board, others),
  };
}

function relatedTo(others: Others<DecisionUse>): NonNullable<Report['related']> {
  return relateTo(
    others,
    (use) => use.name,
    (use) => `free in "${use.file.id}"`,
  );
}

function orderAfter(file: SoundLane, board: Board, { first }: Others<DecisionUse>): readonly Remedy[] {
  return first
    .slice(0, 1)
    .flatMap((other) => needLane({ file, board }, other.file, `Need "${other.file.id}" for it`));
}
