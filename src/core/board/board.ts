import type { FileIndex } from '../glob/file-index.ts';
import type { LaneFile, SoundLane } from '../lane/lane-file.ts';
import type { Settings } from '../settings/settings.ts';
import type { Text } from '../text/span.ts';
import type { Commands } from './commands.ts';

/** All lanes of one workspace folder, with the indexes that rules ask. One changed file updates it; the rest stays. */
export interface Board {
  readonly settings: Settings;
  /** The workspace's files as they are on disk. */
  readonly files: FileIndex;
  /** Commands that the workspace offers: npm scripts, make targets. */
  readonly commands: Commands;
  /** Every lane file, by path, broken ones included. */
  readonly lanes: ReadonlyMap<string, LaneFile>;
  /** Adds a lane file or replaces the one at its path. */
  put(file: LaneFile): void;
  /** Takes a lane file off the board. */
  remove(path: string): void;
  /** Says whether a lane has ended, so that it takes no part in cross-lane rules. */
  end(id: string, ended: boolean): void;
  hasEnded(id: string): boolean;
  /** The lane files of that id, in order of path; more than one is a finding. */
  withId(id: string): readonly LaneFile[];
  /** The nearest existing lane id, for a did-you-mean. */
  nearestId(id: string): string | undefined;
  /** True if neither lane comes before the other through `needs`, and neither has ended. A lane never runs beside itself. */
  runTogether(a: SoundLane, b: SoundLane): boolean;
  /** Where the write paths of other lanes meet this lane's, ended lanes left out, at most `limit` of them. */
  writeOverlaps(file: SoundLane, limit: number): readonly WriteOverlap[];
  /** Other running lanes that name the same decision, by its normalised key. */
  decisionsLike(key: string): readonly DecisionUse[];
  /** Lanes whose title, id or paragraphs share a paragraph of 200 characters or more with this one. */
  copies(file: SoundLane): readonly CopiedParagraph[];
  /** The lanes that name this workspace file in brief, needs or checks. */
  usersOf(path: string): readonly LaneFile[];
}

export interface WriteOverlap {
  readonly other: SoundLane;
  readonly own: Text;
  readonly theirs: Text;
}

/** One mention of a decision in one lane. */
export interface DecisionUse {
  readonly file: SoundLane;
  readonly state: 'settled' | 'free' | 'reserved';
  readonly name: Text;
  /** Present where it is settled. */
  readonly answer?: Text;
}

/** The same paragraph in two lanes. */
export interface CopiedParagraph {
  readonly own: Text;
  readonly other: SoundLane;
  readonly theirs: Text;
}
