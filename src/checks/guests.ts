import type { Place } from '../language/finding';
import type { BoundDeclaration } from '../model/bind/declaration';
import type { Cluster } from '../model/cluster';
import type { GuestCluster, NlbCluster, VirtualMachine } from '../model/elements';
import type { Ref } from '../model/values';
import { elementsIn } from './elements';
import { headerOf, isBroken, isUnreadable, valueOf } from './written';

/** A cluster or farm whose members are virtual machines. */
export type GuestTeam = GuestCluster | NlbCluster;

/** The guest clusters and load-balancing farms in a declaration whose members can be read. */
export function teamsIn(bound: BoundDeclaration): readonly GuestTeam[] {
  return [...elementsIn(bound, 'guest_cluster'), ...elementsIn(bound, 'nlb_cluster')].filter(
    (team) => !isUnreadable(team, 'members') && team.values.members !== undefined,
  );
}

/** What its members are called: nodes of a cluster, hosts of a farm. */
export function roleOf({ kind }: GuestTeam): 'node' | 'host' {
  return kind === 'guest_cluster' ? 'node' : 'host';
}

/** The names of the members, each once. */
export function memberRefs(team: GuestTeam): readonly Ref[] {
  return [...new Map((team.values.members ?? []).map((ref) => [ref.key, ref])).values()];
}

/** The members that are declared, each once, in order. */
export function membersOf(cluster: Cluster, team: GuestTeam): readonly VirtualMachine[] {
  return memberRefs(team)
    .map(({ key }) => cluster.virtualMachines.get(key))
    .filter((machine) => machine !== undefined);
}

/** Where the list of members stands. */
export function membersPlace(team: GuestTeam): Place {
  return isBroken(team.declaration) ? headerOf(team) : valueOf(team, 'members');
}
