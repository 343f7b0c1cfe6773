import type { Board } from '../board/board.ts';
import type { Operation } from '../edit/operation.ts';
import type { SoundLane } from '../lane/lane-file.ts';
import type { Span } from '../text/span.ts';
import type { Move, Related, Severity } from './finding.ts';

/** One linter rule: what it looks for, why, what a coach would ask, and examples that are its tests and its page. */
export interface Rule {
  /** Kebab-case; names the fault. */
  readonly id: string;
  readonly move: Move;
  /** The severity where neither the report nor `lanekeeper.yaml` says another. */
  readonly severity: Severity | 'off';
  /** One sentence: what it flags. */
  readonly summary: string;
  /** Why that matters to whoever hands the lane over. */
  readonly why: string;
  readonly question: string;
  readonly examples: { readonly bad: readonly Example[]; readonly good: readonly Example[] };
  /** Looks at one lane and yields what it finds. Never throws, whatever the lane holds. Absent where the reader of the file reports. */
  check?(file: SoundLane, board: Board): Iterable<Report>;
  /** Looks at the workspace as a whole, for what stands in no lane file. */
  checkBoard?(board: Board): Iterable<Report & { readonly path: string }>;
}

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

/**
 * A lane that shows the fault, or its mended form. In a bad one `«…»` marks exactly what the rule must flag; the marks are
 * taken out before it is linted. Other findings of the example do not matter.
 */
export interface Example {
  /** The text of `lanes/example.lane.yaml`. */
  readonly lane: string;
  /** Further files of the example's workspace, by path; lanes among them are on the board. */
  readonly files?: { readonly [path: string]: string };
}
