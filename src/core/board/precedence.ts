import type { LaneFile } from '../lane/lane-file.ts';
import { findCircles, type Ordered } from './circles.ts';
import { createKeyedIndex } from './keyed-index.ts';

/** Which lane comes before which, through `needs`. */
export interface Precedence {
  put(file: LaneFile): void;
  remove(path: string): void;
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
  readonly needs: readonly string[];
  before: readonly Node[];
  after: Node[];
  /** The last question in which this lane was found before or after another. */
  readonly found: { before: number; after: number };
}

const longestSearch = 200;

/** No lanes yet. */
export function createPrecedence(): Precedence {
  const nodes = new Map<string, Node>();
  const byId = createKeyedIndex<Node>();
  const needers = createKeyedIndex<undefined>();
  let question = 0;
  let linked = true;
  let circles: ReadonlyMap<Node, number> = new Map();
  let last: { readonly path: string; readonly around: Around } | undefined;

  const changed = () => {
    linked = false;
    last = undefined;
  };
  const remove = (path: string) => {
    if (!nodes.delete(path)) return;
    byId.remove(path);
    needers.remove(path);
    changed();
  };
  const link = () => {
    if (linked) return;
    for (const node of nodes.values()) node.after = [];
    for (const node of nodes.values()) {
      node.before = node.needs.flatMap((id) => byId.get(id).map(({ value }) => value));
      for (const before of node.before) before.after.push(node);
    }
    circles = findCircles(nodes.values());
    linked = true;
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
      const needs = neededIds(file);
      const known = nodes.get(file.path);
      if (known !== undefined && known.id === file.id && known.needs.join('\n') === needs.join('\n')) return;
      remove(file.path);
      const found = { before: 0, after: 0 };
      const node: Node = { path: file.path, id: file.id, needs, before: [], after: [], found };
      nodes.set(file.path, node);
      byId.add(file.id, file.path, node);
      for (const id of needs) needers.add(id, file.path, undefined);
      changed();
    },
    remove,
    around,
    needing: (id) => needers.get(id).map(({ path }) => path),
    needed: () => needers.keys(),
    cycle(path, need) {
      link();
      const start = nodes.get(path);
      const group = start && circles.get(start);
      const back = byId.get(need.normalize('NFC')).find(({ value }) => circles.get(value) === group);
      if (start === undefined || group === undefined || back === undefined) return undefined;
      return wayBack(start, back.value, (node) => circles.get(node) === group).map(({ id }) => id);
    },
  };
}

/** The ids that a lane file names in `needs`, each once. */
function neededIds(file: LaneFile): readonly string[] {
  return [...new Set((file.lane?.needs ?? []).map(({ lane }) => lane.value.normalize('NFC')))];
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
