/** Sets of words, asked which of them lie within a longer list of words. */
export interface WordSets {
  /** Adds a set: its words, sorted, with a space between. The same set may be added often. */
  add(key: string): void;
  /** Takes the set out once. */
  remove(key: string): void;
  /** The keys whose words are all among these. Cost grows with the words and the sets that fit, not with all sets. */
  within(words: readonly string[]): readonly string[];
}

/** The sets that begin with the same words share one way from the root. */
interface Node {
  readonly next: Map<string, Node>;
  /** How often the set that ends here was added. */
  count: number;
}

/** No sets yet. */
export function createWordSets(): WordSets {
  const root: Node = { next: new Map(), count: 0 };
  /** In how many sets a word stands: most words of a text stand in none. */
  const uses = new Map<string, number>();
  return {
    add(key) {
      let node = root;
      for (const word of key.split(' ')) {
        uses.set(word, (uses.get(word) ?? 0) + 1);
        const next = node.next.get(word) ?? { next: new Map(), count: 0 };
        node.next.set(word, next);
        node = next;
      }
      node.count++;
    },
    remove(key) {
      const words = key.split(' ');
      for (const word of words) {
        const left = (uses.get(word) ?? 0) - 1;
        if (left > 0) uses.set(word, left);
        else uses.delete(word);
      }
      remove(root, words);
    },
    within(words) {
      const used = words.filter((word) => uses.has(word));
      const found: string[] = [];
      if (used.length > 0) collect(root, [...new Set(used)].sort(), 0, found);
      return found;
    },
  };
}

function remove(node: Node, [word, ...rest]: readonly string[]): void {
  if (word === undefined) {
    node.count--;
    return;
  }
  const next = node.next.get(word);
  if (next === undefined) return;
  remove(next, rest);
  if (next.count === 0 && next.next.size === 0) node.next.delete(word);
}

/** Goes every way that the words from `from` on allow; they are sorted as the words of each set are. */
function collect(node: Node, words: readonly string[], from: number, found: string[], before = ''): void {
  if (node.count > 0) found.push(before);
  if (node.next.size === 0) return;
  for (let at = from; at < words.length; at++) {
    const word = words[at] as string;
    const next = node.next.get(word);
    if (next !== undefined) collect(next, words, at + 1, found, before === '' ? word : `${before} ${word}`);
  }
}
