import type { Cluster } from '../model/cluster';
import type { ClusterNode } from '../model/elements';

/** Key of the site a node stands in, by itself or with its rack; undefined where none is given. */
export function siteOf(cluster: Cluster, node: ClusterNode): string | undefined {
  return node.values.site?.key ?? cluster.racks.get(node.values.rack?.key)?.values.site?.key;
}
