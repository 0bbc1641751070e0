import type { Edit, Fix } from '../../../language/finding';
import { writeName } from '../../../language/tokens';
import type { Cluster } from '../../../model/cluster';
import { isVirtualMachine } from '../../../model/elements';
import type { ClusterNode, Storage } from '../../../model/elements';
import { possibleOwners, reaches } from '../../../model/owners';
import { listOf } from '../../../model/words';
import { addToList } from '../../edits/list';
import { attributeIn, attributeText, insertStatements } from '../../edits/statement';
import { elementsIn } from '../../elements';
import type { DeclarationRule, Found } from '../../rule';
import { labelOf, valueOf } from '../../written';
import { isPartial } from '../../zoning';
import type { DisksOfGroup } from '../../zoning';

/** A storage that not every node reaches which may own a group with a disk on it. One finding a storage: its zoning is the fault. */
export const notShared: DeclarationRule = {
  code: 'storage/not-shared',
  severity: 'error',
  source: 'semantics 7.1 ST-1, 10.2, S20 (Prerequisites 3)',
  check: (declaration, { cluster, facts }) =>
    elementsIn(declaration, 'storage')
      .filter((storage) => isPartial(cluster, storage) && cluster.storages.get(storage.key) === storage)
      .flatMap((storage) => unreached(cluster, storage, facts.zoned(storage.key))),
};

interface Stranded extends DisksOfGroup {
  /** Nodes that may own the group and reach the storage, and those that may and do not. */
  readonly owners: readonly ClusterNode[];
  readonly cutOff: readonly ClusterNode[];
}

function unreached(cluster: Cluster, storage: Storage, groups: readonly DisksOfGroup[]): readonly Found[] {
  const stranded = groups.flatMap(({ group, disks }): readonly Stranded[] => {
    const possible = possibleOwners(cluster, group);
    const owners = possible.filter((node) => reaches(node, storage));
    const cutOff = possible.filter((node) => !reaches(node, storage));
    return cutOff.length > 0 ? [{ group, disks, owners, cutOff }] : [];
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
