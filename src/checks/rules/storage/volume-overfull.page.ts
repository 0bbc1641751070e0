import type { RulePage } from '../../pages/page';
import { diskGroup, storageLab } from '../../pages/storage-lab';

const design = (size: string): string =>
  `${storageLab()}disk LUN1 { storage = SAN1  size = ${size}  volume "F:" }
${diskGroup('VM1', { root: 'F:', disk: 'LUN1', machine: ['vhd "F:\\data.vhd" { size = 100GB }'] })}`;

export const volumeOverfullPage: RulePage = {
  code: 'storage/volume-overfull',
  title: 'Virtual hard disks need more room than their disk has',
  why: `Fixed virtual hard disks take their whole size from the start; together they cannot be larger than the disk that holds their volumes. Dynamic and differencing disks grow: where only their largest possible size is too much, that may be meant, and is told as information. A disk that is full stops the virtual machines on it.

Enlarge the disk, or move a virtual hard disk to another one.`,
  failing: design('100GB'),
  mended: design('200GB'),
};
