import type { RulePage } from '../../pages/page';
import { diskGroup, storageLab } from '../../pages/storage-lab';

const disks = 'disk LUN1 { storage = SAN1  volume "F:" }\ndisk LUN2 { storage = SAN1 }\n';

const design = (group: readonly string[], needs: readonly string[]): string =>
  `${storageLab()}${disks}${diskGroup('VM1', { root: 'F:', disk: 'LUN1', group, machine: ['passthrough_disk LUN2'], needs })}`;

export const passthroughNotClusteredPage: RulePage = {
  code: 'storage/passthrough-not-clustered',
  title: "A pass-through disk is no resource of its virtual machine's group",
  why: `A disk that is handed to a virtual machine as a whole must move with it like the disks of its files. If it is not clustered, or in Available Storage, or in another group, it stays behind, and the virtual machine does not start on the other node.

Make the disk a resource of the group, and let the virtual machine depend on it.`,
  failing: design(['physical_disk LUN1'], []),
  mended: design(['physical_disk LUN1', 'physical_disk LUN2'], ['LUN2']),
};
