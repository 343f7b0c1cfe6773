import type { PlainWord } from '../../shell/read-shell.ts';

/** Something that a command line calls and that is certainly not there. */
export interface MissingCommand {
  /** The word that calls it. */
  readonly word: PlainWord;
  /** What it calls, as it stands in the word: the name of a script or target, a path, or the tool itself. */
  readonly called: string;
  /** A sentence that says what is missing where. */
  readonly fact: string;
  /** What was probably meant. */
  readonly better?: string | undefined;
  /** A sentence that says what to do where nothing was probably meant; absent where the usual one holds. */
  readonly remedy?: string;
  /** The files that would have it. A lane that may write one of them can make it come true; none for a slip of the pen. */
  readonly sources: readonly string[];
}
