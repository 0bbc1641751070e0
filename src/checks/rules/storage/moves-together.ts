import { isVirtualMachine } from '../../../model/elements';
import type { Group } from '../../../model/elements';
import { groupsIn } from '../../elements';
import { namesOfSome } from '../../phrases';
import type { DeclarationRule, Found } from '../../rule';
import { headerOf, labelOf } from '../../written';

/** Several virtual machines in one group: a price paid for sharing a disk, which the reader should know. */
export const movesTogether: DeclarationRule = {
  code: 'storage/moves-together',
  severity: 'info',
  source: 'semantics 7.1 ST-2, S20 (Considerations, Storage)',
  check: (declaration) => groupsIn(declaration).flatMap(together),
};

function together(group: Group): readonly Found[] {
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
    },
  ];
}
