import type { Cluster } from './cluster';
import { isDiskResource } from './elements';
import type { ClusterNode, Group, VirtualMachine } from './elements';
import { machinesOf, nodesWithPath, possibleOwners, shouldRun } from './owners';
import type { PlacementPolicy } from './profile';

/** Whether the policy goes through all nodes by number for a group, or decides by load behind its preferred owners (semantics 2.3). */
const goesByNumber: Readonly<Record<PlacementPolicy, (hasPreferred: boolean) => boolean>> = {
  next_in_list: () => true,
  fewest_groups: (hasPreferred) => hasPreferred,
  ranked: () => false,
};

/**
 * The node a group is on when a run starts, as far as the group alone decides it: its owner, else the first node of its list that can take
 * it (language.md, Scenario statements). Undefined where the placement policy decides by what the other groups take up.
 */
export function startingNode(cluster: Cluster, group: Group): ClusterNode | undefined {
  const owner = cluster.nodes.get(group.values.owner?.key);
  if (owner) return owner;
  const preferred = (group.values.preferred_owners ?? []).map(({ key }) => cluster.nodes.get(key));
  const byNumber = goesByNumber[cluster.profile.placement](preferred.length > 0);
  if (preferred.length === 0 && !byNumber) return undefined;
  const list = [...preferred, ...(byNumber ? cluster.nodes.all : [])];
  const able = new Set(nodesThatCanTake(cluster, group).map(({ key }) => key));
  return list.find((node) => node?.values.state === 'up' && able.has(node.key));
}

/** Nodes that may own a group and have a path to its disks, in node order (semantics 2.3). */
export function nodesThatCanTake(cluster: Cluster, group: Group): readonly ClusterNode[] {
  const disks = group.resources.filter(isDiskResource).map(({ disk }) => cluster.disks.get(disk.key));
  const reached = disks.filter((disk) => disk !== undefined).map((disk) => new Set(nodesWithPath(cluster, disk)));
  return possibleOwners(cluster, group).filter((node) => reached.every((nodes) => nodes.has(node)));
}

/** Virtual machines of a group that run when a run starts (language.md, Settled readings, Required). */
export function startingMachines(group: Group): readonly VirtualMachine[] {
  return shouldRun(group) ? machinesOf(group).filter(({ values }) => values.state === 'running') : [];
}
