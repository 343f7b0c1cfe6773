/** How much of the output is kept with the evidence, in bytes of UTF-8. */
const MOST_BYTES = 16 * 1024;

/** The end of an output, at most 16 KiB of UTF-8; from the start of a line where it is cut. */
export function tailOf(output: string): string {
  let start = output.length;
  for (let bytes = 0; start > 0; start--) {
    const unit = output.charCodeAt(start - 1);
    // A surrogate is half of a character of four bytes.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
    if (bytes > MOST_BYTES) break;
  }
  if (start === 0) return output;
  const tail = output.slice(start).replace(/^[\udc00-\udfff]/, '');
  const line = tail.indexOf('\n');
  return line >= 0 && line < tail.length / 2 ? tail.slice(line + 1) : tail;
}
