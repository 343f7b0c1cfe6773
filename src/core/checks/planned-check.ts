import type { CheckKind } from '../lane/lane.ts';
import type { Span } from '../text/span.ts';

/** Checks that every lane has without a line in its file. */
const BUILT_IN_KINDS = ['limits', 'budget', 'own-standard'] as const;
export type BuiltInKind = (typeof BUILT_IN_KINDS)[number];

/** True for the kinds of built-in checks. */
export function isBuiltIn(kind: CheckKind | BuiltInKind): kind is BuiltInKind {
  return (BUILT_IN_KINDS as readonly string[]).includes(kind);
}

/** The judge that a taste-check asks. */
export interface PlannedJudge {
  /** The name under which the check asks for it; absent where it takes the default one. */
  readonly name?: string;
  /** The argument vector of its command; absent where the settings give none. */
  readonly args?: readonly string[];
}

/** One check of one lane with everything that decides what it does: its own keys, those it inherits, and the defaults. */
export interface PlannedCheck {
  /** The lane's id. */
  readonly lane: string;
  /** The check's id: its key in the file; of a built-in check, its kind. */
  readonly id: string;
  readonly kind: CheckKind | BuiltInKind;
  /**
   * The shell command, byte for byte as it was read; absent for built-in checks and for a taste-check that a judge answers. Of a
   * taste-check that has one, it is the judge.
   */
  readonly run?: string;
  /** The folder it runs in, relative to the workspace folder; `''` is the workspace folder itself. One that leaves it is as written. */
  readonly cwd: string;
  /** Names of variables that are passed on beside the base environment. */
  readonly env: readonly string[];
  readonly timeoutMs: number;
  /** Globs of all that it reads; empty means unknown, so that it is never skipped. */
  readonly inputs: readonly string[];
  readonly artifacts: readonly string[];
  /** True if no other check may run beside it. */
  readonly serial: boolean;
  /** Where the number of an eval stands in the output: JSONPath, or a regular expression between slashes. */
  readonly score?: string;
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly rubric: readonly string[];
  /** How often a judge is asked: odd. */
  readonly votes: number;
  /** The judge of a taste-check that has no `run` of its own. */
  readonly judge?: PlannedJudge;
  /** Where it is written: the lane file, or `lanekeeper.yaml`. */
  readonly place: { readonly path: string; readonly span: Span };
}
