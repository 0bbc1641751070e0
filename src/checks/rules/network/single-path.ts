import type { ClusterNode, Network } from '../../../model/elements';
import { listOf } from '../../../model/words';
import { linksOf } from '../../cluster-networks';
import type { DesignRule } from '../../rule';
import { mayMissSome } from '../../unread';
import { headerOf } from '../../written';

/** A network whose loss cuts nodes off from each other, since no other one carries heartbeats between them. */
export const singlePath: DesignRule = {
  code: 'network/single-path',
  severity: 'warning',
  source: 'semantics 4.5, 10.1 (Validate Network Communication), 10.2',
  checkAll: (design) => {
    if (mayMissSome(design, 'network')) return [];
    const cut = new Map<Network, Set<ClusterNode>>();
    for (const { nodes, carriers } of linksOf(design.cluster)) {
      const [only, ...others] = carriers;
      if (!only || others.length > 0) continue;
      cut.set(only, new Set([...(cut.get(only) ?? []), ...nodes]));
    }
    return [...cut].map(([network, nodes]) => ({
      message: `${network.name} is the only network that carries heartbeats between ${shown([...nodes])}: when it fails, they no longer reach each other, and those without quorum stop with all they run.`,
      place: headerOf(network),
    }));
  },
};

/** Nodes that are named in one message. */
const mostShown = 4;

function shown(nodes: readonly ClusterNode[]): string {
  const names = nodes.map(({ name }) => name);
  const more = names.length - mostShown;
  return listOf(more > 0 ? [...names.slice(0, mostShown), `${String(more)} more`] : names);
}
