import type { GitProblem } from '../checks/git.ts';
import type { Files } from '../workspace/files.ts';

/** The files of the workspace folder at one commit. */
export interface Revision {
  readonly commit: string;
  readonly paths: readonly string[];
  /** Links and submodules are missing. */
  readonly files: Pick<Files, 'read'>;
}

/** What the signature of a commit is worth. */
export type Signature =
  | { readonly state: 'none' }
  | { readonly state: 'good'; readonly signer: string }
  /** Not made by that key, revoked or expired. */
  | { readonly state: 'bad' }
  /** There is one, and this computer knows no key for it. */
  | { readonly state: 'unknown' };

/** A commit that changed a file. */
export interface HistoryCommit {
  readonly commit: string;
  readonly parents: readonly string[];
  /** `Name <e-mail>`, as the commit itself says. */
  readonly author: string;
  /** When it was committed, ISO 8601 in UTC, as it says. */
  readonly at: string;
  readonly signature: Signature;
}

/** A host that can ask for earlier states of the repository, guarded as `Git` is. Never rejects. */
export interface History {
  /** Whom commits of this user name: `Name <e-mail>`. */
  identity(): Promise<string | GitProblem>;
  at(revision: string): Promise<Revision | GitProblem>;
  /** When a commit was made, ISO 8601 in UTC. */
  timeOf(revision: string): Promise<string | GitProblem>;
  /** The commits that changed a file, newest first, those of merged branches included. */
  commits(path: string): Promise<readonly HistoryCommit[] | GitProblem>;
}
