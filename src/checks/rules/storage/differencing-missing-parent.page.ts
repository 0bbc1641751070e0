import type { RulePage } from '../../pages/page';
import { diskGroup, storageLab } from '../../pages/storage-lab';

const design = (parent: string): string =>
  `${storageLab()}disk LUN1 { storage = SAN1  volume "F:" }
${diskGroup('VM1', { root: 'F:', disk: 'LUN1', machine: [`vhd "F:\\lab.vhd" { kind = differencing  parent = "${parent}" }`] })}`;

export const differencingMissingParentPage: RulePage = {
  code: 'storage/differencing-missing-parent',
  title: 'A differencing disk has no file to hold the changes to',
  why: `A chain of differencing disks must end in a disk that holds all the data. A disk that is differencing, perhaps because the \`defaults\` say so, and that names no parent, or a folder as parent, cannot be opened on any node.

Name the parent file, or say that the disk is \`fixed\` or \`dynamic\`.`,
  failing: design('F:\\Base\\'),
  mended: design('F:\\Base\\w2k8.vhd'),
};
