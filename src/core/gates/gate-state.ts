import type { CheckResult } from '../checks/check-result.ts';
import type { Review } from '../reviews/review.ts';
import type { Span } from '../text/span.ts';

/** Where a lane is reviewed: never the middle. */
export type Gate = 'intent' | 'outcome';

/** Where something can be resolved. */
export type ReasonPlace =
  | { readonly kind: 'file'; readonly path: string; readonly span: Span }
  /** A check to run or to look into. `state` is absent where no result speaks of today. */
  | {
      readonly kind: 'check';
      readonly lane: string;
      readonly check: string;
      readonly state?: CheckResult['state'];
    }
  /** Arguments of the command line. */
  | { readonly kind: 'command'; readonly args: readonly string[] };

/** Why a gate is not open, in words, and what leads on. */
export interface Reason {
  readonly message: string;
  readonly place: ReasonPlace;
}

/** One field of a lane that differs from what was approved. */
export interface FieldChange {
  /** As in the file: `limits.write`, `checks.unit.run`; `inherited.…` from the settings, `context PATH` in shared context. */
  readonly field: string;
  /** What was approved; absent where there was nothing. */
  readonly before?: string;
  readonly after?: string;
  readonly place: ReasonPlace;
}

/** The state of the intent gate. */
export type IntentGate =
  | { readonly state: 'blocked'; readonly because: readonly Reason[] }
  | { readonly state: 'ready' }
  /** Approved, and changed since. `because` is what keeps it from being approved anew. */
  | {
      readonly state: 'stale';
      readonly review: Review;
      readonly changed: readonly FieldChange[];
      readonly because: readonly Reason[];
    }
  /** Returned as it is now. `because` as above. */
  | { readonly state: 'returned'; readonly review: Review; readonly because: readonly Reason[] }
  /** `remarks` are sentences on who approved. */
  | { readonly state: 'passed'; readonly review: Review; readonly remarks: readonly string[] };

/** The state of the outcome gate. */
export type OutcomeGate =
  | { readonly state: 'blocked'; readonly because: readonly Reason[] }
  /** `toJudge` are taste-checks that no judge answers: the reviewer does. */
  | { readonly state: 'ready'; readonly toJudge: readonly string[] }
  | { readonly state: 'returned'; readonly review: Review }
  | { readonly state: 'passed'; readonly review: Review }
  | { readonly state: 'killed'; readonly review: Review };

/** The stage of a lane: always derived, never typed by hand. */
export type Stage = 'drafting' | 'intent review' | 'in the lane' | 'outcome review' | 'accepted' | 'killed';

/** What comes next for a lane: to draw it on, to approve it, to hand it over, … */
export type Next = 'draw' | 'approve' | 'hand over' | 'answer' | 'work' | 'check' | 'judge' | 'none';

/** A lane's gates with its stage, and who is waited for. */
export interface LaneGates {
  readonly intent: IntentGate;
  readonly outcome: OutcomeGate;
  readonly stage: Stage;
  readonly next: Next;
}
