import type { RulePage } from '../../pages/page';
import { diskGroup, storageLab } from '../../pages/storage-lab';

const design = (nodes: string): string =>
  `${storageLab('2008', `nodes = [${nodes}]`)}disk LUN1 { storage = SAN1  volume "F:" }
${diskGroup('VM1', { root: 'F:', disk: 'LUN1' })}`;

export const notSharedPage: RulePage = {
  code: 'storage/not-shared',
  title: 'A node that may own a virtual machine has no path to its disk',
  why: `A virtual machine can only run where its disks can be brought online. A node without a path to the storage may still be chosen at a failover: the disk does not come online there, and neither does anything that depends on it.

Connect the node to the storage, or take it out of the possible owners.`,
  failing: design('HostA'),
  mended: design('HostA, HostB'),
};
