import type { Board } from '../board/board.ts';
import { compileGlob, type Glob } from '../glob/glob.ts';
import { globsIntersect } from '../glob/intersect.ts';
import { isSound, type SoundLane } from '../lane/lane-file.ts';

/** The lanes, ended ones left out, that may write a file which the path or glob names. */
export function writersOf(path: string, board: Board): readonly SoundLane[] {
  const exists = (start: string) => board.files.hasFile(start) || board.files.hasFolder(start);
  const compile = (text: string): Glob[] => {
    const glob = compileGlob(text, exists);
    return 'problem' in glob ? [] : [glob];
  };
  const [wanted] = compile(path);
  if (!wanted) return [];
  return [...board.lanes.values()].filter(isSound).filter(({ id, lane }) => {
    if (board.hasEnded(id)) return false;
    // Part of a glob may be out of bounds; only one path can be so as a whole.
    const isPath = board.files.hasFile(path);
    const meets = ({ value }: { value: string }) =>
      compile(value).some((glob) => globsIntersect(glob, wanted));
    return lane.limits.write.some(meets) && !(isPath && lane.limits.never.some(meets));
  });
}
