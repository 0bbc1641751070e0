import type { Cluster } from '../model/cluster';
import type { Resolution } from '../model/paths';
import { namesOfSome } from './phrases';

/** `D:, a local drive of HV-01`; of all nodes, `C:, a local drive of each node by itself`. */
export function localText(cluster: Cluster, { drive, nodes }: Extract<Resolution, { kind: 'local' }>): string {
  const owners = cluster.nodes.all.filter((node) => nodes.includes(node.key));
  const everywhere = owners.length === cluster.nodes.all.length && owners.length > 1;
  return `${drive}, a local drive of ${everywhere ? 'each node by itself' : namesOfSome(owners)}`;
}
