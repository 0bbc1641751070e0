import type { RulePage } from '../../pages/page';
import { diskGroup, storageLab } from '../../pages/storage-lab';

const disks = 'disk LUN1 { storage = SAN1  volume "F:" }\ndisk LUN2 { storage = SAN1  volume "G:" }\n';

const design = (data: string): string =>
  `${storageLab()}${disks}${diskGroup('VM1', { root: 'F:', disk: 'LUN1', group: ['physical_disk LUN1', 'physical_disk LUN2'], machine: ['passthrough_disk LUN2', `vhd "${data}" { size = 10GB }`], needs: ['LUN2'] })}`;

export const passthroughHasVolumePage: RulePage = {
  code: 'storage/passthrough-has-volume',
  title: 'A pass-through disk also holds files of a host',
  why: `A disk that is handed to a virtual machine as a whole is offline for its host: the host cannot open a volume on it. A virtual hard disk or configuration on that volume is not found, and what needs it does not start. If both were to write, the data would be destroyed.

Keep the file on another disk, or do not hand the disk over.`,
  failing: design('G:\\data.vhd'),
  mended: design('F:\\data.vhd'),
};
