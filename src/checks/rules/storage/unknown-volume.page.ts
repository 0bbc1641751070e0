import type { RulePage } from '../../pages/page';
import { diskGroup, storageLab } from '../../pages/storage-lab';

const design = (volumes: string): string =>
  `${storageLab()}disk LUN1 { storage = SAN1  ${volumes} }
${diskGroup('VM1', { root: 'F:', disk: 'LUN1', machine: ['vhd "G:\\data.vhd" { size = 10GB }'] })}`;

export const unknownVolumePage: RulePage = {
  code: 'storage/unknown-volume',
  title: 'A path leads to a volume that the design does not declare',
  why: `Where a file is decides which disk must move with its virtual machine. Of a volume that no disk declares, and that is no local drive, nothing is known: the design cannot be checked or simulated there, and often the path is simply mistyped.

Declare the volume in its \`disk\`, add the drive to the \`local_volumes\` of its node, or mend the path.`,
  failing: design('volume "F:"'),
  mended: design('volume "F:"  volume "G:"'),
};
