import type { Operation } from '../edit/operation.ts';
import type { Span } from '../text/span.ts';
import type { Related, Severity } from './finding.ts';

/** What a rule yields; the linter adds path, rule, move and question, and resolves the remedies. */
export interface Report {
  readonly span: Span;
  readonly message: string;
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  readonly remedies?: readonly Remedy[];
}

/** A report of the reader of a file, which names its rule itself. Plain data. */
export interface Problem extends Report {
  readonly rule: string;
}

/** A fix before its operations are resolved against the file's text. */
export interface Remedy {
  readonly title: string;
  /** True if `lint --fix` may apply it unasked. */
  readonly safe?: boolean;
  readonly operations: readonly Operation[];
}
