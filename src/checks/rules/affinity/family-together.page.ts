import type { RulePage } from '../../pages/page';
import { machineGroup, sharedVolume } from '../../pages/shared-volume';

const design = (group: readonly string[]): string =>
  sharedVolume() +
  machineGroup('DNS-01', { owner: 'HostA', group }) +
  machineGroup('DNS-02', { owner: 'HostA', group }) +
  machineGroup('MAIL-01', { owner: 'HostB' });

export const familyTogetherPage: RulePage = {
  code: 'affinity/family-together',
  title: 'Virtual machines that look like stand-ins for each other start on one node',
  why: `Machines that are named alike and made alike are often there so that one goes on when another fails. All on one node, they fail together with it.

Put their groups into one anti-affinity class (\`anti_affinity_class_names\`): then the cluster keeps them on different nodes as long as it has a choice. Where they have nothing to do with each other, hide the hint.`,
  failing: design([]),
  mended: design(['anti_affinity_class_names = ["DNS"]']),
};
