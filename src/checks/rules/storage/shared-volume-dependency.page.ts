import type { RulePage } from '../../pages/page';
import { diskGroup, storageLab } from '../../pages/storage-lab';

const disks = 'disk CSV1 { storage = SAN1  shared_volume = true  volume "C:\\ClusterStorage\\Volume1" }\n';

const design = (needs: readonly string[]): string =>
  `${storageLab('2022')}${disks}${diskGroup('VM1', { root: 'C:\\ClusterStorage\\Volume1', needs })}`;

export const sharedVolumeDependencyPage: RulePage = {
  code: 'storage/shared-volume-dependency',
  title: 'A resource depends on a shared volume',
  why: `A shared volume is open on every node all the time and belongs to no group. There is nothing to wait for and nothing to take along, so a virtual machine with files on it needs no dependency on its disk.

Take the name out of \`depends_on\`.`,
  failing: design(['CSV1']),
  mended: design([]),
};
