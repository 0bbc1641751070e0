import type { Cluster } from '../model/cluster';
import type { Disk, Group } from '../model/elements';
import { guidInPath, resolvePath } from '../model/paths';
import { disksOfGroup } from './disks';

/** A group as a run sees it, without the names of what is its own: two groups of one shape fare alike where all else is alike. */
export type Shape = string;

/** What is said of a name: where it stands among the group's own things, or the name itself. */
type Naming = (key: string) => string;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** What lies behind a path: the volume's disk, a drive, or nothing that is known (semantics 7.1). */
function describePath(cluster: Cluster, path: string, nameOf: Naming): string {
  const found = resolvePath(cluster, path);
  if (found.kind === 'volume') return `${nameOf(found.disk.key)} ${guidInPath(path) ?? ''}`;
  return found.kind === 'local' ? `local ${found.drive}` : 'elsewhere';
}

/** Keys that say where something is written, not what it means. */
const unsaid: ReadonlySet<string> = new Set(['place', 'parenthesized']);

/** A value as plain text, with its names replaced. */
function plain(cluster: Cluster, value: unknown, nameOf: Naming): unknown {
  if (value instanceof Map) return plain(cluster, [...value.entries()], nameOf);
  if (Array.isArray(value)) return value.map((one: unknown) => plain(cluster, one, nameOf));
  if (!isObject(value)) return value;
  if (typeof value['key'] === 'string') return nameOf(value['key']);
  if (typeof value['text'] === 'string') return describePath(cluster, value['text'], nameOf);
  const entries = Object.entries(value).filter(([key]) => !unsaid.has(key));
  return Object.fromEntries(entries.map(([key, one]) => [key, plain(cluster, one, nameOf)]));
}

function describeDisk(cluster: Cluster, { values, volumes }: Disk): unknown {
  return plain(cluster, [{ ...values, lun: undefined }, volumes.map((volume) => volume.values)], (key) => key);
}

/** Disks no other group has to do with, by key: the group that has. */
function privateDisks(cluster: Cluster): ReadonlyMap<string, string> {
  const users = new Map<string, Set<string>>();
  for (const group of cluster.groups.all) {
    for (const key of disksOfGroup(cluster, group)) users.set(key, (users.get(key) ?? new Set()).add(group.key));
  }
  const alone = [...users].filter(([key, groups]) => groups.size === 1 && cluster.disks.get(key));
  return new Map(alone.flatMap(([key, groups]) => [...groups].map((group): [string, string] => [key, group])));
}

function nodesNamedBy({ values, resources }: Group): unknown {
  const lists = [values.preferred_owners, ...resources.map((resource) => resource.values.possible_owners)];
  return lists.map((list) => list?.map(({ key }) => key));
}

/** The shapes of groups, by key, and the disks that belong to one group alone. */
export interface Shapes {
  readonly of: ReadonlyMap<string, Shape>;
  readonly ownDisks: ReadonlyMap<string, string>;
}

/**
 * The shape of every group of a cluster. Names of nodes, of shared volumes and of anti-affinity classes stay as they are: groups that
 * name different ones are different. Where a group is when a run starts does not belong to its shape.
 */
export function shapesOf(cluster: Cluster): Shapes {
  const ownDisks = privateDisks(cluster);
  const describe = (group: Group): Shape => {
    const own = new Map(group.resources.map(({ key }, index) => [key, index]));
    const disks = [...disksOfGroup(cluster, group)].filter((key) => ownDisks.get(key) === group.key);
    const nameOf: Naming = (key) => {
      const [resource, disk] = [own.get(key), disks.indexOf(key)];
      if (disk >= 0) return `disk ${String(disk)}`;
      return resource === undefined ? key : `resource ${String(resource)}`;
    };
    const values = { ...group.values, owner: undefined };
    const resources = group.resources.map((resource) => [
      resource.kind,
      'disk' in resource ? nameOf(resource.disk.key) : '',
      resource.values,
      'vhds' in resource ? resource.vhds.map((vhd) => [vhd.path, vhd.values]) : [],
      'vhds' in resource ? resource.passthroughDisks.map(({ disk }) => disk) : [],
      'vhds' in resource ? resource.workloads.map((workload) => workload.values) : [],
    ]);
    const described = disks.map((key) => cluster.disks.get(key)).map((disk) => disk && describeDisk(cluster, disk));
    return JSON.stringify([plain(cluster, [values, resources], nameOf), described, nodesNamedBy(group)]);
  };
  return { of: new Map(cluster.groups.all.map((group) => [group.key, describe(group)])), ownDisks };
}

/** Keys of the nodes that something names: such a node is like no other. Lists of all nodes name none. */
export function namedNodes(cluster: Cluster): ReadonlySet<string> {
  const all = cluster.nodes.all.length;
  const lists = cluster.groups.all.flatMap(({ values, resources }) => [
    values.preferred_owners ?? [],
    ...resources.map((resource) => resource.values.possible_owners ?? []).filter(({ length }) => length !== all),
  ]);
  const guids = cluster.volumes.flatMap(({ values }) => [...values.guid_on.keys()]);
  const lower = cluster.settings?.values.lower_quorum_priority_node?.key;
  return new Set([...lists.flat().map(({ key }) => key), ...guids, ...(lower === undefined ? [] : [lower])]);
}
