/** How far around a place its sentence is sought, in characters, so that hostile texts cost no more than sound ones. */
const REACH = 600;
const END = /[.!?](?=["')\]\uE001]*(?:\s+[^a-z\s]|\s*$))|\n\s*(?=\n|[-*+] |\d+[.)] |#)|\n(?=\s*$)/g;
const ABBREVIATION = /\b(?:e\.g|i\.e|etc|vs|cf|approx|resp)\.$/i;

/** The sentence (or list item) of the prose that holds this offset. */
export function sentenceAt(prose: string, offset: number): { readonly start: number; readonly end: number } {
  const from = Math.max(0, offset - REACH);
  const around = prose.slice(from, offset + REACH);
  let start = 0;
  for (const match of around.matchAll(END)) {
    const end = match.index + match[0].length;
    if (ABBREVIATION.test(around.slice(Math.max(0, end - 8), end))) continue;
    if (from + end > offset) return { start: from + start, end: from + end };
    start = end;
  }
  return { start: from + start, end: from + around.length };
}

/** The words of that sentence. */
export function sentenceAround(prose: string, offset: number): string {
  const { start, end } = sentenceAt(prose, offset);
  return prose.slice(start, end);
}
