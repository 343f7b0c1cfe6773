import type { Board } from '../board/board.ts';
import type { SoundLane } from '../lane/lane-file.ts';
import type { LaneProse } from '../prose/prose-field.ts';
import type { Move, Severity } from './finding.ts';
import type { Report } from './report.ts';

export type { Problem, Remedy, Report } from './report.ts';

/** One linter rule: what it looks for, why, what a coach would ask, and examples that are its tests and its page. */
export interface Rule {
  /** Kebab-case; names the fault. */
  readonly id: string;
  readonly move: Move;
  /** The severity where neither the report nor `lanekeeper.yaml` says another; reports of a rule for hints are hints. */
  readonly severity: Severity | 'off';
  /** One sentence: what it flags. */
  readonly summary: string;
  /** Why that matters to whoever hands the lane over. */
  readonly why: string;
  readonly question: string;
  readonly examples: { readonly bad: readonly Example[]; readonly good: readonly Example[] };
  /**
   * Looks at one lane and yields what it finds; `prose` are the lane's texts. Never throws, whatever the lane holds. Absent where
   * the reader of the file reports.
   */
  check?(file: SoundLane, board: Board, prose: LaneProse): Iterable<Report>;
  /** Looks at the workspace as a whole, for what stands in no lane file. */
  checkBoard?(board: Board): Iterable<Report & { readonly path: string }>;
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
