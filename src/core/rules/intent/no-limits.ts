import type { Board } from '../../board/board.ts';
import type { SoundLane } from '../../lane/lane-file.ts';
import type { Remedy, Rule } from '../../lint/rule.ts';

/** Flags a lane that may write nothing, because nobody said what. */
export const noLimits: Rule = {
  id: 'no-limits',
  move: 5,
  severity: 'error',
  summary: 'The lane names no paths that it may write.',
  why: 'The limits are what you agree on instead of watching. Without them nothing can say whether the agent stayed in its lane, nor whether two lanes meet.',
  question: 'Which files may change, and which never?',
  examples: {
    bad: [
      { lane: '«lane: 1»\ntitle: Refund mails\n' },
      { lane: 'lane: 1\n«limits»:\n  never: [src/ledger/**]\n' },
      { lane: 'lane: 1\nlimits:\n  «write»: []\n' },
    ],
    good: [{ lane: 'lane: 1\nlimits: { write: [src/refunds/**] }\n', files: { 'src/refunds/a.ts': '' } }],
  },
  *check(file, board) {
    const { limits, sections, header } = file.lane;
    if (sections.limits?.sound === false || limits.write.length > 0) return;
    yield {
      span: limits.keys.write?.key ?? sections.limits?.key ?? header,
      message:
        'The lane names no paths that it may write. List them under `limits: write:`; `dir/**` is every file below `dir`.',
      remedies: pathsFromContext(file, board),
    };
  },
};

const mostOffered = 3;

/** The folders of the code that the context names. */
function pathsFromContext({ lane }: SoundLane, { files }: Board): readonly Remedy[] {
  const folders = lane.brief.context.flatMap((entry) => {
    if (entry.kind !== 'path' || /\.mdx?$|^lanes\//i.test(entry.path.value)) return [];
    const { value } = entry.path;
    const folder = files.hasFolder(value)
      ? value.replace(/\/$/, '')
      : value.slice(0, Math.max(0, value.lastIndexOf('/')));
    return folder !== '' && files.hasFolder(folder) ? [`${folder}/**`] : [];
  });
  return [...new Set(folders)].slice(0, mostOffered).map((glob) => ({
    title: `Allow ${glob}`,
    operations: [{ kind: 'append', at: ['limits', 'write'], value: glob }],
  }));
}
