import { isConfiguration, isVirtualMachine } from '../../../model/elements';
import type { Group, VirtualMachineConfiguration } from '../../../model/elements';
import { missingDisk } from '../../missing-disk-finding';
import { missingDisks } from '../../needed-disks';
import { groupsIn } from '../../elements';
import type { DeclarationRule } from '../../rule';

/** A configuration resource that does not depend on the disk with its file. */
export const configurationStorageDependencyMissing: DeclarationRule = {
  code: 'configuration/storage-dependency-missing',
  severity: 'error',
  source: 'semantics 7.1 ST-4, 3.2, S20 (Resource dependencies)',
  check: (declaration, design) =>
    groupsIn(declaration).flatMap((group) =>
      group.resources
        .filter(isConfiguration)
        .flatMap((configuration) =>
          missingDisks(design, group, configuration).map((disk) =>
            missingDisk(design.cluster, group, configuration, disk, machineOf(group, configuration)),
          ),
        ),
    ),
};

/** The virtual machine that needs the configuration; without one, the configuration itself. */
function machineOf(group: Group, configuration: VirtualMachineConfiguration): string {
  const machine = group.resources.find(
    (one) => isVirtualMachine(one) && one.values.configuration?.key === configuration.key,
  );
  return (machine ?? configuration).name;
}
