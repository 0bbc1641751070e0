import type { Cluster } from '../model/cluster';
import type { ClusterNode, Network } from '../model/elements';

/** Roles of networks that carry heartbeats (semantics 4.1). */
const carrying: ReadonlySet<string> = new Set(['cluster', 'cluster_and_client']);

/** Whether heartbeats go over a network. */
export function carriesCluster({ values }: Network): boolean {
  return carrying.has(values.role);
}

/** Whether a node is connected to a network; one without a list is connected to all (language.md, Settled readings, Required). */
export function isConnected({ values }: ClusterNode, { key }: Network): boolean {
  return values.networks?.some((ref) => ref.key === key) ?? true;
}

/** Two nodes, and what connects them. */
export interface Link {
  readonly nodes: readonly [ClusterNode, ClusterNode];
  /** Networks both are connected to that carry cluster traffic. */
  readonly carriers: readonly Network[];
}

/**
 * The links between the nodes; none where the design says nothing of networks. A node with a dangling name in its list is left out: that is
 * reported, and what the node is connected to is not known.
 */
export function linksOf(cluster: Cluster): readonly Link[] {
  if (cluster.networks.all.length === 0) return [];
  const nodes = cluster.nodes.all.filter(
    ({ values }) => values.networks?.every(({ key }) => cluster.networks.get(key)) ?? true,
  );
  const carriers = new Map(
    nodes.map((node) => [node, cluster.networks.all.filter((one) => carriesCluster(one) && isConnected(node, one))]),
  );
  return nodes.flatMap((one, index) =>
    nodes.slice(index + 1).map((other): Link => {
      const others = new Set(carriers.get(other));
      return { nodes: [one, other], carriers: (carriers.get(one) ?? []).filter((network) => others.has(network)) };
    }),
  );
}

/** The site of a node: its own, else that of its rack. */
export function siteOf(cluster: Cluster, { values }: ClusterNode): string | undefined {
  return values.site?.key ?? cluster.racks.get(values.rack?.key)?.values.site?.key;
}

/** Whether two nodes are in different sites: each site may have subnets of its own, with routers between (semantics 4.1, cross-subnet). */
export function areInDifferentSites(cluster: Cluster, one: ClusterNode, other: ClusterNode): boolean {
  const [site, another] = [siteOf(cluster, one), siteOf(cluster, other)];
  return site !== undefined && another !== undefined && site !== another;
}
