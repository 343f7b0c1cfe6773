/** An answer without what does not count: case, doubled spaces, quotes around it, the full stop at the end. */
export function answerText(answer: string): string {
  const folded = answer.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
  return folded.replace(/^[\s"'“`]+|[\s"'”`.!]+$/g, '');
}

/**
 * True if two answers, as `answerText` gives them, do not contradict each other: they are the same, or one goes on where the
 * other ends, after a comma, bracket, dash, colon or semicolon (`Postmark` and `Postmark (see ADR 12)`).
 */
export function answersAgree(a: string, b: string): boolean {
  return goesOn(a, b) || goesOn(b, a);
}

function goesOn(short: string, long: string): boolean {
  return long.startsWith(short) && /^(?:$|\s?[,(:;[]|\s[-–—]|\.\s)/.test(long.slice(short.length));
}
