import type { Cluster } from '../model/cluster';
import type { ClusterNode, Group } from '../model/elements';
import { machineMb, nodeMb } from '../model/memory';
import { possibleOwners } from '../model/owners';
import { nodesThatCanTake, startingMachines } from '../model/start';
import type { ClusterState } from '../simulation';
import { disksOfGroup } from './disks';
import type { Fault } from './fault';
import { pack } from './packing';
import type { Item, Packing, Place } from './packing';
import { struckBy } from './struck';

/** A node with what runs on it when a run starts. */
export interface Host {
  readonly node: ClusterNode;
  /** Groups that should run, in the order of the file. */
  readonly groups: readonly Group[];
  /** Memory left beside them and the virtual machines outside any group, MB. */
  readonly freeMb: number;
}

/** The nodes of a cluster in their order, as a run finds them. */
export interface Standing {
  readonly cluster: Cluster;
  readonly hosts: readonly Host[];
  /** Nodes that may own a group, and those of them that have a path to its disks; worked out when asked for. */
  readonly reachOf: (group: Group) => Reach;
}

interface Reach {
  readonly owners: readonly ClusterNode[];
  readonly nodes: readonly ClusterNode[];
  /** Memory it needs, MB. */
  readonly needsMb: number;
}

/** A group that looks for a node. */
export interface Homeless extends Item {
  readonly group: Group;
}

/** Memory a group needs where it runs, MB. */
export function groupMb(group: Group): number {
  return startingMachines(group).reduce((sum, machine) => sum + machineMb(machine), 0);
}

/** Lists of the same nodes are the same object, so that what is worked out for one holds for all. */
function createReach(cluster: Cluster): (group: Group) => Reach {
  const known = new Map<Group, Reach>();
  const lists = new Map<string, readonly ClusterNode[]>();
  const shared = (nodes: readonly ClusterNode[]): readonly ClusterNode[] => {
    const key = nodes.map(({ id }) => id).join(' ');
    const list = lists.get(key) ?? nodes;
    lists.set(key, list);
    return list;
  };
  return (group) => {
    const reach = known.get(group) ?? {
      owners: shared(possibleOwners(cluster, group)),
      nodes: shared(nodesThatCanTake(cluster, group)),
      needsMb: groupMb(group),
    };
    known.set(group, reach);
    return reach;
  };
}

/** Where everything is when a run starts. `ownerOf` gives the node a group is on by its key. */
export function standingOf(cluster: Cluster, ownerOf: (group: Group) => string | undefined): Standing {
  const groups = new Map<string, Group[]>();
  for (const group of cluster.groups.all) {
    const owner = startingMachines(group).length > 0 ? ownerOf(group) : undefined;
    if (owner === undefined) continue;
    const own = groups.get(owner) ?? [];
    own.push(group);
    groups.set(owner, own);
  }
  const locals = cluster.virtualMachines.all.filter(({ group, values }) => group === '' && values.state === 'running');
  const hosts = cluster.nodes.all.map((node) => {
    const own = groups.get(node.key) ?? [];
    const here = locals.filter(({ values }) => values.host?.key === node.key);
    const taken = [...own.map(groupMb), ...here.map(machineMb)].reduce((sum, mb) => sum + mb, 0);
    return { node, groups: own, freeMb: nodeMb(node) - taken };
  });
  return { cluster, hosts, reachOf: createReach(cluster) };
}

/** Owners as the state of a run has them. */
export function ownersIn(state: ClusterState): (group: Group) => string | undefined {
  return ({ name }) => {
    const owner = state.get('group', name, 'owner');
    return typeof owner === 'string' ? owner.toLowerCase() : undefined;
  };
}

/** Anti-affinity classes of a group; they must not meet on a node where that is enforced, and are a wish elsewhere (semantics 2.3, S21). */
function classNames({ values }: Group): readonly string[] {
  return (values.anti_affinity_class_names ?? []).map((name) => name.toLowerCase());
}

const nothing: readonly string[] = [];

interface Look {
  /** Enforced anti-affinity is looked at. */
  readonly affinity: boolean;
}

/** Positions of nodes among those that are left; one list for one list of nodes. */
function createPlaces(positions: ReadonlyMap<string, number>): (nodes: readonly ClusterNode[]) => readonly number[] {
  const lists = new Map<readonly ClusterNode[], readonly number[]>();
  return (nodes) => {
    const places =
      lists.get(nodes) ?? nodes.map(({ key }) => positions.get(key)).filter((place) => place !== undefined);
    lists.set(nodes, places);
    return places;
  };
}

/** Groups that look for a node after some faults, and what is left for them. */
export interface Search {
  readonly homeless: readonly Homeless[];
  readonly places: readonly Place[];
  /** Groups whose disks are struck: they have a place nowhere. */
  readonly diskless: readonly Homeless[];
}

/**
 * All groups whose nodes are struck, and the nodes that are left, on which what else runs stays where it is (cli.md, Settled readings,
 * placement_exists; semantics 8.4). Quorum is presumed (language.md, Settled readings, tolerates).
 */
export function searchAfter(standing: Standing, faults: readonly Fault[], look: Look = { affinity: true }): Search {
  const { cluster, hosts, reachOf } = standing;
  const struck = struckBy(cluster, faults);
  const left = hosts.filter(({ node }) => node.values.state === 'up' && !struck.nodes.has(node.key));
  const placesOf = createPlaces(new Map(left.map(({ node }, position) => [node.key, position])));
  const isKeptApart = look.affinity && cluster.settings?.values.cluster_enforced_anti_affinity === true;
  const classesOf = (group: Group): readonly string[] => (isKeptApart ? classNames(group) : nothing);
  const homeless = hosts
    .filter(({ node }) => struck.nodes.has(node.key))
    .flatMap(({ groups }) => groups)
    .filter((group) => reachOf(group).owners.length > 1)
    .map((group) => ({
      group,
      needsMb: reachOf(group).needsMb,
      places: placesOf(reachOf(group).nodes),
      classes: classesOf(group),
    }));
  const classesOn = ({ groups }: Host): ReadonlySet<string> =>
    new Set(isKeptApart ? groups.flatMap(classesOf) : nothing);
  const places = left.map((host) => ({ freeMb: host.freeMb, classes: classesOn(host) }));
  return { homeless, places, diskless: diskless(standing, struck.disks) };
}

/** Whether all groups that look for a node find one. */
export function placementAfter(standing: Standing, faults: readonly Fault[]): Packing<Homeless> {
  const search = searchAfter(standing, faults);
  if (search.diskless.length > 0) return { fits: false, left: search.diskless };
  return pack(search.homeless, search.places);
}

/** Groups whose disks are struck: they have a place nowhere. */
function diskless({ cluster, hosts, reachOf }: Standing, disks: ReadonlySet<string>): readonly Homeless[] {
  if (disks.size === 0) return [];
  return hosts
    .flatMap(({ groups }) => groups)
    .filter((group) => reachOf(group).owners.length > 1)
    .filter((group) => [...disksOfGroup(cluster, group)].some((key) => disks.has(key)))
    .map((group) => ({ group, needsMb: groupMb(group), places: [], classes: [] }));
}
