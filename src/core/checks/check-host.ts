import type { Board } from '../board/board.ts';
import type { Files } from '../workspace/files.ts';
import type { Cancellation } from './cancellation.ts';
import type { CheckResult } from './check-result.ts';
import type { Evidence, EvidenceStore } from './evidence.ts';
import type { Git, GitProblem } from './git.ts';
import type { Judge } from './judge.ts';
import type { PlannedCheck } from './planned-check.ts';
import type { Runner } from './runner.ts';

/** What a host offers to checks. What it lacks makes some of them `not-started`; all else works. */
export interface CheckHost {
  readonly files: Files;
  readonly runner?: Runner;
  /** Why there is no runner, as a sentence for people. */
  readonly whyNoRunner?: string;
  readonly git?: Git;
  /** Why there is no git, as a sentence for people. */
  readonly whyNoGit?: string;
  readonly evidence?: EvidenceStore;
  /** Judges taste-checks for which the settings name no command. */
  readonly judge?: Judge;
  /** Masks secrets in texts that were taken from raw output: values that were found, reasons of judges. */
  readonly mask?: (text: string) => string;
  /** The time, ISO 8601 in UTC. */
  readonly now: () => string;
  /** Milliseconds on a clock that never goes backwards. */
  readonly ms: () => number;
  /** The digest of what a file holds; undefined if it cannot be read. Where it is absent, files are read whole. */
  readonly digestFile?: (path: string) => Promise<string | undefined>;
  /** The digest of what these variables hold. Where it is absent, a check that names some is never skipped. */
  readonly digestEnvironment?: (names: readonly string[]) => string;
}

/** How checks are run, and who is told along the way. */
export interface RunOptions {
  readonly board: Board;
  /** The revision with which the work of a lane is compared, or why there is none; undefined where it has none yet. */
  readonly baseOf?: (lane: string) => string | GitProblem | undefined;
  /** The full hash of the commit that built-in checks compare; the work tree where it is absent. */
  readonly commit?: string;
  /** How many checks may run at once. */
  readonly jobs?: number;
  /** Ends the run at the first check that fails: what runs is cancelled, what waits is not started. */
  readonly bail?: boolean;
  /** Runs checks whose inputs have not changed, too. */
  readonly force?: boolean;
  readonly cancellation?: Cancellation;
  readonly onStart?: (check: PlannedCheck) => void;
  /** Output as it comes, neutralised and masked. */
  readonly onOutput?: (check: PlannedCheck, text: string) => void;
  /** Called once for each check, in the order in which they end. */
  readonly onResult?: (outcome: CheckOutcome) => void;
}

/** One check with how it ended. */
export interface CheckOutcome {
  readonly check: PlannedCheck;
  readonly result: CheckResult;
  /** What was recorded; of an unchanged check, the evidence of the pass. Absent if nothing ran. */
  readonly evidence?: Evidence;
  /** The numbers of an eval in earlier runs, oldest first. */
  readonly earlierScores: readonly number[];
  /** What else a person should know, in sentences: processes that could not be ended, evidence that could not be kept. */
  readonly notes: readonly string[];
}
