import type { PlainWord } from '../../shell/read-shell.ts';

/** Something that a command line calls and that is certainly not there. */
export interface MissingCommand {
  /** The word that calls it. */
  readonly word: PlainWord;
  /** What it calls: the name of a script or target, or a path. */
  readonly called: string;
  /** A sentence that says what is missing where. */
  readonly fact: string;
  /** The names that are there; empty where another name would not do. */
  readonly names: readonly string[];
  /** The file that would have it, or that is missing itself. A lane that may write this file can make it come true. */
  readonly source: string;
  readonly kind: 'name' | 'path';
}
