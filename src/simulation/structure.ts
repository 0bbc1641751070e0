import type { Cluster } from '../model/cluster';
import { isDiskResource, isVirtualMachine } from '../model/elements';
import type { ClusterNode, Group, Resource, VirtualMachine, Workload } from '../model/elements';
import { machineMb } from '../model/memory';
import { subjectOf } from './engine';
import { guestDisks } from './guestModel';
import { sharedDisksOf } from './shares';
import type { Subject } from './trace';
import { possibleOwners } from '../model/owners';
import type { Dependency } from '../model/values';

/** A resource and its place among the others of its group. */
export interface ResourcePart {
  readonly resource: Resource;
  readonly subject: Subject;
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
  /** That disk, where the design declares it. */
  readonly diskSubject: Subject | undefined;
  readonly machine: VirtualMachine | undefined;
  /** Memory it needs on its node in MB; 0 for what is no virtual machine. */
  readonly memoryMb: number;
  /** Keys of the shared volumes and file shares a virtual machine has files on. */
  readonly sharedDisks: readonly string[];
}

/** What a run needs to know of a group and never changes. */
export interface GroupPart {
  readonly group: Group;
  readonly subject: Subject;
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

/** Where a resource stands: its group, and its place in it. */
export interface ResourcePlace {
  readonly group: GroupPart;
  readonly order: number;
}

/** An application, with the key of the virtual machine it is in. */
export type PlacedWorkload = Workload & { readonly machine: string };

/** A disk of the cluster that no group has a resource for. */
export interface LooseDiskPart {
  readonly key: string;
  readonly subject: Subject;
}

/** All by key; of equal names the first counts, as in the model. */
export interface Structure {
  readonly groups: ReadonlyMap<string, GroupPart>;
  readonly resources: ReadonlyMap<string, ResourcePlace>;
  readonly machines: ReadonlyMap<string, VirtualMachine>;
  readonly workloads: ReadonlyMap<string, PlacedWorkload>;
  /** Virtual machines outside any group, on a host of this cluster. */
  readonly localMachines: readonly VirtualMachine[];
  readonly looseDisks: readonly LooseDiskPart[];
  /** Keys of the groups that go back by themselves, by each of their preferred owners, in the order of the file. */
  readonly failsBackTo: ReadonlyMap<string, readonly string[]>;
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

function diskSubject(cluster: Cluster, key: string): Subject | undefined {
  const name = cluster.disks.get(key)?.name;
  return name === undefined ? undefined : subjectOf('disk', name);
}

function partsOf(cluster: Cluster, group: Group): readonly ResourcePart[] {
  const keys = new Set(group.resources.map((resource) => resource.key));
  const needs = group.resources.map((resource) => within(resource.values.depends_on, keys));
  const providers = needs.map((dependency) => (dependency ? namesIn(dependency) : []));
  return group.resources.map((resource, order) => ({
    resource,
    subject: subjectOf('resource', resource.name),
    order,
    needs: needs[order],
    providers: providers[order] ?? [],
    dependents: group.resources.filter((_, other) => providers[other]?.includes(resource.key)).map(({ key }) => key),
    disk: isDiskResource(resource) ? resource.disk.key : undefined,
    diskSubject: isDiskResource(resource) ? diskSubject(cluster, resource.disk.key) : undefined,
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

/** Nodes as most groups have them: all of them in NodeList, and all of them possible owners. */
interface CommonNodes {
  readonly nodeList: readonly ClusterNode[];
  readonly nodeKeys: readonly string[];
  readonly possibleOwners: ReadonlySet<string>;
}

function commonNodes(cluster: Cluster): CommonNodes {
  const nodeList = [...new Set(cluster.nodes.all)];
  const nodeKeys = nodeList.map(({ key }) => key);
  return { nodeList, nodeKeys, possibleOwners: new Set(nodeKeys) };
}

function nodesOf(cluster: Cluster, group: Group, common: CommonNodes): CommonNodes {
  const namesOwners = group.resources.some(({ values }) => values.possible_owners !== undefined);
  const owners = namesOwners ? new Set(possibleOwners(cluster, group).map(({ key }) => key)) : common.possibleOwners;
  if ((group.values.preferred_owners ?? []).length === 0) return { ...common, possibleOwners: owners };
  const nodeList = nodeListOf(cluster, group);
  return { nodeList, nodeKeys: nodeList.map(({ key }) => key), possibleOwners: owners };
}

function groupPart(
  cluster: Cluster,
  group: Group,
  order: number,
  classes: ReadonlyMap<string, readonly string[]>,
  common: CommonNodes,
): GroupPart {
  const parts = partsOf(cluster, group);
  const { preferred_owners, anti_affinity_class_names } = group.values;
  return {
    group,
    subject: subjectOf('group', group.name),
    order,
    parts,
    ...nodesOf(cluster, group, common),
    preferred: (preferred_owners ?? []).map(({ key }) => key),
    classes: (anti_affinity_class_names ?? []).map((name) => classes.get(name.toLowerCase()) ?? []),
    disks: parts.map(({ disk }) => disk).filter((disk) => disk !== undefined),
    memoryMb: parts.reduce((sum, { memoryMb }) => sum + memoryMb, 0),
  };
}

/** By key; of equal names the first counts, as in the model. */
function byKey<T>(all: Iterable<T>, keyOf: (one: T) => string): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const one of all) if (!map.has(keyOf(one))) map.set(keyOf(one), one);
  return map;
}

function resourcePlaces(groups: Iterable<GroupPart>): ReadonlyMap<string, ResourcePlace> {
  const places = new Map<string, ResourcePlace>();
  for (const group of groups) {
    for (const { resource, order } of group.parts) {
      if (!places.has(resource.key)) places.set(resource.key, { group, order });
    }
  }
  return places;
}

function localMachines(cluster: Cluster): readonly VirtualMachine[] {
  const outside = cluster.virtualMachines.all.filter(({ group }) => group === '');
  const first = byKey(outside, ({ key }) => key);
  return [...first.values()].filter(({ values }) => cluster.nodes.get(values.host?.key) !== undefined);
}

/**
 * Disks of the cluster that no group has a resource for: witness, Available Storage, shared volumes (semantics 7.2). Those
 * that a guest cluster uses are not the host cluster's.
 */
function looseDisks(cluster: Cluster): readonly LooseDiskPart[] {
  const inside = guestDisks(cluster);
  return cluster.disks.all
    .filter(({ key, values }) => values.clustered && !cluster.diskResources.get(key) && !inside.has(key))
    .map(({ key, name }) => ({ key, subject: subjectOf('disk', name) }));
}

function failsBackTo(groups: Iterable<GroupPart>): ReadonlyMap<string, readonly string[]> {
  const byNode = new Map<string, string[]>();
  for (const { group, preferred } of groups) {
    if (!group.values.auto_failback) continue;
    for (const node of new Set(preferred)) {
      const keys = byNode.get(node) ?? [];
      keys.push(group.key);
      byNode.set(node, keys);
    }
  }
  return byNode;
}

const known = new WeakMap<Cluster, Structure>();

/** What all runs over one cluster share; worked out once for each cluster. */
export function structureOf(cluster: Cluster): Structure {
  const found = known.get(cluster);
  if (found) return found;
  const classes = antiAffinityClasses(cluster);
  const common = commonNodes(cluster);
  const parts = cluster.groups.all.map((group, order) => groupPart(cluster, group, order, classes, common));
  const groups = byKey(parts, ({ group }) => group.key);
  const structure: Structure = {
    groups,
    resources: resourcePlaces(groups.values()),
    machines: byKey(cluster.virtualMachines.all, ({ key }) => key),
    workloads: byKey(cluster.workloads.all, ({ key }) => key),
    localMachines: localMachines(cluster),
    looseDisks: looseDisks(cluster),
    failsBackTo: failsBackTo(groups.values()),
  };
  known.set(cluster, structure);
  return structure;
}
