/** One file that differs between two states of the repository. */
export interface ChangedFile {
  /** Relative to the workspace folder. Above it, the path begins with `../`. */
  readonly path: string;
  /** The path it had before, if it was renamed. */
  readonly from?: string;
  readonly change: 'added' | 'changed' | 'deleted' | 'renamed';
  /** Lines added and removed; 0 for a binary file. */
  readonly added: number;
  readonly removed: number;
  readonly isBinary: boolean;
}

/** Where the repository stands. */
export interface Head {
  /**
   * The full hash of the last commit that changed anything but reviews files, so that a review does not void what it speaks of;
   * absent before the first commit.
   */
  readonly commit?: string;
  /** True if the work tree differs from it, files that git does not know yet included, reviews files not. */
  readonly dirty: boolean;
}

/** Why git cannot answer, as a sentence for people that says what to do. */
export interface GitProblem {
  readonly problem: string;
}

/**
 * A host that can ask git. Guarded: the repository's own settings start nothing (no hooks, no fsmonitor, no external diff, no
 * textconv, no filters). Never rejects.
 */
export interface Git {
  head(): Promise<Head | GitProblem>;
  /** The full hash of a revision. */
  resolve(revision: string): Promise<string | GitProblem>;
  /** The commit from which two revisions went apart. */
  mergeBase(one: string, other: string): Promise<string | GitProblem>;
  /** What differs between a commit and the work tree (untracked files included, ignored ones not), or another commit. */
  changes(base: string, to?: string): Promise<readonly ChangedFile[] | GitProblem>;
  /** The text of a file at a revision; undefined if it was not there. */
  show(revision: string, path: string): Promise<string | undefined | GitProblem>;
  /** The diff of the given paths in unified form, cut to so many bytes: for judges. */
  diff(base: string, atMost: number): Promise<string | GitProblem>;
}
