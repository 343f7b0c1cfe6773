/** A stretch of one file's text: `[start, end)` in UTF-16 code units. Lines and columns exist only at the edges. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A value together with the stretch of text that says it. */
export interface Field<T> {
  readonly value: T;
  readonly span: Span;
}

/** A string of a lane file with its place. For a block scalar the span begins at its `|` or `>`. */
export type Text = Field<string>;

/** A change of one file's text: the span is replaced by `newText`. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}
