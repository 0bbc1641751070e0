import type { Cluster } from '../model/cluster';
import { isDiskResource, isVirtualMachine } from '../model/elements';
import type { ClusterNode, Group, Resource, VirtualMachine } from '../model/elements';
import { disksOfMachine, possibleOwners } from '../model/owners';
import type { Dependency } from '../model/values';
import { bytesPerMb, timings } from './timings';

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

/** Memory a virtual machine needs on its host in MB, with what it costs besides (semantics 8.5). */
export function machineMb(machine: VirtualMachine): number {
  return Math.ceil((machine.values.memory ?? 0) / bytesPerMb) + timings.machineOverheadMb;
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

function groupPart(cluster: Cluster, group: Group, order: number): GroupPart {
  const parts = partsOf(cluster, group);
  return {
    group,
    order,
    parts,
    nodeList: nodeListOf(cluster, group),
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
  const structure = { groups: cluster.groups.all.map((group, order) => groupPart(cluster, group, order)) };
  known.set(cluster, structure);
  return structure;
}
