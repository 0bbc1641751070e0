import type { RulePage } from '../../pages/page';
import { diskGroup, storageLab } from '../../pages/storage-lab';

const design = (parent: string): string =>
  `${storageLab()}disk LUN1 { storage = SAN1  volume "F:" }
${diskGroup('VM1', { root: 'F:', disk: 'LUN1', machine: [`vhd "F:\\lab.vhd" { kind = differencing  parent = "${parent}" }`] })}`;

export const differencingParentPage: RulePage = {
  code: 'storage/differencing-parent',
  title: 'The parent of a differencing disk does not move with its virtual machine',
  why: `A differencing disk holds the changes to its parent and is worth nothing without it. With a parent on a local drive, on a disk that is not clustered, or on the disk of another group, the virtual machine runs where the parent is, and does not start anywhere else. This holds for every disk in a chain of parents.

Copy the parent to the volume of the child, or to a shared volume, and write the new path.`,
  failing: design('C:\\Base\\w2k8.vhd'),
  mended: design('F:\\Base\\w2k8.vhd'),
};
