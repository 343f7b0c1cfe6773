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

const UNIT = { bytes: '256 KiB', lines: '5,000 lines', depth: '32 levels', keys: '2,000 keys' } as const;

/** The message of the one finding of a file that is beyond a cap. */
export function oversizedMessage(cap: keyof typeof UNIT): string {
  return `This file is larger than ${UNIT[cap]}, so it is not read. Split it into several lanes, or move text to a file that it names.`;
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
