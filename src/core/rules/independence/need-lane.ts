import type { Board } from '../../board/board.ts';
import { withoutAnchor } from '../../board/file-users.ts';
import type { Operation } from '../../edit/operation.ts';
import { hasGlobCharacters, normalizePath } from '../../glob/workspace-path.ts';
import { isSound, type LaneFile, type SoundLane } from '../../lane/lane-file.ts';
import type { Remedy } from '../../lint/rule.ts';

/**
 * The remedy that makes this lane need another, through a file that only the other writes and this one reads. Where there is
 * none, the title says what is left to do. None where the other comes after this lane, for that would be a circle.
 */
export function needLane(
  { file, board }: { readonly file: SoundLane; readonly board: Board },
  other: SoundLane,
  title: string,
  before: readonly Operation[] = [],
): readonly Remedy[] {
  if (file.lane.sections.needs?.sound === false || needs(board, other, file)) return [];
  const contract = contractBetween(file, board, other);
  const value = contract === undefined ? { lane: other.id } : { lane: other.id, contract };
  const how = contract === undefined ? ', then name the contract' : ` through ${contract}`;
  return [{ title: `${title}${how}`, operations: [{ kind: 'append', at: ['needs'], value }, ...before] }];
}

/** A file that this lane reads and, of all lanes, only the other may write; one that the other names itself comes first. */
export function contractBetween({ lane }: SoundLane, board: Board, other: SoundLane): string | undefined {
  const named = new Set(other.lane.limits.write.map(({ value }) => normalizePath(value)));
  const read = [...lane.brief.context, ...lane.brief.good].flatMap((entry) =>
    entry.kind === 'path' ? [normalizePath(withoutAnchor(entry.path.value))] : [],
  );
  const provided = read.filter((path) => isFileOf(other, board, path));
  return provided.find((path) => named.has(path)) ?? provided[0];
}

/** Whether a path is one file, and of all lanes only this one may write it. */
export function isFileOf(other: SoundLane, board: Board, path: string): boolean {
  if (hasGlobCharacters(path) || !/\.[a-z0-9]+$/i.test(path)) return false;
  const writers = board.writersOf(path, 2);
  return writers.length === 1 && writers[0]?.path === other.path;
}

const mostFollowed = 1000;

/** Whether a lane needs another, directly or through others. */
function needs(board: Board, file: SoundLane, wanted: SoundLane): boolean {
  if (board.runTogether(file, wanted)) return false;
  const found = new Set<LaneFile>([file]);
  for (const next of found) {
    if (next.path === wanted.path) return true;
    if (found.size > mostFollowed || !isSound(next)) continue;
    for (const { lane } of next.lane.needs) for (const one of board.withId(lane.value)) found.add(one);
  }
  return false;
}
