import type { RulePage } from '../../pages/page';
import { diskGroup, storageLab } from '../../pages/storage-lab';

const disks = 'disk LUN1 { storage = SAN1  volume "F:" }\ndisk LUN2 { storage = SAN1  volume "G:" }\n';

const design = (group: readonly string[]): string =>
  `${storageLab()}${disks}${diskGroup('VM1', { root: 'F:', disk: 'LUN1' })}${diskGroup('VM2', { root: 'G:', disk: 'LUN2', group })}`;

export const diskInTwoGroupsPage: RulePage = {
  code: 'storage/disk-in-two-groups',
  title: 'One disk has two resources',
  why: `A disk is one resource and belongs to one group, which is on one node at a time. A second resource of the same disk can never come online while the first one has the disk, and nothing that depends on it can either.

Take the second one away. If another group has files on the disk, the groups are to be merged, which is reported as such.`,
  failing: design(['physical_disk LUN1', 'physical_disk LUN2']),
  mended: design(['physical_disk LUN2']),
};
