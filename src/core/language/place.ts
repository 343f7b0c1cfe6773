import type { Span } from '../text/span.ts';

/** A stretch of a file of the workspace. */
export interface FilePlace {
  /** Workspace-relative path with `/`. */
  readonly path: string;
  readonly span: Span;
}

/** The beginning of a file. */
export function topOf(path: string): FilePlace {
  return { path, span: { start: 0, end: 0 } };
}
