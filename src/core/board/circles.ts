/** A node of a graph whose edges lead to what comes before it. */
export interface Ordered<Node> {
  readonly before: readonly Node[];
  readonly after: readonly Node[];
}

/**
 * The nodes that lie on circles, each with its group: two nodes have one group if each comes before the other. A node that only
 * comes before itself is a group of its own. Linear in nodes and edges (Kosaraju's algorithm, without recursion).
 */
export function findCircles<Node extends Ordered<Node>>(nodes: Iterable<Node>): ReadonlyMap<Node, number> {
  const groups = new Map<Node, number>();
  const circles = new Map<Node, number>();
  for (const [group, root] of leaveOrder(nodes).reverse().entries()) {
    if (groups.has(root)) continue;
    groups.set(root, group);
    const members = [root];
    for (const node of members) {
      for (const next of node.after) {
        if (groups.has(next)) continue;
        groups.set(next, group);
        members.push(next);
      }
    }
    if (members.length > 1 || root.before.includes(root))
      for (const node of members) circles.set(node, group);
  }
  return circles;
}

/** The nodes in the order in which a search along `before` has seen all that they lead to. */
function leaveOrder<Node extends Ordered<Node>>(nodes: Iterable<Node>): Node[] {
  const left: Node[] = [];
  const entered = new Set<Node>();
  for (const root of nodes) {
    const way = entered.has(root) ? [] : [{ node: root, next: 0 }];
    entered.add(root);
    for (let step = way.at(-1); step !== undefined; step = way.at(-1)) {
      const next = step.node.before[step.next++];
      if (next === undefined) left.push((way.pop() ?? step).node);
      else if (!entered.has(next)) {
        entered.add(next);
        way.push({ node: next, next: 0 });
      }
    }
  }
  return left;
}
