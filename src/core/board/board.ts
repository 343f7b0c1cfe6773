import type { Script } from 'unbash';
import type { FileIndex } from '../glob/file-index.ts';
import type { LaneFile, SoundLane } from '../lane/lane-file.ts';
import type { Settings } from '../settings/settings.ts';
import type { Text } from '../text/span.ts';
import type { Commands } from './commands.ts';
import type { NamedDecision } from './decision-names.ts';

/** All lanes of one workspace folder, with the indexes that rules ask. One changed file updates it; the rest stays. */
export interface Board {
  readonly settings: Settings;
  /** The workspace's files as they are on disk. */
  readonly files: FileIndex;
  /** Commands that the workspace offers: npm scripts, make targets. */
  readonly commands: Commands;
  /** The syntax tree of a shell command, read once however many rules ask; nothing where it cannot be read. */
  script(run: string): Script | undefined;
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
  /** Other lane files whose id is this one's, letter case aside: on some systems their names are one. */
  namesakes(file: LaneFile): Others<LaneFile>;
  /** The nearest existing lane id, for a did-you-mean. */
  nearestId(id: string): string | undefined;
  /** True if neither lane comes before the other through `needs`, and neither has ended. A lane never runs beside itself. */
  runTogether(a: SoundLane, b: SoundLane): boolean;
  /**
   * The ids on a shortest way from this lane through its need of `id` back to itself: `a`, `b`, …, `a`. Undefined if none
   * leads back, empty if it is too long to search.
   */
  cycle(file: LaneFile, id: string): readonly string[] | undefined;
  /** Where other lanes that can run beside this one may write what this one may: one entry for each own glob that meets others. */
  writeOverlaps(file: SoundLane): readonly WriteOverlap[];
  /** The running lanes that may write this path, `never` considered, in order of path, at most `limit` of them. */
  writersOf(path: string, limit: number): readonly SoundLane[];
  /** The decisions of a lane with their normalised keys; each key once per state. */
  decisionsOf(file: SoundLane): readonly KeyedDecision[];
  /** What lanes that can run beside this one say of a decision, by its key; those that agree with `answer` left out. */
  decisionsBeside(file: SoundLane, key: string, state: DecisionState, answer?: string): Others<DecisionUse>;
  /** Where a text names decisions that are free in some lane. */
  freeDecisionsIn(text: string): readonly NamedDecision[];
  /** Paragraphs of 200 characters or more that other running lanes repeat word for word. */
  copies(file: SoundLane): readonly CopiedParagraph[];
  /** The lanes that name this workspace file in brief, needs or checks; found one by one as they are asked for. */
  usersOf(path: string): Iterable<SoundLane>;
  /**
   * The paths of other lanes whose findings may change when a lane file changes from one text to the other; undefined where
   * it comes or goes. For a lane that ends or goes on, pass the same file twice. It may be asked before or after `put`.
   */
  affectedBy(before: LaneFile | undefined, after: LaneFile | undefined): ReadonlySet<string>;
}

/** What was found in other lanes: the first few, and how many there are, counted up to 100. */
export interface Others<Found> {
  readonly first: readonly Found[];
  readonly count: number;
}

/** A write glob of this lane that meets those of others; equal globs come first. */
export interface WriteOverlap extends Others<{ readonly file: SoundLane; readonly glob: Text }> {
  readonly own: Text;
}

export type DecisionState = 'settled' | 'free' | 'reserved';

/** One mention of a decision in one lane. */
export interface DecisionUse {
  readonly file: SoundLane;
  readonly state: DecisionState;
  readonly name: Text;
  /** Present where it is settled. */
  readonly answer?: Text;
}

/** A decision with the key that makes it one with others. */
export interface KeyedDecision {
  readonly key: string;
  readonly use: DecisionUse;
}

/** A paragraph of this lane that others repeat. */
export interface CopiedParagraph extends Others<{ readonly file: SoundLane; readonly text: Text }> {
  /** The paragraph as it stands here, white space folded, with its place. */
  readonly own: Text;
  /** The text of the brief that it is part of. */
  readonly within: Text;
}
