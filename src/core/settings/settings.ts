import type { Check } from '../lane/lane.ts';
import type { Severity } from '../lint/finding.ts';
import type { Text } from '../text/span.ts';

/** What `lanekeeper.yaml` says, with a default for everything. */
export interface Settings {
  /** Globs of lane files. */
  readonly include: readonly string[];
  /** What every lane inherits. */
  readonly defaults: { readonly never: readonly Text[]; readonly checks: readonly Check[] };
  /** The severity of a rule, or `off`; a rule that is not named keeps its own. */
  readonly rules: { readonly [rule: string]: Severity | 'off' };
  /** The command that judges taste-checks, as an argument vector; empty where there is none. */
  readonly judge: readonly string[];
  /** Further judges, by the name under which a taste-check asks for them. */
  readonly judges: ReadonlyMap<string, readonly string[]>;
  /** Hosts whose pages a stranger cannot open. */
  readonly privateHosts: readonly string[];
  /** Who may approve, and what blocks a gate. */
  readonly policy: Policy;
  /** The share of the workspace's files (0 to 1) above which write paths are too wide. */
  readonly widestShare: number;
}

/** Who may approve, and what blocks a gate. */
export interface Policy {
  /** Names, e-mail addresses or patterns of those who may approve; empty: anyone. */
  readonly approvers: readonly string[];
  /** Whether an owner may approve their own lane; absent: only where no approvers are named. */
  readonly ownLanes?: boolean;
  /** Findings of these severities block the intent gate. */
  readonly blocking: readonly Severity[];
  /** True if the commit that adds a review must be signed by whom it names. */
  readonly signed: boolean;
}
