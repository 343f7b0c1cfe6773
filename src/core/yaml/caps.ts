/**
 * What a file may hold at most. Checked before anything is parsed, so that a hostile file costs no time; far above what a
 * person writes. `lexemes` bounds what the other caps let through, such as one line of 100,000 brackets.
 */
export const CAPS = {
  bytes: 256 * 1024,
  lines: 5_000,
  depth: 32,
  keys: 2_000,
  lexemes: 40_000,
  foreign: 200,
  problems: 20,
} as const;

const FACTS = {
  bytes: 'is larger than 256 KiB',
  lines: 'has more than 5,000 lines',
  depth: 'nests deeper than 32 levels',
  keys: 'has more than 2,000 keys',
  lexemes: 'has too many brackets, quotes and marks',
} as const;

/** The message of the one finding of a file that is beyond a cap. */
export function oversizedMessage(cap: keyof typeof FACTS): string {
  return `This file ${FACTS[cap]}, so it is not read. Split it, or move text to a file that it names.`;
}

/** True if the text is longer than `CAPS.bytes` in UTF-8. */
export function isBeyondBytes(text: string): boolean {
  if (text.length > CAPS.bytes) return true;
  if (text.length * 3 <= CAPS.bytes) return false;
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // A surrogate pair is four bytes: two for each half.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  return bytes > CAPS.bytes;
}

/** True if the text has more lines than `CAPS.lines`. */
export function isBeyondLines(text: string): boolean {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0 && lines <= CAPS.lines; at = text.indexOf('\n', at + 1)) lines++;
  return lines > CAPS.lines;
}
