import { type LaneFile, laneId } from '../lane/lane-file.ts';
import { findCircles, type Ordered } from './circles.ts';
import { createKeyedIndex } from './keyed-index.ts';

/** Which lane comes before which, through `needs`. */
export interface Precedence {
  put(file: LaneFile): void;
  remove(path: string): void;
  /** To be called when a lane file comes or goes: ids may name others now. */
  changed(): void;
  /** The lanes that come before or after this one, however far; itself too if it is on a cycle. */
  around(path: string): Around;
  /** The lane files that need this id, in order of path. */
  needing(id: string): readonly string[];
  /** Every id that is needed somewhere. */
  needed(): Iterable<string>;
  /**
   * The ids of a shortest way from this lane through one of its needs back to itself: `a`, `b`, …, `a`; empty if the way is
   * longer than 200 lanes can show; undefined if that need does not lead back.
   */
  cycle(path: string, need: string): readonly string[] | undefined;
}

/** Lanes in a fixed order to one lane. Holds until the next question. */
export interface Around {
  has(path: string): boolean;
  paths(): readonly string[];
}

interface Node extends Ordered<Node> {
  readonly path: string;
  readonly id: string;
  readonly before: Node[];
  readonly after: Node[];
  /** The last question in which this lane was found before or after another. */
  readonly found: { before: number; after: number };
}

const longestSearch = 200;

/** No lanes yet. `withId` tells which files an id names; where that changes, `changed` must be told. */
export function createPrecedence(withId: (id: string) => readonly LaneFile[]): Precedence {
  const needs = new Map<string, readonly string[]>();
  const needers = createKeyedIndex<undefined>();
  let nodes: ReadonlyMap<string, Node> = new Map();
  let circles: ReadonlyMap<Node, number> = new Map();
  let isLinked = true;
  let question = 0;
  let last: { readonly path: string; readonly around: Around } | undefined;

  const changed = () => {
    isLinked = false;
    last = undefined;
  };
  const remove = (path: string) => {
    for (const id of needs.get(path) ?? []) needers.remove(id, path);
    if (needs.delete(path)) changed();
  };
  const link = () => {
    if (isLinked) return;
    nodes = linkNodes(needs, withId);
    circles = findCircles(nodes.values());
    isLinked = true;
  };
  const around = (path: string): Around => {
    if (last?.path === path) return last.around;
    link();
    const now = ++question;
    const start = nodes.get(path);
    const before = start === undefined ? [] : reach(start, 'before', now);
    const after = start === undefined ? [] : reach(start, 'after', now);
    const has = (other: string) => {
      const found = nodes.get(other)?.found;
      return found !== undefined && (found.before === now || found.after === now);
    };
    last = { path, around: { has, paths: () => [...before, ...after].map((node) => node.path) } };
    return last.around;
  };

  return {
    put(file) {
      const ids = neededIds(file);
      if (ids.join('\n') === (needs.get(file.path) ?? []).join('\n')) return;
      remove(file.path);
      if (ids.length > 0) needs.set(file.path, ids);
      for (const id of ids) needers.add(id, file.path, undefined);
      changed();
    },
    remove,
    changed,
    around,
    needing: (id) => needers.get(id).map(({ path }) => path),
    needed: () => needers.keys(),
    cycle(path, need) {
      link();
      const start = nodes.get(path);
      const group = start && circles.get(start);
      const back = withId(need)
        .map((file) => nodes.get(file.path))
        .find((node) => node && circles.get(node) === group);
      if (start === undefined || group === undefined || back === undefined) return undefined;
      return wayBack(start, back, (node) => circles.get(node) === group).map(({ id }) => id);
    },
  };
}

/** Every lane that needs another or is needed, with its edges. */
function linkNodes(
  needs: ReadonlyMap<string, readonly string[]>,
  withId: (id: string) => readonly LaneFile[],
): ReadonlyMap<string, Node> {
  const nodes = new Map<string, Node>();
  const nodeOf = (path: string, id: string): Node => {
    const node = nodes.get(path) ?? { path, id, before: [], after: [], found: { before: 0, after: 0 } };
    nodes.set(path, node);
    return node;
  };
  for (const [path, ids] of needs) {
    const node = nodeOf(path, laneId(path));
    for (const other of ids.flatMap(withId)) {
      const before = nodeOf(other.path, other.id);
      node.before.push(before);
      before.after.push(node);
    }
  }
  return nodes;
}

/** The ids that a lane file names in `needs`, each once. */
function neededIds(file: LaneFile): readonly string[] {
  const needs = file.lane?.needs ?? [];
  return needs.length === 0 ? [] : [...new Set(needs.map(({ lane }) => lane.value.normalize('NFC')))];
}

/** The lanes before or after `start`, which is among them only if the way leads back. */
function reach(start: Node, direction: 'before' | 'after', question: number): readonly Node[] {
  const reached: Node[] = [];
  for (let at = -1; at < reached.length; at++) {
    for (const next of (reached[at] ?? start)[direction]) {
      if (next.found[direction] === question) continue;
      next.found[direction] = question;
      reached.push(next);
    }
  }
  return reached;
}

/** A shortest way from `start` over `first` back to `start`, both ends included; empty if it is not found soon. */
function wayBack(start: Node, first: Node, isOnCircle: (node: Node) => boolean): readonly Node[] {
  const from = new Map<Node, Node>([[first, start]]);
  const open = [first];
  for (const node of open) {
    if (node === start) return wayFrom(start, from);
    if (open.length > longestSearch) break;
    for (const next of node.before) {
      if (from.has(next) || !isOnCircle(next)) continue;
      from.set(next, node);
      open.push(next);
    }
  }
  return [];
}

function wayFrom(start: Node, from: ReadonlyMap<Node, Node>): readonly Node[] {
  const way = [start];
  for (let node = from.get(start); node !== undefined && node !== start; node = from.get(node))
    way.push(node);
  return [...way, start].reverse();
}
