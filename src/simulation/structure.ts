import type { Cluster } from '../model/cluster';
import { isDiskResource, isVirtualMachine } from '../model/elements';
import type { ClusterNode, Group, Resource, VirtualMachine } from '../model/elements';
import { machineMb } from '../model/memory';
import { disksOfMachine, possibleOwners } from '../model/owners';
import type { Dependency } from '../model/values';

/** A resource and its place among the others of its group. */
export interface ResourcePart {
  readonly resource: Resource;
  /** Position in the file, from 0. */
  readonly order: number;
  /** What it depends on; names that are not in its group are left out, since Windows does not allow them (semantics 3.1). */
  readonly needs: Dependency | undefined;
  /** Keys of the resources it names. */
  readonly providers: readonly string[];
  /** Keys of the resources that name it. */
  readonly dependents: readonly string[];
  /** Key of the disk it stands for. */
  readonly disk: string | undefined;
  readonly machine: VirtualMachine | undefined;
  /** Memory it needs on its node in MB; 0 for what is no virtual machine. */
  readonly memoryMb: number;
  /** Keys of the shared volumes a virtual machine has files on. */
  readonly sharedDisks: readonly string[];
}

/** What a run needs to know of a group and never changes. */
export interface GroupPart {
  readonly group: Group;
  readonly order: number;
  readonly parts: readonly ResourcePart[];
  /** Preferred owners first, then all other nodes by number: NodeList (semantics 2.3, S05). */
  readonly nodeList: readonly ClusterNode[];
  /** Keys of NodeList, and of the preferred owners alone. */
  readonly nodeKeys: readonly string[];
  readonly preferred: readonly string[];
  /** Keys of the groups of each of its anti-affinity classes, itself included (semantics 2.1, S04). */
  readonly classes: readonly (readonly string[])[];
  /** Keys of the nodes that every resource may be on (semantics 2.3, S16). */
  readonly possibleOwners: ReadonlySet<string>;
  /** Keys of the disks that move with it. */
  readonly disks: readonly string[];
  /** Memory of all its virtual machines, MB. */
  readonly memoryMb: number;
}

export interface Structure {
  readonly groups: readonly GroupPart[];
}

/** Names in an expression, in order, each once. */
function namesIn(dependency: Dependency): readonly string[] {
  const names =
    dependency.kind === 'resource' ? [dependency.ref.key] : dependency.operands.flatMap((operand) => namesIn(operand));
  return [...new Set(names)];
}

/** The expression without the names that are not in the group; undefined where nothing is left. */
function within(dependency: Dependency | undefined, keys: ReadonlySet<string>): Dependency | undefined {
  if (dependency === undefined) return undefined;
  if (dependency.kind === 'resource') return keys.has(dependency.ref.key) ? dependency : undefined;
  const operands = dependency.operands
    .map((operand) => within(operand, keys))
    .filter((operand) => operand !== undefined);
  return operands.length === 0 ? undefined : { ...dependency, operands };
}

function sharedDisksOf(cluster: Cluster, machine: VirtualMachine): readonly string[] {
  return disksOfMachine(cluster, machine)
    .filter(({ values }) => values.shared_volume)
    .map(({ key }) => key);
}

function partsOf(cluster: Cluster, group: Group): readonly ResourcePart[] {
  const keys = new Set(group.resources.map((resource) => resource.key));
  const needs = group.resources.map((resource) => within(resource.values.depends_on, keys));
  const providers = needs.map((dependency) => (dependency ? namesIn(dependency) : []));
  return group.resources.map((resource, order) => ({
    resource,
    order,
    needs: needs[order],
    providers: providers[order] ?? [],
    dependents: group.resources.filter((_, other) => providers[other]?.includes(resource.key)).map(({ key }) => key),
    disk: isDiskResource(resource) ? resource.disk.key : undefined,
    machine: isVirtualMachine(resource) ? resource : undefined,
    memoryMb: isVirtualMachine(resource) ? machineMb(resource) : 0,
    sharedDisks: isVirtualMachine(resource) ? sharedDisksOf(cluster, resource) : [],
  }));
}

function nodeListOf(cluster: Cluster, group: Group): readonly ClusterNode[] {
  const preferred = (group.values.preferred_owners ?? []).map(({ key }) => cluster.nodes.get(key));
  return [...new Set([...preferred, ...cluster.nodes.all])].filter((node) => node !== undefined);
}

/** Keys of the groups by anti-affinity class; the case of a class counts as little as that of any name. */
function antiAffinityClasses(cluster: Cluster): ReadonlyMap<string, readonly string[]> {
  const classes = new Map<string, string[]>();
  for (const { key, values } of cluster.groups.all) {
    for (const name of new Set((values.anti_affinity_class_names ?? []).map((one) => one.toLowerCase()))) {
      const members = classes.get(name) ?? [];
      members.push(key);
      classes.set(name, members);
    }
  }
  return classes;
}

function groupPart(
  cluster: Cluster,
  group: Group,
  order: number,
  classes: ReadonlyMap<string, readonly string[]>,
): GroupPart {
  const parts = partsOf(cluster, group);
  const nodeList = nodeListOf(cluster, group);
  const { preferred_owners, anti_affinity_class_names } = group.values;
  return {
    group,
    order,
    parts,
    nodeList,
    nodeKeys: nodeList.map(({ key }) => key),
    preferred: (preferred_owners ?? []).map(({ key }) => key),
    classes: (anti_affinity_class_names ?? []).map((name) => classes.get(name.toLowerCase()) ?? []),
    possibleOwners: new Set(possibleOwners(cluster, group).map(({ key }) => key)),
    disks: parts.map(({ disk }) => disk).filter((disk) => disk !== undefined),
    memoryMb: parts.reduce((sum, { memoryMb }) => sum + memoryMb, 0),
  };
}

const known = new WeakMap<Cluster, Structure>();

/** What all runs over one cluster share; worked out once for each cluster. */
export function structureOf(cluster: Cluster): Structure {
  const found = known.get(cluster);
  if (found) return found;
  const classes = antiAffinityClasses(cluster);
  const structure = { groups: cluster.groups.all.map((group, order) => groupPart(cluster, group, order, classes)) };
  known.set(cluster, structure);
  return structure;
}
