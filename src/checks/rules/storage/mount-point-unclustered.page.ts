import type { RulePage } from '../../pages/page';
import { diskGroup, storageLab } from '../../pages/storage-lab';

const design = (folder: string): string =>
  `${storageLab()}disk LUN1 { storage = SAN1  volume "F:" }
disk LUN2 { storage = SAN1  volume "${folder}" }
${diskGroup('VM1', { root: folder, disk: 'LUN2', group: ['physical_disk LUN1', 'physical_disk LUN2 '] })}`;

export const mountPointUnclusteredPage: RulePage = {
  code: 'storage/mount-point-unclustered',
  title: 'A mount point joins a clustered volume and one that is not',
  why: `A mounted volume and the volume that holds its folder must be on the same node. If only one of them is managed by the cluster, it moves without the other: the folder is empty on the next node, or is not there, and the virtual machines with files in it do not start.

Put the folder on a clustered disk of the same group, or add the other disk to the cluster.`,
  failing: design('C:\\Mounts\\VM1'),
  mended: design('F:\\Mounts\\VM1'),
};
