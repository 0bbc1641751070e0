import type { RulePage } from '../../pages/page';
import { diskGroup, storageLab } from '../../pages/storage-lab';

const disks = 'disk LUN1 { storage = SAN1  volume "F:"  volume "G:" }\ndisk LUN2 { storage = SAN1  volume "H:" }\n';

const design = (data: string): string =>
  `${storageLab()}${disks}${diskGroup('VM1', { root: 'F:', disk: 'LUN1' })}${diskGroup('VM2', { root: 'H:', disk: 'LUN2', machine: [`vhd "${data}" { size = 10GB }`] })}`;

export const sharedDiskGroupsPage: RulePage = {
  code: 'storage/shared-disk-groups',
  title: 'Virtual machines in different groups have files on one disk',
  why: `A disk is on one node as a whole, all its volumes included, and moves with one group. A virtual machine of another group with a file on any of its volumes does not find that file as soon as the two groups are on different nodes.

Merge the groups: their virtual machines then move together. If they should move by themselves, give each a disk of its own, or use a shared volume where the release has them.`,
  failing: design('G:\\data.vhd'),
  mended: design('H:\\data.vhd'),
};
