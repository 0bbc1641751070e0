import type { RulePage } from '../../pages/page';
import { diskGroup, diskMachine, storageLab } from '../../pages/storage-lab';

const disks = 'disk LUN1 { storage = SAN1  volume "F:" }\ndisk LUN2 { storage = SAN1  volume "G:" }\n';
const first = { root: 'F:', disk: 'LUN1' };

export const movesTogetherPage: RulePage = {
  code: 'storage/moves-together',
  title: 'Several virtual machines share a group',
  why: `A group is moved as a whole. When one of its virtual machines fails over, or an administrator moves it, all the others are taken along and are interrupted with it. That is the price of sharing a disk, which in turn uses the storage better.

If they should move by themselves, each needs a group and a disk of its own, or files on a shared volume.`,
  failing: `${storageLab()}${disks}
group Both {
  physical_disk LUN1
${diskMachine('VM1', first)}${diskMachine('VM2', first)}}
`,
  mended: `${storageLab()}${disks}${diskGroup('VM1', first)}${diskGroup('VM2', { root: 'G:', disk: 'LUN2' })}`,
};
