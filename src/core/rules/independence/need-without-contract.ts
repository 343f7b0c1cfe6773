import type { Board } from '../../board/board.ts';
import type { Operation, YamlPath } from '../../edit/operation.ts';
import type { Need } from '../../lane/lane.ts';
import { isSound, type SoundLane } from '../../lane/lane-file.ts';
import type { Remedy, Rule } from '../../lint/rule.ts';
import { contractBetween, isFileOf } from './need-lane.ts';

/** Flags a need that does not say through which file one lane depends on the other. */
export const needWithoutContract: Rule = {
  id: 'need-without-contract',
  move: 1,
  severity: 'error',
  summary: 'A need names a lane but no contract.',
  why: 'Without a file that says what the other lane provides, the two agents still have to agree on it: the decision is open between them.',
  question: 'Which file will the other lane leave that this one builds on?',
  examples: {
    bad: [
      {
        lane: 'lane: 1\nneeds:\n  - lane: «ledger-events»\n',
        files: { 'lanes/ledger-events.lane.yaml': 'lane: 1\n' },
      },
      {
        lane: 'lane: 1\nneeds: [«ledger-events»]\n',
        files: { 'lanes/ledger-events.lane.yaml': 'lane: 1\n' },
      },
    ],
    good: [
      {
        lane: 'lane: 1\nneeds:\n  - { lane: ledger-events, contract: docs/events/refund.schema.json }\n',
        files: {
          'lanes/ledger-events.lane.yaml': 'lane: 1\nlimits:\n  write: [docs/events/refund.schema.json]\n',
        },
      },
    ],
  },
  *check(file, board) {
    if (file.lane.sections.needs?.sound === false) return;
    for (const [index, need] of file.lane.needs.entries()) {
      if (need.contract !== undefined) continue;
      yield {
        span: need.lane.span,
        message: `The need of "${need.lane.value}" names no contract, so that the two agents would have to agree on one. Add \`contract:\` with the file through which this lane depends on it.`,
        remedies: remedies(file, board, { need, index }),
      };
    }
  },
};

const mostOffered = 3;

/** Plain files that the other lane may write are contracts it could provide; else one is made. */
function remedies(file: SoundLane, board: Board, place: { need: Need; index: number }): readonly Remedy[] {
  const [other] = board.withId(place.need.lane.value).filter(isSound);
  if (other === undefined || other.path === file.path) return [];
  const read = contractBetween(file, board, other);
  const written = other.lane.limits.write.map(({ value }) => value);
  const files = [...(read === undefined ? [] : [read]), ...written].filter((path) =>
    isFileOf(other, board, path),
  );
  const offered = [...new Set(files)].slice(0, mostOffered).map((contract) => ({
    title: `Depend on ${contract}`,
    operations: [nameContract(place, contract)],
  }));
  const contract = `docs/contracts/${other.id}.md`;
  const isTaken = board.writersOf(contract, 2).some(({ path }) => path !== other.path);
  if (offered.length > 0 || isTaken) return offered;
  const text = `# What "${other.id}" provides\n`;
  const made: readonly Operation[] = board.files.hasFile(contract)
    ? []
    : [{ kind: 'create', path: contract, text }];
  const owned: Operation = { kind: 'append', at: ['limits', 'write'], value: contract, path: other.path };
  return [
    {
      title: `Create ${contract}, owned by "${other.id}"`,
      operations: [nameContract(place, contract), ...made, owned],
    },
  ];
}

function nameContract({ need, index }: { need: Need; index: number }, contract: string): Operation {
  const at: YamlPath = ['needs', index];
  const isBare = need.span.start === need.lane.span.start && need.span.end === need.lane.span.end;
  return isBare
    ? { kind: 'set', at, value: { lane: need.lane.value, contract } }
    : { kind: 'set', at: [...at, 'contract'], value: contract };
}
