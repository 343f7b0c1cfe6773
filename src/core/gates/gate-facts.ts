import type { StandingCheck } from '../checks/due-checks.ts';
import type { EffectiveLane } from '../checks/effective-lane.ts';
import type { LaneFile } from '../lane/lane-file.ts';
import type { Finding } from '../lint/finding.ts';
import type { Problem } from '../lint/report.ts';
import type { ReviewsFile } from '../reviews/review.ts';
import type { Policy } from '../settings/settings.ts';

/** All that a lane's gates are derived from. */
export interface GateFacts {
  readonly file: LaneFile;
  /** What the rules find in the lane. */
  readonly findings: readonly Finding[];
  /** Absent where nobody has reviewed the lane. */
  readonly reviews?: ReviewsFile;
  readonly policy: Policy;
  /** What is wrong with the settings: then nobody knows who may approve. */
  readonly settingsProblems: readonly Problem[];
  /** What the lane means now; absent where it cannot be read. */
  readonly effective?: EffectiveLane;
  /** What it meant when it was approved, or why that cannot be told, in a sentence. */
  readonly approved?: EffectiveLane | { readonly problem: string };
  /** Every check of the lane once it is handed in; none before. */
  readonly checks: readonly StandingCheck[];
  /** ISO 8601. */
  readonly now: string;
}
