import { isVirtualMachine } from '../../../model/elements';
import { missingDisk } from '../../missing-disk-finding';
import { missingDisks } from '../../needed-disks';
import { groupsIn } from '../../elements';
import type { DeclarationRule } from '../../rule';

/** A virtual machine that does not depend on a disk with one of its files, or on its pass-through disk. */
export const vmStorageDependencyMissing: DeclarationRule = {
  code: 'vm/storage-dependency-missing',
  severity: 'error',
  source: 'semantics 7.1 ST-4, 3.2, S20 (Resource dependencies)',
  check: (declaration, design) =>
    groupsIn(declaration).flatMap((group) =>
      group.resources
        .filter(isVirtualMachine)
        .flatMap((machine) =>
          missingDisks(design, group, machine).map((disk) =>
            missingDisk(design.cluster, group, machine, disk, machine.name),
          ),
        ),
    ),
};
