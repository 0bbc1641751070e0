import { clusterBlocks } from '../language/schema/cluster';
import { atVersion } from '../language/schema/version';
import type { Cluster } from '../model/cluster';
import type { ClusterNode } from '../model/elements';

/** How the death of a node is noticed: `threshold` heartbeats, `delay` ms apart, are missed (semantics 4.1). */
export interface Heartbeat {
  readonly delay: number;
  readonly threshold: number;
}

function clusterNetworks(cluster: Cluster, node: ClusterNode): readonly string[] {
  const carriers = cluster.networks.all.filter(
    ({ values }) => values.role === 'cluster' || values.role === 'cluster_and_client',
  );
  const listed = node.values.networks;
  return carriers.map(({ key }) => key).filter((key) => listed?.some((ref) => ref.key === key) ?? true);
}

/**
 * The heartbeat settings between a node and the others: those for one subnet where it shares a cluster network with any
 * of them, else those across subnets (semantics 4.1, S18, S27). Networks that are not declared are taken as shared.
 */
export function heartbeatOf(cluster: Cluster, node: ClusterNode, others: readonly ClusterNode[]): Heartbeat {
  const own = clusterNetworks(cluster, node);
  const shares = others.some((other) => clusterNetworks(cluster, other).some((key) => own.includes(key)));
  const values = cluster.settings?.values;
  const defaults = clusterBlocks.cluster.attributes;
  if (shares || cluster.networks.all.length === 0) {
    return {
      delay: values?.same_subnet_delay ?? defaults.same_subnet_delay.default,
      threshold: values?.same_subnet_threshold ?? atVersion(defaults.same_subnet_threshold.default, cluster.version),
    };
  }
  return {
    delay: values?.cross_subnet_delay ?? defaults.cross_subnet_delay.default,
    threshold: values?.cross_subnet_threshold ?? atVersion(defaults.cross_subnet_threshold.default, cluster.version),
  };
}
