import type { Cluster } from '../model/cluster';
import type { Group, GuestCluster } from '../model/elements';

/** All groups of a design, the host cluster's first: their names, and those of their resources, are in one namespace. */
export function allGroups(cluster: Cluster): readonly Group[] {
  return [...cluster.groups.all, ...cluster.guestClusters.all.flatMap(({ groups }) => groups)];
}

/** The group of this key, in the host cluster or a guest cluster. */
export function findGroup(cluster: Cluster, key: string | undefined): Group | undefined {
  const own = cluster.groups.get(key);
  if (own) return own;
  for (const { groups } of cluster.guestClusters.all) {
    const found = groups.find((group) => group.key === key);
    if (found) return found;
  }
  return undefined;
}

/** The guest cluster a group belongs to; undefined for one of the host cluster. */
export function guestOf(cluster: Cluster, group: Group | undefined): GuestCluster | undefined {
  return cluster.guestClusters.get(group?.guestCluster);
}
