import type { Board, WriteOverlap } from '../../board/board.ts';
import { globCovers } from '../../board/glob-cover.ts';
import type { FileIndex } from '../../glob/file-index.ts';
import { matchesGlob } from '../../glob/glob.ts';
import { globsIntersect } from '../../glob/intersect.ts';
import { normalizePath, quote } from '../../glob/workspace-path.ts';
import type { SoundLane } from '../../lane/lane-file.ts';
import type { Remedy, Report, Rule } from '../../lint/rule.ts';
import { nameOthers, relateTo } from '../other-lanes.ts';
import { needLane } from './need-lane.ts';

/** Flags a write glob that meets those of lanes which can run at the same time. */
export const sharedWrite: Rule = {
  id: 'shared-write',
  move: 1,
  severity: 'warning',
  summary: 'Two lanes that can run at the same time may write the same path.',
  why: 'Two agents that change one file must talk, or one of them works on what the other has just changed. It is an error where both name the same file or glob, and a warning where their globs only overlap, or two paths differ only in letter case.',
  question: 'Which of the lanes owns this path, and what must it finish first?',
  examples: {
    bad: [
      {
        lane: 'lane: 1\nlimits:\n  write: [«src/mail/send.ts», src/refunds/**]\n',
        files: { 'lanes/receipts.lane.yaml': 'lane: 1\nlimits:\n  write: [src/mail/send.ts]\n' },
      },
      {
        lane: 'lane: 1\nlimits:\n  write: [«src/mail/**»]\n',
        files: { 'lanes/receipts.lane.yaml': 'lane: 1\nlimits:\n  write: [src/*/templates/*.html]\n' },
      },
      {
        lane: 'lane: 1\nlimits:\n  write: [«src/mail/Send.ts»]\n',
        files: { 'lanes/receipts.lane.yaml': 'lane: 1\nlimits:\n  write: [src/mail/send.ts]\n' },
      },
    ],
    good: [
      {
        lane: 'lane: 1\nlimits:\n  write: [src/mail/**]\n  never: [src/mail/templates/**]\n',
        files: { 'lanes/receipts.lane.yaml': 'lane: 1\nlimits:\n  write: [src/mail/templates/*.html]\n' },
      },
      {
        lane: 'lane: 1\nlimits:\n  write: [src/mail/**]\nneeds:\n  - { lane: receipts, contract: docs/mail.md }\n',
        files: {
          'lanes/receipts.lane.yaml': 'lane: 1\nlimits:\n  write: [src/mail/**]\n',
          'docs/mail.md': '# Mail\n',
        },
      },
    ],
  },
  *check(file, board) {
    for (const overlap of board.writeOverlaps(file)) yield reportOverlap(file, board, overlap);
  },
};

function reportOverlap(file: SoundLane, board: Board, overlap: WriteOverlap): Report {
  const { own, first } = overlap;
  const isSame = first.some(({ glob }) => normalizePath(glob.value) === normalizePath(own.value));
  const others = nameOthers(overlap);
  const theirs = first[0]?.glob.value ?? '';
  const isTwin = !isSame && normalizePath(theirs).toLowerCase() === normalizePath(own.value).toLowerCase();
  const fact = isSame
    ? `${quote(own.value)} may also be written by ${others}, which can run at the same time.`
    : isTwin
      ? `${quote(own.value)} and what ${others} may write at the same time (${quote(theirs)}) differ only in letter case, and are one file on macOS and Windows.`
      : `${quote(own.value)} overlaps what ${others} may write (${quote(theirs)}), which can run at the same time.`;
  return {
    span: own.span,
    message: `${fact} Order the lanes with \`needs\`, or give the path to one of them.`,
    severity: isSame ? 'error' : 'warning',
    related: relateTo(
      overlap,
      ({ glob }) => glob,
      ({ glob, file: other }) => `"${other.id}" may write ${quote(glob.value)}`,
    ),
    remedies: [
      ...(isTwin ? [] : forbidTheirs(file, board, overlap)),
      ...first
        .slice(0, 1)
        .flatMap((other) => needLane({ file, board }, other.file, `Run after "${other.file.id}"`)),
    ],
  };
}

/** Where the other's glob is narrower, this lane can leave it alone. */
function forbidTheirs(file: SoundLane, { files }: Board, { first, count }: WriteOverlap): readonly Remedy[] {
  const [only] = first;
  if (only === undefined || count > 1) return [];
  const { value } = only.glob;
  if (file.lane.limits.write.some((own) => !leavesRoom(files, value, own.value))) return [];
  return [
    {
      title: `Never write ${quote(value)} here`,
      operations: [{ kind: 'append', at: ['limits', 'never'], value }],
    },
  ];
}

/** Whether a lane that may write `own` can still do so where `never` is forbidden. What cannot be told counts as no. */
function leavesRoom(files: FileIndex, never: string, own: string): boolean {
  const [forbidden, allowed] = [files.compile(never), files.compile(own)];
  if ('problem' in forbidden || 'problem' in allowed || !globsIntersect(forbidden, allowed)) return true;
  if (globCovers(files, withoutStar(never), withoutStar(own))) return false;
  if (globCovers(files, own, never)) return true;
  return files.matching(own, mostLookedAt).some((path) => !matchesGlob(forbidden, path));
}

const mostLookedAt = 1000;

/** `src/**` and `src/**` with a star after it are one. */
function withoutStar(glob: string): string {
  return normalizePath(glob).replace(/(?<=^|\/)\*\*\/\*$/, '**');
}
