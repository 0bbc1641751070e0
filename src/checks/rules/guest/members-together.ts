import type { Fix } from '../../../language/finding';
import type { Cluster } from '../../../model/cluster';
import type { ClusterNode, Group, VirtualMachine } from '../../../model/elements';
import { possibleOwners } from '../../../model/owners';
import { startingNode } from '../../../model/start';
import { haveClassInCommon, putInOneClass } from '../../edits/anti-affinity';
import { membersOf, membersPlace, roleOf, teamsIn } from '../../guests';
import type { GuestTeam } from '../../guests';
import { namesOfSome } from '../../phrases';
import type { DeclarationRule, Found } from '../../rule';
import { isBroken, labelOf } from '../../written';

/** Members of a guest cluster or farm that one failure takes down together. */
export const membersTogether: DeclarationRule = {
  code: 'guest/members-together',
  severity: 'warning',
  source: 'semantics 9.2, 7.1 ST-2, S20 (Guest availability)',
  check: (declaration, { cluster }) =>
    teamsIn(declaration).flatMap((team) => {
      const members = membersOf(cluster, team).map((machine) => memberOf(cluster, machine));
      return [...inOneGroup(team, members), ...onOneNode(cluster, team, members)];
    }),
};

interface Member {
  readonly machine: VirtualMachine;
  /** Undefined for a virtual machine outside any group, which stays on its node. */
  readonly group: Group | undefined;
  readonly start: ClusterNode | undefined;
  /** Nodes it may ever be on. */
  readonly nodes: readonly ClusterNode[];
}

function memberOf(cluster: Cluster, machine: VirtualMachine): Member {
  const group = cluster.groups.get(machine.group);
  const host = cluster.nodes.get(machine.values.host?.key);
  if (!group) return { machine, group, start: host, nodes: host ? [host] : [] };
  return { machine, group, start: startingNode(cluster, group), nodes: possibleOwners(cluster, group) };
}

/** Members in one group are always on one node. Files on one disk in several groups are reported as that. */
function inOneGroup(team: GuestTeam, members: readonly Member[]): readonly Found[] {
  const groups = new Set(members.map(({ group }) => group));
  return [...groups].flatMap((group): readonly Found[] => {
    const machines = members.filter((one) => one.group === group).map(({ machine }) => machine);
    if (!group || machines.length < 2) return [];
    return [
      {
        severity: 'error',
        message: `${namesOfSome(machines)}, ${roleOf(team)}s of ${team.name}, are in group ${group.name} and therefore always on one node: when it fails, ${team.name} loses them at once.`,
        place: membersPlace(team),
        related: machines.map((machine) => ({ place: labelOf(machine), message: `${machine.name} is here.` })),
      },
    ];
  });
}

/** Members in different groups that are on one node from the start, or may come to be, since they have no class in common. */
function onOneNode(cluster: Cluster, team: GuestTeam, members: readonly Member[]): readonly Found[] {
  const free = new Set<Member>();
  const together = new Set<Member>();
  for (const [index, one] of members.entries()) {
    for (const other of members.slice(index + 1)) {
      if (!mayMeet(one, other)) continue;
      free.add(one).add(other);
      if (one.start && one.start === other.start) together.add(one).add(other);
    }
  }
  if (free.size === 0) return [];
  const start = [...together][0]?.start;
  const met = [...(start ? together : free)].filter((one) => !start || one.start === start);
  const machines = met.map(({ machine }) => machine);
  const who = `${namesOfSome(machines)}, ${roleOf(team)}s of ${team.name},`;
  const message = start
    ? `${who} start on ${start.name}, and nothing keeps them apart: when ${start.name} fails, ${team.name} loses them at once.`
    : `${who} may come to be on one node after a move or a failover, since they share no anti-affinity class: when that node fails, ${team.name} loses them at once.`;
  return [
    {
      message,
      place: membersPlace(team),
      related: machines.map((machine) => ({ place: labelOf(machine), message: `${machine.name} is here.` })),
      fixes: keepApart(cluster, team, [...free]),
    },
  ];
}

function mayMeet(one: Member, other: Member): boolean {
  if (one.group && other.group && (one.group === other.group || haveClassInCommon(one.group, other.group)))
    return false;
  return one.nodes.some((node) => other.nodes.includes(node));
}

/** Where affinity is enforced a new member may leave a group of the class without a node: then the fix is not for every case. */
function keepApart(cluster: Cluster, team: GuestTeam, members: readonly Member[]): readonly Fix[] {
  const groups = [...new Set(members.map(({ group }) => group))].filter((group) => group !== undefined);
  if (!members.every(({ group }) => group && !isBroken(group.declaration))) return [];
  const isEnforced = cluster.settings?.values.cluster_enforced_anti_affinity === true;
  return [putInOneClass(groups, team.name, !isEnforced)];
}
