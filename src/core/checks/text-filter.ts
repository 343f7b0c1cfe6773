/** Changes a text that comes in pieces. However it is cut, the pieces that come out make up the same text. */
export interface TextFilter {
  /** Takes a piece and returns what can be said so far; an end that more text could change is kept back. */
  push(text: string): string;
  /** Returns what was kept back. Nothing may follow. */
  end(): string;
}

/** What a filter makes of a whole text. */
export function filterWhole(filter: TextFilter, text: string): string {
  return filter.push(text) + filter.end();
}

/** Two filters, one after the other. */
export function inTurn(first: TextFilter, second: TextFilter): TextFilter {
  return {
    push: (text) => second.push(first.push(text)),
    end: () => second.push(first.end()) + second.end(),
  };
}
