import type { Cluster } from '../model/cluster';
import type { Group, Resource } from '../model/elements';
import type { Ref } from '../model/values';

/** What may own a group: a node, or in a guest cluster a virtual machine that is a member. */
export interface Candidate {
  readonly name: string;
  readonly key: string;
}

/** The possible owners that one resource of a group lists. */
export interface OwnerList {
  readonly resource: Resource;
  readonly owners: readonly Ref[];
}

/** The lists of possible owners in a group; a resource without one may be owned by every candidate. */
export function ownerListsOf(group: Group): readonly OwnerList[] {
  return group.resources.flatMap((resource) => {
    const owners = resource.values.possible_owners;
    return owners ? [{ resource, owners }] : [];
  });
}

/** The nodes, or the members of the guest cluster the group belongs to; undefined where a member is not declared. */
export function candidatesOf(cluster: Cluster, group: Group): readonly Candidate[] | undefined {
  if (group.guestCluster === undefined) return cluster.nodes.all;
  const members = cluster.guestClusters.get(group.guestCluster)?.values.members;
  const machines = members?.map((member) => cluster.virtualMachines.get(member.key));
  const declared = machines?.filter((machine) => machine !== undefined);
  return declared?.length === machines?.length ? declared : undefined;
}

/**
 * Those that may own every resource of a group (semantics 2.3, S16). Undefined where a name in a list is not declared: that is
 * reported there, and whom it means is not known.
 */
export function possibleCandidates(cluster: Cluster, group: Group): readonly Candidate[] | undefined {
  const candidates = candidatesOf(cluster, group);
  const lists = ownerListsOf(group).map(({ owners }) => owners);
  if (lists.some((owners) => owners.some((owner) => !isDeclaredOwner(cluster, group, owner)))) return undefined;
  return candidates?.filter(({ key }) => lists.every((owners) => owners.some((owner) => owner.key === key)));
}

/** Whether a name means a node, or for a group of a guest cluster a virtual machine, member or not. */
export function isDeclaredOwner(cluster: Cluster, group: Group, owner: Ref): boolean {
  const named = group.guestCluster === undefined ? cluster.nodes : cluster.virtualMachines;
  return named.get(owner.key) !== undefined;
}
