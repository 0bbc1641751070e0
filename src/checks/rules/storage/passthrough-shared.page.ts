import type { RulePage } from '../../pages/page';
import { diskMachine, storageLab } from '../../pages/storage-lab';

const disks = 'disk LUN1 { storage = SAN1  volume "F:" }\ndisk LUN2 { storage = SAN1 }\ndisk LUN3 { storage = SAN1 }\n';

const design = (second: string): string =>
  `${storageLab()}${disks}
group Both {
  physical_disk LUN1
  physical_disk LUN2
  physical_disk LUN3
${diskMachine('VM1', { root: 'F:', disk: 'LUN1', machine: ['passthrough_disk LUN2'], needs: ['LUN2'] })}${diskMachine('VM2', { root: 'F:', disk: 'LUN1', machine: [`passthrough_disk ${second}`], needs: [second] })}}
`;

export const passthroughSharedPage: RulePage = {
  code: 'storage/passthrough-shared',
  title: 'One disk is handed to two virtual machines',
  why: `A pass-through disk is for the exclusive use of one virtual machine. While one of them runs, the others cannot open the disk and do not start, whether they are on the same node or not.

Give each virtual machine a disk of its own. Virtual machines that form a guest cluster share their storage by other means, such as iSCSI.`,
  failing: design('LUN2'),
  mended: design('LUN3'),
};
