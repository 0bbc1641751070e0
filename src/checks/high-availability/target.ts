import { atVersion } from '../../language/schema/version';
import type { ByVersion } from '../../language/schema/version';
import type { Cluster } from '../../model/cluster';
import type { ClusterNode, VirtualMachine } from '../../model/elements';
import { namesOf } from '../names';
import type { Checked } from '../rule';
import type { Belongings } from './belongings';
import type { TargetGroup } from './plan';

/** How the wizard names a new group, by release (semantics 10.4, S20): by number, later after the machine. */
const naming: ByVersion<'numbered' | 'machine'> = { '2008': 'numbered', '2012': 'machine' };

/** The group that has the disks; without one a new group, on the host of the machine. Undefined where several groups have them. */
export function targetOf(
  design: Checked,
  machine: VirtualMachine,
  { groups, machines }: Belongings,
): TargetGroup | undefined {
  const [group, another] = groups;
  if (another) return undefined;
  if (group) return { kind: 'existing', group, name: group.name };
  return { kind: 'new', name: freeName(design, machine), owner: ownerFor(design.cluster, machines) };
}

/** Where a new group begins: on the host of the machine that was chosen, if all of them may be there. */
function ownerFor(cluster: Cluster, machines: readonly VirtualMachine[]): ClusterNode | undefined {
  const host = cluster.nodes.get(machines[0]?.values.host?.key);
  const mayOwn = machines.every(({ values }) => values.possible_owners?.some(({ key }) => key === host?.key) ?? true);
  return mayOwn ? host : undefined;
}

function freeName(design: Checked, machine: VirtualMachine): string {
  const names = namesOf(design);
  const isNumbered = atVersion(naming, design.cluster.version) === 'numbered';
  const write = (number: number): string => {
    if (isNumbered) return `Virtual Machine(${String(number)})`;
    return number === 1 ? machine.name : `${machine.name} (${String(number)})`;
  };
  let number = 1;
  while (names.spelling('group', write(number).toLowerCase()) !== undefined) number += 1;
  return write(number);
}
