import type { Board } from '../../board/board.ts';
import { checkPath, quote } from '../../glob/workspace-path.ts';
import type { Need } from '../../lane/lane.ts';
import { isSound } from '../../lane/lane-file.ts';
import type { Remedy, Report, Rule } from '../../lint/rule.ts';
import { nameOthers } from '../other-lanes.ts';

/** Flags a contract that nobody will write, or that two lanes may. */
export const contractUnowned: Rule = {
  id: 'contract-unowned',
  move: 1,
  severity: 'error',
  summary: 'A contract does not exist and no lane writes it, or more than one lane writes it.',
  why: 'A contract that nobody owns never comes, and one that two lanes may write says two things. Both send the agent back to ask.',
  question: 'Which one lane owns this contract?',
  examples: {
    bad: [
      {
        lane: 'lane: 1\nneeds:\n  - { lane: ledger, contract: «docs/events.md» }\n',
        files: {
          'lanes/ledger.lane.yaml': 'lane: 1\nlimits:\n  write: [src/ledger/**]\n',
          'src/ledger/a.ts': '',
        },
      },
      {
        lane: 'lane: 1\nneeds:\n  - { lane: ledger, contract: «docs/events.md» }\n',
        files: {
          'lanes/ledger.lane.yaml': 'lane: 1\nlimits:\n  write: [docs/events.md]\n',
          'lanes/billing.lane.yaml': 'lane: 1\nlimits:\n  write: [docs/**]\n',
        },
      },
    ],
    good: [
      {
        lane: 'lane: 1\nneeds:\n  - { lane: ledger, contract: docs/events.md }\n',
        files: { 'lanes/ledger.lane.yaml': 'lane: 1\nlimits:\n  write: [docs/events.md]\n' },
      },
      {
        lane: 'lane: 1\nneeds:\n  - { lane: ledger, contract: docs/events.md }\n',
        files: { 'lanes/ledger.lane.yaml': 'lane: 1\n', 'docs/events.md': '# Events\n' },
      },
    ],
  },
  *check(file, board) {
    if (board.hasEnded(file.id)) return;
    for (const need of file.lane.needs) yield* checkContract(need, board);
  },
};

const mostWriters = 6;

function* checkContract({ lane, contract }: Need, board: Board): Iterable<Report> {
  if (contract === undefined || checkPath(contract.value) !== undefined) return;
  const writers = board.writersOf(contract.value, mostWriters);
  if (writers.length > 1) {
    const all = nameOthers({ first: writers.map((file) => ({ file })), count: writers.length });
    yield {
      span: contract.span,
      message: `The contract ${quote(contract.value)} may be written by ${all}. Let one lane own it and put it under \`never\` in the others.`,
      related: writers.slice(0, 5).map((writer) => ({
        path: writer.path,
        span: writer.lane.limits.keys.write?.span ?? writer.lane.header,
        message: `"${writer.id}" may write it`,
      })),
    };
  } else if (writers.length === 0 && !board.files.matchesAny(contract.value)) {
    yield {
      span: contract.span,
      message: `The contract ${quote(contract.value)} does not exist, and no lane writes it. Add it to the \`write\` paths of "${lane.value}", or name a file that exists.`,
      remedies: letWrite(lane.value, contract.value, board),
    };
  }
}

function letWrite(id: string, contract: string, board: Board): readonly Remedy[] {
  const [other] = board.withId(id).filter(isSound);
  if (other === undefined || other.lane.sections.limits?.sound === false) return [];
  return [
    {
      title: `Let "${id}" write it`,
      operations: [{ kind: 'append', at: ['limits', 'write'], value: contract, path: other.path }],
    },
  ];
}
