import { withoutHidden } from '../rules/file/hidden-characters.ts';

/** A text as one word of a command line that a person may copy. */
export function shellWord(text: string): string {
  if (/^[\w@%+=:,./][\w@%+=:,./-]*$/.test(text)) return text;
  const shown = withoutHidden(text.replaceAll(/[\n\r\t]/g, ' '));
  return `'${shown.replaceAll("'", `'\\''`)}'`;
}

/** How a lane is named on a command line: by its id, or by its path where the id looks like an option. */
export function laneWord({ id, path }: { readonly id: string; readonly path: string }): string {
  return shellWord(id.startsWith('-') ? path : id);
}
