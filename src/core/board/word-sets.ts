/** Sets of words, asked which of them lie within a longer list of words. */
export interface WordSets {
  /** Adds a set: its words, sorted, with a space between. The same set may be added often. */
  add(key: string): void;
  /** Takes the set out once. */
  remove(key: string): void;
  /** The keys whose words are all among these. Cost grows with the words and the sets that fit, not with all sets. */
  within(words: Iterable<string>): readonly string[];
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
  return {
    add(key) {
      let node = root;
      for (const word of key.split(' ')) {
        const next = node.next.get(word) ?? { next: new Map(), count: 0 };
        node.next.set(word, next);
        node = next;
      }
      node.count++;
    },
    remove: (key) => remove(root, key.split(' ')),
    within(words) {
      const found: string[] = [];
      collect(root, [...new Set(words)].sort(), 0, found);
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
