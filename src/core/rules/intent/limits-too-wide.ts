import type { Board } from '../../board/board.ts';
import { isUnrooted } from '../../glob/glob.ts';
import { normalizePath, quote } from '../../glob/workspace-path.ts';
import type { Rule } from '../../lint/rule.ts';

const HALF = { 'src/a.ts': '', 'src/b.ts': '', 'docs/a.md': '' };
const MANY = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`src/part-${at}/index.ts`, '']));

/** Flags write paths that are no limit. */
export const limitsTooWide: Rule = {
  id: 'limits-too-wide',
  move: 5,
  severity: 'warning',
  summary: 'The write paths cover the whole workspace, every folder, or more than half of its files.',
  why: 'Limits that allow nearly everything agree on nothing, and such a lane meets every other. The share is `widest-share` in `lanekeeper.yaml`; in a workspace of fewer than 20 files only a glob for everything counts.',
  question: 'Which folders does this outcome really need?',
  examples: {
    bad: [
      { lane: 'lane: 1\nlimits:\n  write: [«"**"»]\n', files: HALF },
      { lane: 'lane: 1\nlimits:\n  write: [«.»]\n', files: HALF },
      { lane: 'lane: 1\nlimits:\n  write: [«"**/*.md"», src/a.ts]\n', files: HALF },
      { lane: 'lane: 1\nlimits:\n  write: [«src/**»]\n', files: MANY },
    ],
    good: [
      { lane: 'lane: 1\nlimits:\n  write: [src/**]\n', files: HALF },
      { lane: 'lane: 1\nlimits:\n  write: [src/part-1/**, src/part-2/**]\n', files: MANY },
    ],
  },
  *check(file, board) {
    const { limits } = file.lane;
    const write = limits.write.slice(0, mostGlobs);
    let isReported = false;
    for (const { value, span } of write) {
      const fact = describe(value, board);
      if (fact === undefined) continue;
      isReported = true;
      yield { span, message: `${quote(value)} ${fact}. Name the folders that the outcome needs.` };
    }
    const widest = write[0];
    if (isReported || write.length < 2 || widest === undefined) return;
    const share = shareOf(
      write.map(({ value }) => value),
      board,
    );
    if (share === undefined) return;
    yield {
      span: limits.keys.write?.key ?? widest.span,
      message: `The write paths together cover ${share} of the workspace's files. Name the folders that the outcome needs.`,
    };
  },
};

const fewestFiles = 20;
/** Of more write paths the first ones are looked at: nobody has agreed on a thousand. */
const mostGlobs = 100;

function describe(text: string, board: Board): string | undefined {
  if (/^(?:\*\*|\*\*\/\*\*?|\*)$/.test(normalizePath(text)) || /^\.\/*$/.test(text))
    return 'covers the whole workspace';
  const glob = /^[*{]/.test(text) ? board.files.compile(text) : undefined;
  if (glob !== undefined && !('problem' in glob) && isUnrooted(glob))
    return 'reaches into every folder, so that the lane meets every other';
  const share = shareOf([text], board);
  return share === undefined ? undefined : `covers ${share} of the workspace's files`;
}

/** The share of the workspace's files that the globs match, in words, if it is too large. */
function shareOf(globs: readonly string[], { files, settings }: Board): string | undefined {
  const most = files.size * settings.widestShare;
  const atMost = globs.reduce((sum, glob) => sum + files.countBelow(glob), 0);
  if (files.size < fewestFiles || atMost <= most) return undefined;
  const covered =
    globs.length === 1
      ? files.count(globs[0] ?? '')
      : new Set(globs.flatMap((glob) => files.matching(glob))).size;
  return covered > most ? `${Math.round((covered / files.size) * 100)} %` : undefined;
}
