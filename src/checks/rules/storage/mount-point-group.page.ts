import type { RulePage } from '../../pages/page';
import { diskGroup, storageLab } from '../../pages/storage-lab';

const disks = 'disk LUN1 { storage = SAN1  volume "F:" }\ndisk LUN2 { storage = SAN1  volume "F:\\Data" }\n';

const data = ['vhd "F:\\Data\\data.vhd" { size = 10GB }'];

export const mountPointGroupPage: RulePage = {
  code: 'storage/mount-point-group',
  title: 'A mounted volume and the volume that holds its folder move separately',
  why: `A volume that is mounted in a folder is found only while both disks are on one node. In different groups, or with one of them in Available Storage, the first move or failover of one leaves the other behind.

Both disks must be in one group. As their virtual machines would be left behind by moving a disk alone, the fix merges the groups.`,
  failing: `${storageLab()}${disks}${diskGroup('VM1', { root: 'F:', disk: 'LUN1' })}${diskGroup('VM2', { root: 'F:\\Data', disk: 'LUN2' })}`,
  mended: `${storageLab()}${disks}${diskGroup('VM1', { root: 'F:', disk: 'LUN1', group: ['physical_disk LUN1', 'physical_disk LUN2 { depends_on = LUN1 }'], machine: data, needs: ['LUN2'] })}`,
};
