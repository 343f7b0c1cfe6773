import type { CheckResult } from './check-result.ts';

/** What a built-in check says: how it ended, and the files that a reader must know of, each with the reason. */
export interface BuiltInOutcome {
  readonly result: CheckResult;
  readonly files: readonly NamedFile[];
}

/** A file with what a reader needs to know of it, as a sentence. */
export interface NamedFile {
  readonly path: string;
  readonly note: string;
}
