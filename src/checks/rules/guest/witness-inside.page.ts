import type { RulePage } from '../../pages/page';
import { machineGroup, sharedVolume } from '../../pages/shared-volume';

const apart = ['anti_affinity_class_names = ["SQL"]'];

const design = (
  server: string,
): string => `${sharedVolume()}${machineGroup('SQL-01', { owner: 'HostA', group: apart })}${machineGroup('SQL-02', {
  owner: 'HostB',
  group: apart,
})}${machineGroup('FILE-01', { owner: 'HostA' })}
guest_cluster SQL {
  members = [SQL-01, SQL-02]
  quorum { model = node_and_file_share_majority  witness = "\\\\${server}\\SQL-Witness" }
}
`;

export const witnessInsidePage: RulePage = {
  code: 'guest/witness-inside',
  title: 'The witness of a guest cluster is on the cluster it protects',
  why: `A witness breaks the tie when nodes are lost. On a node of the guest cluster, or on another virtual machine of the same host cluster, it may go down together with a node: two votes are lost by one failure, and the guest cluster stops although a node is well.

Put the share on a server that is not a virtual machine of this cluster.`,
  failing: design('FILE-01'),
  mended: design('Files'),
};
