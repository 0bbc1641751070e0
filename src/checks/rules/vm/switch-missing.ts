import type { Edit, Fix, Place } from '../../../language/finding';
import { writeString } from '../../../language/tokens';
import type { Cluster } from '../../../model/cluster';
import { isVirtualMachine } from '../../../model/elements';
import type { ClusterNode, Group, VirtualMachine } from '../../../model/elements';
import { possibleOwners } from '../../../model/owners';
import { listOf } from '../../../model/words';
import { addToList } from '../../edits/list';
import { attributeIn } from '../../edits/statement';
import { groupsIn } from '../../elements';
import { hasSwitch } from '../../node-lists';
import type { DeclarationRule, Found } from '../../rule';
import { valueOf } from '../../written';

/** A virtual switch that a node which may own the virtual machine does not have. A node that lists none is not compared. */
export const switchMissing: DeclarationRule = {
  code: 'vm/switch-missing',
  severity: 'warning',
  source: 'semantics 10.1 (Validate Hyper-V Virtual Machine Network Configuration), S52',
  oncePerPlace: true,
  check: (bound, { cluster }) =>
    groupsIn(bound).flatMap((group) =>
      group.resources
        .filter(isVirtualMachine)
        .flatMap((machine) =>
          (machine.values.virtual_switches ?? []).flatMap((name) => unplugged(cluster, group, machine, name)),
        ),
    ),
};

function unplugged(cluster: Cluster, group: Group, machine: VirtualMachine, name: string): readonly Found[] {
  const nodes = possibleOwners(cluster, group).filter((node) => !hasSwitch(node, name));
  if (nodes.length === 0) return [];
  const names = listOf(nodes.map((node) => node.name));
  const target = listOf(
    nodes.map((node) => node.name),
    'or',
  );
  return [
    {
      message: `${machine.name} uses virtual switch ${name}, which ${names} ${nodes.length > 1 ? 'do' : 'does'} not have: when it moves to ${target}, it will not start or has no network.`,
      place: placeOf(machine, name),
      related: nodes.map((node) => ({
        place: valueOf(node, 'virtual_switches'),
        message: `The virtual switches of ${node.name} are listed here.`,
      })),
      fixes: addSwitch(nodes, name),
    },
  ];
}

function placeOf(machine: VirtualMachine, name: string): Place {
  const list = attributeIn(machine.block, 'virtual_switches')?.value;
  const item = list?.kind === 'list' ? list.items.find((one) => 'text' in one && one.text === name) : undefined;
  return item ? { declaration: machine.declaration, span: item.span } : valueOf(machine, 'virtual_switches');
}

/** Not preferred: the switch must be made on the hosts, or another one is meant. Not where a list stands in `defaults`. */
function addSwitch(nodes: readonly ClusterNode[], name: string): readonly Fix[] {
  const edits = nodes.flatMap(({ block, declaration }): readonly Edit[] => {
    const list = attributeIn(block, 'virtual_switches')?.value;
    return list?.kind === 'list' ? [addToList(declaration, list, [writeString(name)])] : [];
  });
  if (edits.length < nodes.length) return [];
  const names = listOf(nodes.map((node) => node.name));
  return [{ title: `Add virtual switch ${name} to ${names}`, preferred: false, edits }];
}
