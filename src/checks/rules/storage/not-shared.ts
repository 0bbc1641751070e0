import type { Edit, Fix } from '../../../language/finding';
import { writeName } from '../../../language/tokens';
import type { Cluster } from '../../../model/cluster';
import { isDiskResource, isVirtualMachine } from '../../../model/elements';
import type { ClusterNode, Disk, Group, Storage } from '../../../model/elements';
import { possibleOwners, reaches } from '../../../model/owners';
import { listOf } from '../../../model/words';
import { homeOf } from '../../disks';
import { addToList } from '../../edits/list';
import { attributeIn, attributeText, insertStatements } from '../../edits/statement';
import { clusteredFiles } from '../../files';
import type { Found, Rule } from '../../rule';
import { labelOf, valueOf } from '../../written';

/** A storage that not every node reaches which may own a group with a disk on it. One finding a storage: its zoning is the fault. */
export const notShared: Rule = {
  code: 'storage/not-shared',
  severity: 'error',
  source: 'semantics 7.1 ST-1, 10.2, S20 (Prerequisites 3)',
  check: ({ cluster }) =>
    [...groupsByStorage(cluster)].flatMap(([storage, groups]) => unreached(cluster, storage, groups)),
};

/** Disks that groups use, by storage and group; storages that every node reaches are left out. */
type GroupsOfStorage = ReadonlyMap<Storage, ReadonlyMap<Group, ReadonlySet<Disk>>>;

function groupsByStorage(cluster: Cluster): GroupsOfStorage {
  const result = new Map<Storage, Map<Group, Set<Disk>>>();
  const partial = new Set(cluster.storages.all.filter((storage) => isPartial(cluster, storage)));
  if (partial.size === 0) return result;
  for (const group of cluster.groups.all) {
    for (const disk of disksUsed(cluster, group)) {
      const storage = cluster.storages.get(disk.values.storage?.key);
      if (!storage || !partial.has(storage)) continue;
      const groups = result.get(storage) ?? new Map<Group, Set<Disk>>();
      result.set(storage, groups.set(group, (groups.get(group) ?? new Set()).add(disk)));
    }
  }
  return result;
}

/** A list with a dangling name is reported for that, and may be complete once it is mended. */
function isPartial(cluster: Cluster, storage: Storage): boolean {
  const listed = storage.values.nodes;
  const isWhole = listed?.every((ref) => cluster.nodes.get(ref.key)) ?? false;
  return isWhole && cluster.nodes.all.some((node) => !reaches(node, storage));
}

/** Clustered disks a group has resources for, has files on, or hands to a virtual machine. */
function disksUsed(cluster: Cluster, group: Group): ReadonlySet<Disk> {
  const disks = new Set<Disk | undefined>();
  const files = clusteredFiles(cluster);
  for (const resource of group.resources) {
    if (isDiskResource(resource)) disks.add(cluster.disks.get(resource.disk.key));
    const isMachine = isVirtualMachine(resource);
    if (isMachine) for (const { disk } of resource.passthroughDisks) disks.add(cluster.disks.get(disk.key));
    if (!isMachine && resource.kind !== 'virtual_machine_configuration') continue;
    for (const { resolution, role } of files.of(resource)) {
      if (resolution.kind !== 'volume') continue;
      const home = homeOf(cluster, resolution.disk);
      const isElsewhere = role === 'parent' && home.kind === 'group' && home.group !== group;
      if (!isElsewhere) disks.add(resolution.disk);
    }
  }
  return new Set([...disks].filter((disk) => disk !== undefined).filter((disk) => disk.values.clustered));
}

interface Stranded {
  readonly group: Group;
  readonly disks: readonly Disk[];
  /** Nodes that may own the group and reach the storage, and those that may and do not. */
  readonly owners: readonly ClusterNode[];
  readonly cutOff: readonly ClusterNode[];
}

function unreached(
  cluster: Cluster,
  storage: Storage,
  groups: ReadonlyMap<Group, ReadonlySet<Disk>>,
): readonly Found[] {
  const stranded = [...groups].flatMap(([group, disks]): readonly Stranded[] => {
    const possible = possibleOwners(cluster, group);
    const owners = possible.filter((node) => reaches(node, storage));
    const cutOff = possible.filter((node) => !reaches(node, storage));
    return cutOff.length > 0 ? [{ group, disks: [...disks], owners, cutOff }] : [];
  });
  if (stranded.length === 0) return [];
  const nodes = cluster.nodes.all.filter((node) => stranded.some(({ cutOff }) => cutOff.includes(node)));
  const names = listOf(nodes.map((node) => node.name));
  const lost = stranded.map(({ group }) => group.name);
  const shown = lost.length > mostShown ? [...lost.slice(0, mostShown), `${lost.length - mostShown} more`] : lost;
  return [
    {
      message: `${names} ${nodes.length > 1 ? 'have' : 'has'} no path to storage ${storage.name}, but may own ${listOf(shown)}: when ${lost.length > 1 ? 'such a group' : 'it'} goes there, its disk cannot come online and nothing in it will start.`,
      place: valueOf(storage, 'nodes'),
      related: stranded.flatMap(({ disks, group }) =>
        disks.map((disk) => ({ place: labelOf(disk), message: `Disk ${disk.name} is used by group ${group.name}.` })),
      ),
      fixes: [connect(storage, nodes), ...narrow(stranded)].filter((fix) => fix !== undefined),
    },
  ];
}

/** Groups that are named in one message. */
const mostShown = 3;

function connect(storage: Storage, nodes: readonly ClusterNode[]): Fix | undefined {
  const list = attributeIn(storage.block, 'nodes')?.value;
  if (list?.kind !== 'list') return undefined;
  const names = nodes.map((node) => node.name);
  const edits = [addToList(storage.declaration, list, names.map(writeName))];
  return { title: `Connect ${listOf(names)} to ${storage.name}`, preferred: false, edits };
}

/** Lets only nodes with a path own the groups. Not offered where a group would be left without any, or lists owners already. */
function narrow(stranded: readonly Stranded[]): readonly Fix[] {
  const edits = stranded.flatMap(({ group, owners }): readonly Edit[] => {
    const resource = group.resources.find(isVirtualMachine) ?? group.resources[0];
    if (!resource || owners.length === 0 || attributeIn(resource.block, 'possible_owners')) return [];
    const list = `[${owners.map((node) => writeName(node.name)).join(', ')}]`;
    const last = resource.block.items.findLast((item) => item.kind === 'attribute') ?? resource.block.items.at(-1);
    return [insertStatements(resource, [attributeText(resource, 'possible_owners', list, last)], last)];
  });
  if (edits.length < stranded.length) return [];
  const groups = listOf(stranded.map(({ group }) => group.name));
  return [{ title: `Let only nodes with a path own ${groups}`, preferred: false, edits }];
}
