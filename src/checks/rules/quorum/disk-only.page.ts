import type { RulePage } from '../../pages/page';
import { withWitnessDisk } from '../../pages/two-nodes';

export const diskOnlyPage: RulePage = {
  code: 'quorum/disk-only',
  title: 'One disk alone decides whether the cluster goes on',
  why: `With \`disk_only\` the nodes have no votes: the cluster runs as long as one node reaches the disk, and stops when the disk fails, however many nodes are up. The disk is a single point of failure for everything. A majority of nodes and a witness survives the loss of the disk.`,
  failing: withWitnessDisk('model = disk_only  witness = Witness', '1GB'),
  mended: withWitnessDisk('model = node_and_disk_majority  witness = Witness', '1GB'),
};
