/** More brackets inside each other than this are no report of a tool. */
const MOST_DEPTH = 100;

/** How often the output is read again, at most, where brackets in it are not closed. */
const MOST_PASSES = 20;

/** JSON that was found in an output. */
export interface FoundJson {
  readonly value: unknown;
}

/**
 * The last JSON document in what a tool prints: the whole output, or an object or list that begins and ends a line among others
 * (banners of npm, logs, a fenced block of Markdown). Where there is none, a last line that is JSON by itself, such as a number.
 * Returns undefined if there is no JSON, or none that nests less than 100 levels.
 */
export function jsonInOutput(output: string): FoundJson | undefined {
  const text = output.trim();
  const whole = /^[[{]/.test(text) ? undefined : parse(text);
  return whole ?? lastDocument(text) ?? parse(text.slice(text.lastIndexOf('\n') + 1));
}

const LINE_WITH_BRACKET = /^[ \t]*[[{]/gm;

function lastDocument(text: string): FoundJson | undefined {
  let found: FoundJson | undefined;
  let left = text.length * MOST_PASSES;
  const starts = new RegExp(LINE_WITH_BRACKET);
  for (let line = starts.exec(text); line && left > 0; line = starts.exec(text)) {
    const start = line.index + line[0].length - 1;
    const end = closingEnd(text, start);
    left -= (end ?? text.length) - start;
    const document =
      end !== undefined && /^[ \t\r]*(?:\n|$)/.test(text.slice(end, end + 200))
        ? parse(text.slice(start, end))
        : undefined;
    if (document) {
      found = document;
      starts.lastIndex = end as number;
    }
  }
  return found;
}

/** A string, which may be cut at the end of its line, or a bracket. */
const MARK = /"(?:\\.|[^"\\\n])*"?|[[\]{}]/g;

/** Where the bracket that opens at `start` is closed; undefined if it is not, or holds too many others. */
function closingEnd(text: string, start: number): number | undefined {
  const marks = new RegExp(MARK);
  marks.lastIndex = start;
  let depth = 0;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    if (/^[[{]/.test(mark[0])) depth++;
    else if (/^[\]}]/.test(mark[0])) depth--;
    if (depth > MOST_DEPTH) return undefined;
    if (depth === 0) return marks.lastIndex;
  }
  return undefined;
}

function parse(text: string): FoundJson | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
