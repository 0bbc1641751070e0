import type { Fix } from '../../../language/finding';
import { isVirtualMachine } from '../../../model/elements';
import type { Group, VirtualMachine } from '../../../model/elements';
import { splitGroup } from '../../edits/split-group';
import { groupsIn } from '../../elements';
import { ownResources } from '../../own-resources';
import { namesOfSome } from '../../phrases';
import type { Checked, DeclarationRule, Found } from '../../rule';
import { headerOf, isBroken, labelOf } from '../../written';

/** Several virtual machines in one group: a price paid for sharing a disk, which the reader should know. */
export const movesTogether: DeclarationRule = {
  code: 'storage/moves-together',
  severity: 'info',
  source: 'semantics 7.1 ST-2, S20 (Considerations, Storage)',
  check: (declaration, design) => groupsIn(declaration).flatMap((group) => together(design, group)),
};

function together(design: Checked, group: Group): readonly Found[] {
  const machines = group.resources.filter(isVirtualMachine);
  if (machines.length < 2) return [];
  return [
    {
      message: `${namesOfSome(machines)} are in one group, ${group.name}: whenever one of them is moved or fails over, all of them are.`,
      place: headerOf(group),
      related: machines.map((machine) => ({
        place: labelOf(machine),
        message: `${machine.name} moves with the group.`,
      })),
      fixes: isBroken(group.declaration)
        ? []
        : machines.slice(1).flatMap((machine) => separate(design, group, machine)),
    },
  ];
}

/** A group of its own for a virtual machine that shares nothing with the others. Whether it should move by itself, the user knows. */
function separate({ cluster }: Checked, group: Group, machine: VirtualMachine): readonly Fix[] {
  const own = ownResources(cluster, group, machine);
  if (!own || cluster.groups.spelling(machine.key) !== undefined) return [];
  const blocks = own.map(({ block }) => block);
  const edits = splitGroup(group, machine.name, blocks);
  return edits ? [{ title: `Give ${machine.name} a group of its own`, preferred: false, edits }] : [];
}
