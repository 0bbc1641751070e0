import type { RulePage } from '../../pages/page';
import { diskGroup, storageLab } from '../../pages/storage-lab';

const design = (letter: string): string =>
  `${storageLab()}disk LUN1 { storage = SAN1  volume "F:" }
disk LUN2 { storage = SAN1  volume "${letter}" }
${diskGroup('VM1', { root: 'F:', disk: 'LUN1' })}${diskGroup('VM2', { root: letter, disk: 'LUN2' })}`;

export const driveLetterConflictPage: RulePage = {
  code: 'storage/drive-letter-conflict',
  title: 'Two volumes that one node can have online claim one letter or folder',
  why: `A drive letter belongs to one volume at a time on each node. When failovers bring both disks to one node, the second one comes online without its letter, and every path on it leads to the other volume or nowhere. The same happens with the letter of a drive that the node has itself.

Give one of them another letter, mount it in a folder, or address it by its GUID.`,
  failing: design('F:'),
  mended: design('G:'),
};
