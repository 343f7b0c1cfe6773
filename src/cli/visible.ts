// C0 and C1 controls, marks that turn the direction of writing, and characters without width. A zero-width joiner (200d) and
// non-joiner (200c) are left: scripts and emoji need them.
const INVISIBLE = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** A title fits one line of a terminal; of one that does not, the beginning is shown. */
export const LONGEST_TITLE = 100;

/**
 * Text from a file as it may be shown on a terminal: on one line, and each character that would move the cursor, change colours
 * or hide something written as `\u{1b}`. A line break or tab becomes a space.
 */
export function visible(text: string): string {
  return text
    .replace(/\r\n|[\n\r\t]/g, ' ')
    .replace(INVISIBLE, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`);
}

/** The text itself, or its beginning and an ellipsis: at most so many characters. */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
