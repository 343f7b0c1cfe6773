import type { Board } from '../../board/board.ts';
import type { SoundLane } from '../../lane/lane-file.ts';
import type { Report, Rule } from '../../lint/rule.ts';
import type { Text } from '../../text/span.ts';

/** Flags ids that are one where letter case, or the way of writing an accent, does not count. */
export const duplicateId: Rule = {
  id: 'duplicate-id',
  move: 'file',
  severity: 'error',
  summary: 'Two lane files have one id, or two checks of a lane have ids that differ only in case.',
  why: 'A need, a proof or a review that names the id means one of the two, and nobody can say which. On macOS and Windows two names that differ only in case are one file.',
  question: 'What tells the two apart?',
  examples: {
    bad: [
      { lane: '«lane: 1»\n', files: { 'lanes/done/Example.lane.yaml': 'lane: 1\n' } },
      { lane: 'lane: 1\nchecks:\n  unit: npm test\n  «Unit»: npm run unit\n' },
    ],
    good: [
      {
        lane: 'lane: 1\nchecks:\n  unit: npm test\n  unit-slow: npm run unit\n',
        files: { 'lanes/example-2.lane.yaml': 'lane: 1\n' },
      },
    ],
  },
  *check(file, board) {
    yield* checkFile(file, board);
    yield* checkChecks(file);
  },
};

function* checkFile(file: SoundLane, board: Board): Iterable<Report> {
  const { first, count } = board.namesakes(file);
  const [other] = first;
  if (other === undefined) return;
  const others = count > 1 ? ` and ${count - 1} more` : '';
  const same = other.id === file.id ? 'is also the id' : `differs only in case from "${other.id}", the id`;
  const how = isEncodedOtherwise(file.path, other.path)
    ? ', whose name differs only in how its letters are encoded'
    : '';
  yield {
    span: file.lane.header,
    message: `"${file.id}" ${same} of ${other.path}${how}${others}. Rename one of the files.`,
    related: first.map(({ path, lane, id }) => ({
      path,
      span: lane?.header ?? { start: 0, end: 0 },
      message: `the id "${id}" too`,
    })),
  };
}

/** Whether two files have names that look the same and are made of other characters: `é` can be one, or `e` with an accent. */
function isEncodedOtherwise(path: string, other: string): boolean {
  const [name, otherName] = [path, other].map((one) => one.slice(one.lastIndexOf('/') + 1));
  return name !== otherName && name?.normalize('NFC') === otherName?.normalize('NFC');
}

function* checkChecks({ path, lane }: SoundLane): Iterable<Report> {
  const seen = new Map<string, Text>();
  for (const { id } of lane.checks) {
    const folded = id.value.normalize('NFC').toLowerCase();
    const first = seen.get(folded);
    if (first === undefined) seen.set(folded, id);
    else {
      yield {
        span: id.span,
        message: `The check "${id.value}" has the id of "${first.value}", letter case aside. Give one of them another name.`,
        related: [{ path, span: first.span, message: 'the first of the two' }],
      };
    }
  }
}
