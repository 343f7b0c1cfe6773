import type * as vscode from 'vscode';
import type { CheckHost, Files, GitProblem, ReviewsFile, TrustStore } from '../core/index.ts';

/** What only one kind of host can do. Without it everything still works, through VS Code's own interfaces. */
export interface Host {
  /** Reads a folder from the disk, as the command line does; nothing for a folder that is not on this machine. */
  readonly diskFiles?: (folder: vscode.Uri) => Promise<Files | undefined>;
  /**
   * What this machine offers to the checks of a folder; nothing for a folder that is not on it. To be asked in trusted workspaces
   * alone: git, too, starts programs that a repository names.
   */
  readonly checks?: (folder: vscode.Uri) => Promise<FolderChecks | undefined>;
}

/** What a machine offers to the checks of one folder. */
export interface FolderChecks extends CheckHost {
  /** The real path of the workspace folder, to which trust is bound. */
  readonly root: string;
  /** What reads the lines of checks. */
  readonly shell: string;
  /** What this user has allowed on this machine. */
  readonly trust: TrustStore;
  /** The revision with which the work of a lane is compared, given its reviews; or why there is none. */
  baseOf(reviews: ReviewsFile | undefined): Promise<string | GitProblem>;
}
