import type { CheckResult } from './check-result.ts';
import type { PlannedCheck } from './planned-check.ts';

/** What one judge said to one rubric. */
export interface JudgeAnswer {
  /** Whether each statement of the rubric holds, with the reason, in the rubric's order. */
  readonly statements: readonly { readonly holds: boolean; readonly reason: string }[];
  /** The model, or whatever the judge calls itself. */
  readonly model: string;
}

/** The recorded result of a check at a commit: machine-made, local, never committed. */
export interface Evidence {
  readonly version: 1;
  readonly lane: string;
  readonly check: string;
  readonly kind: PlannedCheck['kind'];
  readonly result: CheckResult;
  /** The digest of the lane that was checked: `sha256-` and base64url. */
  readonly laneDigest: string;
  /** The digest of everything that decides what the check does and, if it has `inputs`, of what they hold. */
  readonly checkDigest: string;
  readonly inputsDigest?: string;
  /** Absent where there is no git, or no commit yet. */
  readonly commit?: string;
  readonly dirty: boolean;
  readonly command?: string;
  /** When it started, ISO 8601 in UTC. */
  readonly at: string;
  readonly ms: number;
  readonly exit?: number;
  /** The end of what it printed, neutralised and masked: at most 16 KiB. */
  readonly tail: string;
  /** Workspace paths that its `artifacts` globs match. */
  readonly artifacts: readonly string[];
  readonly score?: number;
  readonly rubricDigest?: string;
  /** Every answer that was given, also those that were outvoted. */
  readonly answers?: readonly JudgeAnswer[];
  /** For built-in checks: files to name, each with what a reader needs to know. */
  readonly files?: readonly { readonly path: string; readonly note: string }[];
}

/** Keeps evidence between runs. Bounded in size; survives a crash at any moment; two runs at once lose nothing. */
export interface EvidenceStore {
  /** What is recorded of a lane, oldest first. What cannot be read is left out. */
  of(lane: string): Promise<readonly Evidence[]>;
  /** Records one result; returns why it could not, as a sentence for people. */
  add(evidence: Evidence): Promise<string | undefined>;
}
