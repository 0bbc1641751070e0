import type { RulePage } from '../../pages/page';
import { diskGroup, storageLab } from '../../pages/storage-lab';

const design = (kind: string): string =>
  `${storageLab()}disk LUN1 { storage = SAN1  volume "F:" }
${diskGroup('VM1', {
  root: 'F:',
  disk: 'LUN1',
  machine: ['vhd "F:\\a.vhd" { kind = differencing  parent = "F:\\b.vhd" }', `vhd "F:\\b.vhd" { ${kind} }`],
})}`;

export const differencingCyclePage: RulePage = {
  code: 'storage/differencing-cycle',
  title: 'Parents of differencing disks lead round in a ring',
  why: `Each differencing disk holds only the changes to its parent. In a ring there is no file with the data to begin with, so none of these disks can be opened, and no virtual machine that uses one of them starts on any node.

Find out which of the disks is the base, and give it its true parent or none.`,
  failing: design('kind = differencing  parent = "F:\\a.vhd"'),
  mended: design('kind = fixed'),
};
