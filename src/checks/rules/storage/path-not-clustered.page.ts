import type { RulePage } from '../../pages/page';
import { diskGroup, storageLab } from '../../pages/storage-lab';

const design = (data: string): string =>
  `${storageLab()}disk LUN1 { storage = SAN1  volume "F:" }
${diskGroup('VM1', { root: 'F:', disk: 'LUN1', machine: [`vhd "${data}" { size = 10GB }`] })}`;

export const pathNotClusteredPage: RulePage = {
  code: 'storage/path-not-clustered',
  title: 'A virtual hard disk or configuration is on a volume the cluster does not manage',
  why: `A file on a local drive, or on a disk that is not clustered, is seen by one node only. The virtual machine runs there, and at the first move or failover it does not start: everything else arrives on the other node, and the file stays behind.

Move the file to a volume of a clustered disk of the group, or to a shared volume, and write the new path. A parent of a differencing disk has a rule of its own.`,
  failing: design('C:\\VMs\\data.vhd'),
  mended: design('F:\\VMs\\data.vhd'),
};
