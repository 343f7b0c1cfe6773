import type { Span, TextEdit } from '../text/span.ts';

/** A `hint` is shown in the editor and in `--json` only, never in annotations or exit codes. */
export type Severity = 'error' | 'warning' | 'hint';

/** The five moves of orchestrating, or the file itself. */
export type Move = 1 | 2 | 3 | 4 | 5 | 'file';
export const MOVES: readonly Move[] = [1, 2, 3, 4, 5, 'file'];

/** What a rule reports about one place of one lane file. */
export interface Finding {
  /** Workspace-relative path with `/`. */
  readonly path: string;
  readonly span: Span;
  readonly rule: string;
  readonly move: Move;
  readonly severity: Severity;
  /** What is wrong, with the words found in quotes; then what to write instead. */
  readonly message: string;
  /** What a coach would ask. */
  readonly question?: string;
  readonly related: readonly Related[];
  /** Remedies that an edit can give, the best one first. */
  readonly fixes: readonly Fix[];
}

/** Another place that a finding speaks of. */
export interface Related {
  readonly path: string;
  readonly span: Span;
  readonly message: string;
}

/** One remedy as data; `applyEdits` turns it into text, in the editor and on the command line alike. */
export interface Fix {
  readonly title: string;
  /** True if the edit needs no judgement, so that `lint --fix` may apply it unasked. */
  readonly safe: boolean;
  readonly edits: readonly FileEdit[];
}

/** A change to one file, or a new file (only where none is yet). */
export type FileEdit =
  | { readonly kind: 'change'; readonly path: string; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'create'; readonly path: string; readonly text: string };
