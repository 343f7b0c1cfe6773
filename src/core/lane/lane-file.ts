import type { Problem } from '../lint/report.ts';
import type { Suppression } from '../lint/suppression.ts';
import type { Lane } from './lane.ts';

/** One lane file as read: plain data that can be stored and read back. A broken file has findings and no lane. */
export interface LaneFile {
  /** Workspace-relative path with `/`. */
  readonly path: string;
  /** NAME of `NAME.lane.yaml`, NFC. */
  readonly id: string;
  readonly text: string;
  /** What the reader of the file itself found: syntax, schema, caps. */
  readonly problems: readonly Problem[];
  readonly suppressions: readonly Suppression[];
  readonly lane?: Lane;
}

/** A lane file whose content could be read, at least in part. */
export interface SoundLane extends LaneFile {
  readonly lane: Lane;
}

const LANE_FILE = /([^/]+)\.lane\.ya?ml$/;

/** True if the path is that of a lane file. */
export function isLanePath(path: string): boolean {
  return LANE_FILE.test(path);
}

/** The id of the lane that a file holds: its name without `.lane.yaml` or `.lane.yml`. */
export function laneId(path: string): string {
  return (LANE_FILE.exec(path)?.[1] ?? path).normalize('NFC');
}

/** The path of the file that holds a lane's reviews: beside it, `NAME.reviews.yaml`. */
export function reviewsPath(lanePath: string): string {
  return lanePath.replace(/\.lane\.(ya?ml)$/, '.reviews.$1');
}

/** The path of the lane whose reviews stand at a path. */
export function lanePathOf(reviews: string): string {
  return reviews.replace(/\.reviews\.(ya?ml)$/, '.lane.$1');
}

/** True if the path is that of a reviews file. */
export function isReviewsPath(path: string): boolean {
  return /\.reviews\.ya?ml$/.test(path);
}

/** Narrows a lane file to one whose content could be read. */
export function isSound(file: LaneFile): file is SoundLane {
  return file.lane !== undefined;
}
