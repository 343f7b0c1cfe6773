import type { Board, DecisionUse, KeyedDecision, Others } from '../../board/board.ts';
import { quote } from '../../glob/workspace-path.ts';
import type { SoundLane } from '../../lane/lane-file.ts';
import type { Related } from '../../lint/finding.ts';
import type { Remedy, Report, Rule } from '../../lint/rule.ts';
import type { Text } from '../../text/span.ts';
import { nameOthers, relateTo } from '../other-lanes.ts';
import { settle } from './move-decision.ts';

/** Flags a decision that is settled in one lane and settled differently, free or reserved in another. */
export const decisionContradicted: Rule = {
  id: 'decision-contradicted',
  move: 1,
  severity: 'error',
  summary: 'One decision is settled differently in two lanes, or settled in one and still open in the other.',
  why: 'Both agents keep to their lane, and what they make does not fit together. An answer that only adds a remark to the other (after a comma, bracket or dash) is the same answer.',
  question: 'Which answer holds for both lanes?',
  examples: {
    bad: [
      {
        lane: 'lane: 1\nlimits:\n  decisions:\n    settled:\n      «mail provider»: Postmark\n',
        files: {
          'lanes/receipts.lane.yaml':
            'lane: 1\nlimits:\n  decisions:\n    settled: { Mail provider: Sendgrid }\n',
        },
      },
      {
        lane: 'lane: 1\nlimits:\n  decisions:\n    settled:\n      «mail provider»: Postmark\n',
        files: { 'lanes/receipts.lane.yaml': 'lane: 1\nlimits:\n  decisions:\n    free: [mail providers]\n' },
      },
      {
        lane: 'lane: 1\nlimits:\n  decisions:\n    reserved: [«mail provider»]\n',
        files: {
          'lanes/receipts.lane.yaml':
            'lane: 1\nlimits:\n  decisions:\n    settled: { mail provider: Sendgrid }\n',
        },
      },
    ],
    good: [
      {
        lane: 'lane: 1\nlimits:\n  decisions:\n    settled:\n      mail provider: Postmark (docs/adr/0012.md)\n',
        files: {
          'lanes/receipts.lane.yaml':
            'lane: 1\nlimits:\n  decisions:\n    settled: { Mail provider: postmark }\n',
        },
      },
    ],
  },
  *check(file, board) {
    for (const decision of board.decisionsOf(file)) {
      if (decision.use.state === 'settled') yield* checkSettled(file, board, decision);
      else yield* checkOpen(file, board, decision);
    }
  },
};

function* checkSettled(file: SoundLane, board: Board, { key, use }: KeyedDecision): Iterable<Report> {
  const { name } = use;
  const answer = use.answer?.value ?? '';
  if (answer.trim() === '') return;
  const different = board.decisionsBeside(file, key, 'settled', answer);
  const [other] = different.first;
  if (other?.answer !== undefined) {
    yield {
      span: name.span,
      message: `${quote(name.value)} is settled here as ${quote(answer)} and in ${nameOthers(different)} as ${quote(other.answer.value)}. Decide which holds and write it in both lanes.`,
      related: relatedTo(different),
      remedies: [takeOver(other, name)],
    };
    return;
  }
  for (const state of ['free', 'reserved'] as const) {
    const open = board.decisionsBeside(file, key, state);
    const [first] = open.first;
    if (first === undefined) continue;
    const operations = settle(first.file, state, first.name, answer);
    yield {
      span: name.span,
      message: `${quote(name.value)} is settled here as ${quote(answer)} and still ${state} in ${nameOthers(open)}. Settle it there in the same way.`,
      related: relatedTo(open),
      remedies: operations.length > 0 ? [{ title: `Settle it in "${first.file.id}" too`, operations }] : [],
    };
    return;
  }
}

function* checkOpen(file: SoundLane, board: Board, { key, use }: KeyedDecision): Iterable<Report> {
  const { name, state } = use;
  const settled = board.decisionsBeside(file, key, 'settled');
  const answer = settled.first[0]?.answer?.value;
  if (answer === undefined || state === 'settled') return;
  const operations = settle(file, state, name, answer);
  yield {
    span: name.span,
    message: `${quote(name.value)} is ${state} here, and ${nameOthers(settled)} has settled it as ${quote(answer)}. Take over that answer.`,
    related: relatedTo(settled),
    remedies: operations.length > 0 ? [{ title: `Settle it as ${quote(answer)}`, operations }] : [],
  };
}

function takeOver({ file, answer }: DecisionUse, own: Text): Remedy {
  const value = answer?.value ?? '';
  return {
    title: `Take over ${quote(value)} from "${file.id}"`,
    operations: [{ kind: 'set', at: ['limits', 'decisions', 'settled', own.value], value }],
  };
}

function relatedTo(others: Others<DecisionUse>): readonly Related[] {
  return relateTo(
    others,
    (use) => use.name,
    ({ file, state, answer }) =>
      answer === undefined ? `${state} in "${file.id}"` : `"${file.id}" settles it as ${quote(answer.value)}`,
  );
}
