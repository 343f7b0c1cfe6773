import type { Board } from '../../board/board.ts';
import { globCovers } from '../../board/glob-cover.ts';
import { checkPath, quote } from '../../glob/workspace-path.ts';
import type { Need } from '../../lane/lane.ts';
import { isSound, type SoundLane } from '../../lane/lane-file.ts';
import type { Remedy, Report, Rule } from '../../lint/rule.ts';
import type { Text } from '../../text/span.ts';
import { nameOthers } from '../other-lanes.ts';
import { replaceWord } from '../replace-word.ts';

/** Flags a contract that nobody will write, or that two lanes may. */
export const contractUnowned: Rule = {
  id: 'contract-unowned',
  move: 1,
  severity: 'error',
  summary:
    'A contract does not exist and the needed lane does not write it, or more than one lane writes it.',
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
      {
        lane: 'lane: 1\nneeds:\n  - { lane: ledger, contract: «the schema of its events» }\n',
        files: { 'lanes/ledger.lane.yaml': 'lane: 1\n' },
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
    for (const need of file.lane.needs) yield* checkContract(file, need, board);
  },
};

const mostWriters = 6;

function* checkContract(file: SoundLane, { lane, contract }: Need, board: Board): Iterable<Report> {
  if (contract === undefined || checkPath(contract.value) !== undefined) return;
  const writers = board.writersOf(contract.value, mostWriters);
  if (writers.length > 1) yield ownedTwice(contract, writers);
  else if (!board.files.matchesAny(contract.value))
    yield* missing(file, { lane, contract, writer: writers[0] }, board);
}

function ownedTwice({ value, span }: Text, writers: readonly SoundLane[]): Report {
  const all = nameOthers({ first: writers.map((file) => ({ file })), count: writers.length });
  return {
    span,
    message: `The contract ${quote(value)} may be written by ${all}. Let one lane own it and put it under \`never\` in the others.`,
    related: writers.slice(0, 5).map((writer) => ({
      path: writer.path,
      span: writer.lane.limits.keys.write?.span ?? writer.lane.header,
      message: `"${writer.id}" may write it`,
    })),
  };
}

function* missing(
  file: SoundLane,
  {
    lane,
    contract,
    writer,
  }: { readonly lane: Text; readonly contract: Text; readonly writer: SoundLane | undefined },
  board: Board,
): Iterable<Report> {
  const { span, value } = contract;
  if (writer?.id === lane.value) return;
  if (!looksLikePath(value)) {
    const remedy = `Write the path of the file through which "${lane.value}" hands over, such as "docs/api.md".`;
    yield { span, message: `The contract ${quote(value)} is no path. ${remedy}` };
    return;
  }
  const near = board.files.nearest(value);
  const better = near !== undefined && board.files.hasFile(near) && isFree(near, board) ? near : undefined;
  const own =
    writer === undefined
      ? `Add it to the \`write\` paths of "${lane.value}", or name a file that exists.`
      : 'Need the lane that writes it, or name a file that exists.';
  const fact = `The contract ${quote(value)} does not exist, and ${writer === undefined ? 'no lane' : `"${writer.id}", not "${lane.value}",`} writes it.`;
  yield {
    span,
    message: `${fact} ${better === undefined ? own : `Did you mean ${quote(better)}?`}`,
    remedies: [
      ...(better === undefined ? [] : [replaceWord(file, contract, better)]),
      ...(writer === undefined ? letWrite(lane.value, value, board) : []),
    ],
  };
}

/** A few words are no path, even where a file could be called so. */
function looksLikePath(value: string): boolean {
  return value.includes('/') || /^\S+$|\.[a-z0-9]{1,5}$/i.test(value);
}

/** Whether at most one lane may write a path, so that it can be a contract. */
function isFree(path: string, board: Board): boolean {
  return board.writersOf(path, 2).length < 2;
}

/** The other lane can provide the file, unless it is forbidden there or has no folder that exists to be in. */
function letWrite(id: string, contract: string, { withId, files, settings }: Board): readonly Remedy[] {
  const [other] = withId(id).filter(isSound);
  const top = contract.includes('/') ? contract.split('/', 1)[0] : '';
  if (other === undefined || other.lane.sections.limits?.sound === false || !files.hasFolder(top ?? ''))
    return [];
  const nevers = [...settings.defaults.never, ...other.lane.limits.never];
  if (nevers.some((never) => globCovers(files, never.value, contract))) return [];
  return [
    {
      title: `Let "${id}" write it`,
      operations: [{ kind: 'append', at: ['limits', 'write'], value: contract, path: other.path }],
    },
  ];
}
