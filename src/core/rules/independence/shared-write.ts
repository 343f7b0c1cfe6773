import type { WriteOverlap } from '../../board/board.ts';
import { normalizePath, quote } from '../../glob/workspace-path.ts';
import type { SoundLane } from '../../lane/lane-file.ts';
import type { Remedy, Report, Rule } from '../../lint/rule.ts';
import { nameOthers, relateTo } from '../other-lanes.ts';

/** Flags a write glob that meets those of lanes which can run at the same time. */
export const sharedWrite: Rule = {
  id: 'shared-write',
  move: 1,
  severity: 'warning',
  summary: 'Two lanes that can run at the same time may write the same path.',
  why: 'Two agents that change one file must talk, or one of them works on what the other has just changed. It is an error where both name the same file or glob, and a warning where their globs only overlap.',
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
    for (const overlap of board.writeOverlaps(file)) yield reportOverlap(file, overlap);
  },
};

function reportOverlap(file: SoundLane, overlap: WriteOverlap): Report {
  const { own, first } = overlap;
  const isSame = first.some(({ glob }) => normalizePath(glob.value) === normalizePath(own.value));
  const others = nameOthers(overlap);
  const fact = isSame
    ? `${quote(own.value)} may also be written by ${others}, which can run at the same time.`
    : `${quote(own.value)} overlaps what ${others} may write (${quote(first[0]?.glob.value ?? '')}), which can run at the same time.`;
  return {
    span: own.span,
    message: `${fact} Order the lanes with \`needs\`, or give the path to one of them.`,
    severity: isSame ? 'error' : 'warning',
    related: relateTo(
      overlap,
      ({ glob }) => glob,
      ({ glob, file: other }) => `"${other.id}" may write ${quote(glob.value)}`,
    ),
    remedies: [...forbidTheirs(overlap), ...needThem(file, overlap)],
  };
}

/** Where the other's glob is narrower, this lane can leave it alone. */
function forbidTheirs({ own, first, count }: WriteOverlap): readonly Remedy[] {
  const [only] = first;
  if (only === undefined || count > 1 || normalizePath(only.glob.value) === normalizePath(own.value))
    return [];
  const value = only.glob.value;
  return [
    {
      title: `Never write ${quote(value)} here`,
      operations: [{ kind: 'append', at: ['limits', 'never'], value }],
    },
  ];
}

function needThem(file: SoundLane, { first }: WriteOverlap): readonly Remedy[] {
  if (file.lane.sections.needs?.sound === false) return [];
  return first.slice(0, 1).map((other) => ({
    title: `Run after "${other.file.id}"`,
    operations: [{ kind: 'append', at: ['needs'], value: { lane: other.file.id } }],
  }));
}
