import { HEAD_LENGTH } from '../src/core/prose/cue-index.ts';
import { type Node, readPattern } from './pattern-tree.ts';

/** Heads of words that stand in most texts, so that finding them tells little. */
const COMMON = new Set(
  '0 1 2 5 10 a all also an and any are as at be been customer customers but by can check checks do does each file files for format from has have how i if in is it its last may minute minutes more ms must name need needs new no not of old on one only or other our out product see show shows so test tests that the their then there they this time to use used user users was we what when where which who will with work works you your'.split(
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
export function cueWords(pattern: string): readonly string[] | undefined {
  const cues = new Set<string>();
  for (const alternative of alternativesOf(readPattern(pattern))) {
    const found = bestCues(flat(alternative));
    if (found === undefined) return undefined;
    for (const cue of found.cues) cues.add(cue);
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

/**
 * The cheapest set of cues of which one stands wherever the sequence does: those that it can begin with from some place on, or one
 * for each of several parts that stand in one place. The sequence is followed by no letter.
 */
function bestCues(nodes: readonly Node[], most = MOST_COST): Found | undefined {
  let best: Found | undefined;
  let isBetween = true;
  for (const [place, node] of nodes.entries()) {
    const limit = best?.cost ?? most;
    if (isBetween) best = cuesFrom(nodes, place, limit) ?? best;
    if (isBetween && node.kind === 'one' && beginsBetween(nodes.slice(place + 1)))
      best = cuesOfEach(node.nodes, best?.cost ?? most) ?? best;
    isBetween = endsBetween(node, isBetween);
  }
  return best;
}

/** The cues of all alternatives together, or undefined if one of them has none or they cost too much. */
function cuesOfEach(alternatives: readonly Node[], most: number): Found | undefined {
  const cues = new Set<string>();
  for (const alternative of alternatives) {
    const found = bestCues(flat(alternative), most);
    if (found === undefined) return undefined;
    for (const cue of found.cues) cues.add(cue);
  }
  const cost = [...cues].reduce((sum, cue) => sum + costOf(cue), 0);
  return cost < most ? { cues, cost } : undefined;
}

/** True if the sequence surely begins with something between words, or is nothing at all. */
function beginsBetween([first, ...rest]: readonly Node[]): boolean {
  if (first === undefined || first.kind === 'gap') return true;
  if (first.kind === 'one') return first.nodes.every((one) => beginsBetween([...flat(one), ...rest]));
  return first.kind === 'all' && beginsBetween([...flat(first), ...rest]);
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
