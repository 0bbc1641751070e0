import { isVirtualMachine } from '../../../model/elements';
import { missingDisk } from '../../missing-disk-finding';
import { missingDisks } from '../../needed-disks';
import type { Rule } from '../../rule';

/** A virtual machine that does not depend on a disk with one of its files, or on its pass-through disk. */
export const vmStorageDependencyMissing: Rule = {
  code: 'vm/storage-dependency-missing',
  severity: 'error',
  source: 'semantics 7.1 ST-4, 3.2, S20 (Resource dependencies)',
  check: ({ cluster }) =>
    cluster.groups.all.flatMap((group) =>
      group.resources
        .filter(isVirtualMachine)
        .flatMap((machine) =>
          missingDisks(cluster, group, machine).map((disk) => missingDisk(cluster, group, machine, disk, machine.name)),
        ),
    ),
};
