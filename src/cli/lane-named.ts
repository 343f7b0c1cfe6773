import { isSound, type LaneFile, nearest, type SoundLane } from '../core/index.ts';
import { plural } from './report.ts';
import { visible } from './visible.ts';
import type { OpenWorkspace, Refusal } from './workspace.ts';

/** The lane file of an id, or of a path in the workspace; else why there is none, with what was probably meant. */
export function laneNamed(name: string, { loaded: { board } }: OpenWorkspace): LaneFile | Refusal {
  const atPath = board.lanes.get(name);
  if (atPath) return atPath;
  const [file, other] = board.withId(name.normalize('NFC'));
  const shown = JSON.stringify(visible(name));
  if (file && other)
    return {
      problem: `Two lanes have the id ${shown}: ${file.path} and ${other.path}. Name one by its path.`,
    };
  if (file) return file;
  const meant =
    nearest(
      name,
      [...board.lanes.values()].map(({ id }) => id),
    ) ?? nearest(name, board.lanes.keys());
  return {
    problem: `There is no lane ${shown}. ${meant === undefined ? '`lanekeeper list` shows all.' : `Did you mean ${JSON.stringify(visible(meant))}?`}`,
  };
}

/**
 * The lane of a file whose checks can be told with certainty. One with an error in the file itself may lack checks that somebody
 * wrote, and of two lanes with one id nobody knows which one a result speaks of.
 */
export function soundLane(file: LaneFile, { loaded: { board } }: OpenWorkspace): SoundLane | Refusal {
  const path = visible(file.path);
  const others = board.withId(file.id).filter((other) => other !== file);
  if (others.length > 0)
    return {
      problem: `Two lanes have the id ${JSON.stringify(visible(file.id))}: ${path} and ${visible(others[0]?.path ?? '')}. Rename one.`,
    };
  if (isSound(file) && file.problems.length === 0) return file;
  return {
    problem: `${path} cannot be relied on: ${plural(file.problems.length, 'error')} in the file. \`lanekeeper lint ${path}\` shows them.`,
  };
}
