import type { Problem } from '../lint/report.ts';
import type { Settings } from '../settings/settings.ts';
import type { RecordedEntry } from './recorded-entries.ts';

/**
 * What a review is worth. `verified`: signed by whom it names, who may. `unverified`: nothing speaks against it, but authors of
 * commits are what they say they are. `false`: something in it is not so.
 */
export interface VerifiedReview {
  readonly path: string;
  readonly entry: RecordedEntry;
  readonly state: 'verified' | 'unverified' | 'false';
  /** Sentences. */
  readonly because: readonly string[];
  /** The commit that added it; absent where none has yet, or git cannot tell. */
  readonly addedBy?: string;
}

/** All that is known of the reviews of a workspace. */
export interface Verification {
  readonly reviews: readonly VerifiedReview[];
  /** What is wrong beside single reviews: some that were changed or taken out, a policy that changes with them. By path. */
  readonly problems: readonly (Problem & { readonly path: string })[];
}

/** By what reviews are judged that came after the base. */
export interface VerificationBase {
  /** The full hash. */
  readonly commit: string;
  readonly settings: Settings;
}
