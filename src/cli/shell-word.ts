import { visible } from './visible.ts';

/** A text as one word of a command line that a person may copy. */
function shellWord(text: string): string {
  return /^[\w@%+=:,./][\w@%+=:,./-]*$/.test(text) ? text : `'${visible(text).replaceAll("'", `'\\''`)}'`;
}

/** How a lane is named on a command line: by its id, or by its path where the id looks like an option. */
export function laneWord({ id, path }: { readonly id: string; readonly path: string }): string {
  return shellWord(id.startsWith('-') ? path : id);
}
