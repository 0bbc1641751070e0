import type { RulePage } from '../../pages/page';
import { diskGroup, storageLab } from '../../pages/storage-lab';

const disks = 'disk LUN1 { storage = SAN1  volume "F:" }\ndisk LUN2 { storage = SAN1  volume "F:\\Data" }\n';

const design = (depends: string): string =>
  `${storageLab()}${disks}${diskGroup('VM1', { root: 'F:\\Data', disk: 'LUN2', group: ['physical_disk LUN1', `physical_disk LUN2${depends}`] })}`;

export const mountPointDependencyPage: RulePage = {
  code: 'storage/mount-point-dependency',
  title: 'A mounted disk does not depend on the disk that holds its folder',
  why: `Since Windows Server 2008 the cluster brings the host of a mount point online before the mounted disk by itself. The dependency is not needed; with it the order can be seen in the design, in its pictures and in the dependency report.`,
  failing: design(''),
  mended: design(' { depends_on = LUN1 }'),
};
