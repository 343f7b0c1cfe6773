import { HEAD_LENGTH } from '../src/core/prose/cue-index.ts';
import { type Node, readPattern } from './pattern-tree.ts';

/** Heads of words that stand in most texts, so that finding them tells little. */
const COMMON = new Set(
  '0 1 2 5 10 a all also an and any are as at be been but by can do does each file files for from has have how i if in is it its may more ms must name need needs new no not of on one only or other our out show shows so test tests that the their then there they this to use used user users was we what when where which who will with work works you your'.split(
    ' ',
  ),
);
const COST_OF_COMMON = 1000;
const COST_OF_TWO_COMMON = 50;
/** An alternative that asks for so much is not worth asking for. */
const MOST_COST = 60_000;

/**
 * Cues of which at least one stands in every text that the pattern matches, or undefined where no such set is found. A cue is the
 * head of a word, or of a common word and the word after it: `agre`, `as we`. The pattern must match whole words only. Of the words
 * of an alternative those are taken that are least common.
 */
export function cueWords(pattern: RegExp): readonly string[] | undefined {
  const cues = new Set<string>();
  for (const alternative of alternativesOf(readPattern(pattern.source))) {
    const words = bestCues(flat(alternative));
    if (words === undefined) return undefined;
    for (const word of words) cues.add(word);
  }
  return [...cues].sort();
}

function alternativesOf(node: Node): readonly Node[] {
  if (node.kind === 'one') return node.nodes.flatMap(alternativesOf);
  const [only, ...others] = flat(node);
  return only !== undefined && only !== node && others.length === 0 ? alternativesOf(only) : [node];
}

function flat(node: Node): readonly Node[] {
  return node.kind === 'all' ? node.nodes.flatMap(flat) : [node];
}

/** The cheapest of the sets of cues that can stand at one place of the sequence. */
function bestCues(nodes: readonly Node[]): ReadonlySet<string> | undefined {
  let best: Found | undefined;
  let isBetween = true;
  for (let place = 0; place < nodes.length; place++) {
    if (isBetween) best = cuesFrom(nodes, place, best?.cost ?? MOST_COST) ?? best;
    isBetween = endsBetween(nodes[place] as Node, isBetween);
  }
  return best?.cues;
}

/** True if what follows the node surely begins a word, given whether the node itself does. */
function endsBetween(node: Node, isBetween: boolean): boolean {
  if (node.kind === 'one') return node.nodes.every((one) => endsBetween(one, isBetween));
  if (node.kind === 'all') return node.nodes.reduce((so, one) => endsBetween(one, so), isBetween);
  return node.kind === 'gap';
}

interface Found {
  readonly cues: ReadonlySet<string>;
  readonly cost: number;
}

/** The cues that the sequence can begin with from this place on, or undefined if that can be anything or costs too much. */
function cuesFrom(nodes: readonly Node[], place: number, most: number): Found | undefined {
  const cues = new Set<string>();
  const seen = new Set<string>();
  let cost = 0;
  const end = (read: string): boolean => {
    const cue = read.trimEnd();
    if (cue === '') return false;
    if (!cues.has(cue)) cost += costOf(cue);
    cues.add(cue);
    return cost < most;
  };
  const from = (index: number, read: string): boolean => {
    const node = nodes[index];
    if (node === undefined) return end(read);
    const state = `${index} ${read}`;
    if (seen.has(state)) return true;
    seen.add(state);
    return follow(node, read, (next) => from(index + 1, next));
  };
  const follow = (node: Node, read: string, then: (read: string) => boolean): boolean => {
    switch (node.kind) {
      case 'letter':
        return isWhole(read + node.letter) ? end(read + node.letter) : then(read + node.letter);
      case 'gap':
        return read === '' || read.endsWith(' ')
          ? then(read)
          : COMMON.has(read)
            ? then(`${read} `)
            : end(read);
      case 'any':
        // The first of two words is known at least.
        return end(read.slice(0, read.indexOf(' ') + 1));
      case 'one':
        return node.nodes.every((one) => follow(one, read, then));
      case 'all':
        return step(node.nodes, 0, read, then);
    }
  };
  const step = (
    inner: readonly Node[],
    index: number,
    read: string,
    then: (read: string) => boolean,
  ): boolean => {
    const node = inner[index];
    return node === undefined ? then(read) : follow(node, read, (next) => step(inner, index + 1, next, then));
  };
  return from(place, '') ? { cues, cost } : undefined;
}

function costOf(cue: string): number {
  const last = cue.slice(cue.indexOf(' ') + 1);
  if (!COMMON.has(last)) return 1;
  return last === cue ? COST_OF_COMMON : COST_OF_TWO_COMMON;
}

/** True if further letters change nothing. */
function isWhole(read: string): boolean {
  return read.length - (read.indexOf(' ') + 1) === HEAD_LENGTH;
}
