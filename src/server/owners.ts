import { standingOf } from '../diagram/standing';
import type { Cluster } from '../model/cluster';
import type { Group } from '../model/elements';

/** Groups of the host cluster with the node that owns each when a run starts, as the pictures show it. A group without one is left out. */
export function ownersAtStart(cluster: Cluster): ReadonlyMap<Group, string> {
  const standing = standingOf(cluster, undefined);
  return new Map(
    cluster.groups.all.flatMap((group): [Group, string][] => {
      const owner = standing.ownerOf(group);
      return owner === undefined ? [] : [[group, owner]];
    }),
  );
}
