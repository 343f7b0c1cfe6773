import type { CheckKind, LaneKind } from '../lane/lane.ts';

/** A lane before it is a file: what is known of it. What is absent or empty stays out of the text. */
export interface LaneDraft {
  readonly title?: string | undefined;
  readonly owner?: string | undefined;
  readonly kind?: LaneKind | undefined;
  readonly outcome?: string | undefined;
  readonly why?: string | undefined;
  readonly context?: readonly DraftContext[] | undefined;
  readonly good?: readonly DraftContext[] | undefined;
  readonly write?: readonly string[] | undefined;
  readonly never?: readonly string[] | undefined;
  readonly free?: readonly string[] | undefined;
  readonly reserved?: readonly string[] | undefined;
  readonly budget?: DraftBudget | undefined;
  readonly stopWhen?: readonly string[] | undefined;
  readonly needs?: readonly DraftNeed[] | undefined;
  readonly done?: readonly DraftCriterion[] | undefined;
  readonly checks?: readonly DraftCheck[] | undefined;
}

/** A path of the workspace, a page with its gist, or a piece of text. */
export type DraftContext =
  | string
  | { readonly url: string; readonly gist?: string | undefined }
  | { readonly text: string };

export interface DraftBudget {
  readonly time?: string | undefined;
  readonly changedLines?: number | undefined;
}

export interface DraftNeed {
  readonly lane: string;
  readonly contract?: string | undefined;
}

export interface DraftCriterion {
  readonly says: string;
  /** Ids of checks of the same draft. */
  readonly proof?: readonly string[] | undefined;
  readonly look?: readonly string[] | undefined;
}

export interface DraftCheck {
  readonly id: string;
  /** `test` where it is absent. */
  readonly kind?: CheckKind | undefined;
  readonly run?: string | undefined;
  /** A folder of the workspace; the workspace folder itself where it is absent. */
  readonly cwd?: string | undefined;
  readonly rubric?: readonly string[] | undefined;
}
