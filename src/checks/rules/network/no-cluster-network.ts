import type { Fix, Place } from '../../../language/finding';
import type { Cluster } from '../../../model/cluster';
import type { ClusterNode, Network } from '../../../model/elements';
import { listOf } from '../../../model/words';
import { areInDifferentSites, carriesCluster, isConnected, linksOf } from '../../cluster-networks';
import type { Link } from '../../cluster-networks';
import { setAttribute } from '../../edits/attribute';
import type { DesignRule, Found } from '../../rule';
import { mayMissSome } from '../../unread';
import { valueOf } from '../../written';

/**
 * Two nodes that exchange no heartbeats: they cannot be in one cluster. Between sites heartbeats may be routed: there each node needs a
 * network that carries them, but not the same one.
 */
export const noClusterNetwork: DesignRule = {
  code: 'network/no-cluster-network',
  severity: 'error',
  source: 'semantics 4.1 (a link counts only over networks that carry cluster traffic), 10.2, S18',
  checkAll: (design) => {
    const { cluster } = design;
    if (mayMissSome(design, 'network')) return [];
    const broken = linksOf(cluster).filter((link) => link.carriers.length === 0 && !isRouted(cluster, link));
    const missed = new Map<ClusterNode, number>();
    for (const node of broken.flatMap(({ nodes }) => nodes)) missed.set(node, (missed.get(node) ?? 0) + 1);
    const worst = ([one, other]: Link['nodes']): ClusterNode =>
      (missed.get(one) ?? 0) > (missed.get(other) ?? 0) ? one : other;
    return oncePerPlace(broken.map((link) => foundOf(cluster, link, worst(link.nodes))));
  },
};

function isRouted(cluster: Cluster, { nodes: [one, other] }: Link): boolean {
  const hasCarrier = (node: ClusterNode): boolean =>
    cluster.networks.all.some((network) => carriesCluster(network) && isConnected(node, network));
  return areInDifferentSites(cluster, one, other) && hasCarrier(one) && hasCarrier(other);
}

/** The fault is the role of a network both are connected to; without such a network, what the node is connected to that more others miss. */
function foundOf(cluster: Cluster, { nodes: [one, other] }: Link, worst: ClusterNode): Found {
  const common = cluster.networks.all.filter((network) => isConnected(one, network) && isConnected(other, network));
  const [network] = common;
  const why = network
    ? `${listOf(common.map(({ name }) => name))} ${common.length === 1 ? 'carries' : 'carry'} none`
    : 'no network connects them';
  return {
    message: `${one.name} and ${other.name} share no network that carries cluster traffic (${why}): they exchange no heartbeats and cannot be in one cluster.`,
    place: network ? valueOf(network, 'role') : valueOf(worst, 'networks'),
    fixes: common.map(carryMore),
  };
}

/** A network that carries client traffic goes on doing so. */
function carryMore(network: Network): Fix {
  const role = network.values.role === 'client' ? 'cluster_and_client' : 'cluster';
  return {
    title: `Let ${network.name} carry cluster traffic (role = ${role})`,
    preferred: false,
    edits: [setAttribute(network, 'role', role)],
  };
}

/** One role, or one list, is the same fault for all the pairs that suffer from it. */
function oncePerPlace(all: readonly Found[]): readonly Found[] {
  const isSame = (one: Place, other: Place): boolean =>
    one.declaration === other.declaration && one.span.start === other.span.start;
  return all.filter((found, index) => all.findIndex(({ place }) => isSame(place, found.place)) === index);
}
