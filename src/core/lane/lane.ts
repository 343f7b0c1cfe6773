import type { Field, Span, Text } from '../text/span.ts';

/** The sections of a lane file that rules look into, in the order in which a lane is written. */
export const SECTIONS = ['title', 'owner', 'kind', 'brief', 'limits', 'needs', 'done', 'checks'] as const;
export type SectionName = (typeof SECTIONS)[number];

export const LANE_KINDS = ['feature', 'bug', 'migration', 'research', 'prototype', 'chore'] as const;
export type LaneKind = (typeof LANE_KINDS)[number];

export const CHECK_KINDS = ['test', 'lint', 'eval', 'taste'] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

/** The typed content of a lane file. What is missing or breaks the schema is absent; what holds keeps its span. */
export interface Lane {
  /** Where a finding about the lane as a whole goes: its `lane: 1` line. */
  readonly header: Span;
  /** Every top-level section that stands in the file, sound or not. */
  readonly sections: { readonly [name in SectionName]?: Section };
  readonly title?: Text;
  readonly owner?: Text;
  readonly kind?: Field<LaneKind>;
  readonly brief: Brief;
  readonly limits: Limits;
  readonly needs: readonly Need[];
  readonly done: readonly Criterion[];
  readonly checks: readonly Check[];
}

/** One key of the file with its place; `sound` is false if anything below it breaks the schema. */
export interface Section {
  readonly key: Span;
  /** The value, or the key where there is none. */
  readonly span: Span;
  readonly sound: boolean;
}

/** What a stranger must know: what changes for somebody, and what to read first. */
export interface Brief {
  readonly outcome?: Text;
  readonly why?: Text;
  readonly evidence: readonly Evidence[];
  readonly context: readonly ContextEntry[];
  readonly good: readonly ContextEntry[];
  /** Keys of `brief` that are in the file, for findings about one of them. */
  readonly keys: ReadonlyKeys<'outcome' | 'why' | 'evidence' | 'context' | 'good'>;
}

/** Spans of the keys that a mapping holds. */
export type ReadonlyKeys<K extends string> = { readonly [key in K]?: Section };

/** What a customer said, first-hand. */
export interface Evidence {
  readonly span: Span;
  readonly who?: Text;
  readonly said?: Text;
  readonly when?: Text;
  readonly source?: Text;
}

/** Something a stranger reads first, or a model of what good looks like. */
export type ContextEntry =
  | { readonly kind: 'path'; readonly span: Span; readonly path: Text }
  | { readonly kind: 'url'; readonly span: Span; readonly url: Text; readonly gist?: Text }
  | { readonly kind: 'text'; readonly span: Span; readonly text: Text };

/** What the agent may touch and decide, and when it must stop. */
export interface Limits {
  readonly write: readonly Text[];
  readonly never: readonly Text[];
  readonly decisions: Decisions;
  readonly budget: Budget;
  readonly stopWhen: readonly Text[];
  readonly keys: ReadonlyKeys<'write' | 'never' | 'decisions' | 'budget' | 'stop-when'>;
}

export interface Decisions {
  readonly settled: readonly SettledDecision[];
  readonly free: readonly Text[];
  readonly reserved: readonly Text[];
  readonly keys: ReadonlyKeys<'settled' | 'free' | 'reserved'>;
}

/** A decision that is made; `answer` is empty text where the file gives none. */
export interface SettledDecision {
  readonly name: Text;
  readonly answer: Text;
}

export interface Budget {
  readonly time?: Text;
  readonly changedLines?: Field<number>;
  readonly cost?: Text;
}

/** Another lane that must come first, and the file through which this one depends on it. */
export interface Need {
  readonly span: Span;
  readonly lane: Text;
  readonly contract?: Text;
}

/** One entry of `done`; `proof` names checks, `look` names what to look at. */
export interface Criterion {
  readonly span: Span;
  readonly says: Text;
  readonly proof: readonly Text[];
  readonly look: readonly Text[];
}

export interface Check {
  /** The check's id: its key in the file. */
  readonly id: Text;
  readonly span: Span;
  readonly kind: CheckKind;
  readonly run?: Text;
  readonly timeout?: Text;
  readonly cwd?: Text;
  readonly env: readonly Text[];
  readonly inputs: readonly Text[];
  readonly artifacts: readonly Text[];
  readonly serial: boolean;
  readonly score?: Text;
  readonly atLeast?: Field<number>;
  readonly atMost?: Field<number>;
  readonly rubric: readonly Text[];
  readonly judge?: Text;
  readonly votes?: Field<number>;
}
