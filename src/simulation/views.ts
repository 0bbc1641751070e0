import type { NodeRun } from './engine';

/** Nodes that all hear each other. */
export type View = readonly NodeRun[];

/** Nodes parted into views; `pruned` tells whether some node could have been in more than one of them. */
export interface Parting {
  readonly views: readonly View[];
  readonly pruned: boolean;
}

type Together = (left: NodeRun, right: NodeRun) => boolean;

function strangersOf(nodes: View, together: Together): Map<NodeRun, number> {
  return new Map(nodes.map((node) => [node, nodes.filter((other) => other !== node && !together(node, other)).length]));
}

/** The node that misses the most others; of equals the one with the highest number. */
function loneliest(strangers: ReadonlyMap<NodeRun, number>): NodeRun | undefined {
  let worst: NodeRun | undefined;
  let most = 1;
  for (const [node, count] of strangers) {
    if (count > most || (count === most && (worst === undefined || node.node.id > worst.node.id))) {
      worst = node;
      most = count;
    }
  }
  return worst;
}

/** Nodes leave one by one, who misses the most others first, until all that are left hear each other. */
function pruneToView(nodes: View, together: Together): View {
  const strangers = strangersOf(nodes, together);
  for (let leaver = loneliest(strangers); leaver; leaver = loneliest(strangers)) {
    strangers.delete(leaver);
    for (const [node, count] of strangers) if (!together(node, leaver)) strangers.set(node, count - 1);
  }
  return [...strangers.keys()];
}

/**
 * Parts nodes into sets in which all hear each other, as a regroup prunes them (semantics 4.2; rule
 * `regroup-keeps-who-hears-most` where contact is not all or nothing). In the order of the nodes. Time: cubic at worst in
 * the number of nodes, and only where contact is lost.
 */
export function partition(nodes: View, together: Together): Parting {
  const views: View[] = [];
  let rest = nodes;
  while (rest.length > 0) {
    const view = new Set(pruneToView(rest, together));
    views.push([...view]);
    rest = rest.filter((node) => !view.has(node));
  }
  const pruned = views.some((view, index) =>
    views.slice(index + 1).some((other) => other.some((node) => view.some((one) => together(one, node)))),
  );
  return { views, pruned };
}
