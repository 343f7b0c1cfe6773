/** A place as people count it: line and column from 1, the column in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Turns offsets of one text into lines and columns and back. `\n` and `\r\n` end a line; a byte order mark takes no column. */
export interface LineIndex {
  readonly lines: number;
  position(offset: number): Position;
  offset(position: Position): number;
  /** Where the line's text begins and ends, without its line break. */
  line(line: number): { readonly start: number; readonly end: number };
}

/** Indexes the lines of a text once; each question then costs a binary search. */
export function lineIndex(text: string): LineIndex {
  const first = text.startsWith('\uFEFF') ? 1 : 0;
  const starts = [first];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const startOf = (line: number) => starts[Math.min(Math.max(line, 1), starts.length) - 1] ?? first;
  const bounds = (line: number) => {
    const start = startOf(line);
    const next = line < starts.length ? startOf(line + 1) - 1 : text.length;
    return { start, end: next > start && line < starts.length && text[next - 1] === '\r' ? next - 1 : next };
  };
  return {
    lines: starts.length,
    line: bounds,
    position(offset) {
      let [low, high] = [0, starts.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: Math.max(offset - (starts[low] ?? 0), 0) + 1 };
    },
    offset({ line, column }) {
      const { start, end } = bounds(line);
      return Math.min(start + Math.max(column, 1) - 1, end);
    },
  };
}
