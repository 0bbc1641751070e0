import type { RulePage } from '../../pages/page';
import { machineGroup, sharedVolume } from '../../pages/shared-volume';

const design = (
  group: readonly string[],
): string => `${sharedVolume()}${machineGroup('WEB-01', { owner: 'HostA', group })}${machineGroup('WEB-02', {
  owner: 'HostB',
  group,
})}
nlb_cluster WebFarm { members = [WEB-01, WEB-02] }
`;

export const membersTogetherPage: RulePage = {
  code: 'guest/members-together',
  title: 'One failure can take several members of a guest cluster or farm down',
  why: `A guest cluster or load-balancing farm protects a workload against the loss of one virtual machine. When its members are on one host, the loss of that host is the loss of all of them at once.

Members in one group are always on one host: that is an error. Members in groups of their own may meet on one after a move or a failover unless an anti-affinity class keeps them apart. Put their groups into a class together.`,
  failing: design([]),
  mended: design(['anti_affinity_class_names = ["WebFarm"]']),
};
