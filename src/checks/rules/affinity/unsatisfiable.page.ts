import type { RulePage } from '../../pages/page';
import { machineGroup, sharedVolume } from '../../pages/shared-volume';

const apart = ['anti_affinity_class_names = ["Directory"]'];

const design = (isEnforced: boolean): string =>
  sharedVolume(undefined, ['tolerates = 0', ...(isEnforced ? ['cluster_enforced_anti_affinity = true'] : [])]) +
  machineGroup('DC-A', { owner: 'HostA', group: apart }) +
  machineGroup('DC-B', { owner: 'HostB', group: apart }) +
  machineGroup('DC-C', { owner: 'HostB', group: apart });

export const unsatisfiablePage: RulePage = {
  code: 'affinity/unsatisfiable',
  title: 'An enforced anti-affinity class has more groups than there are nodes for them',
  why: `Groups of one anti-affinity class go to different nodes. As a wish, the class is broken where there is no choice; enforced (\`cluster_enforced_anti_affinity\`) it is not: a group without a node of its own stays offline, with the status Anti-Affinity Conflict.

With more groups than nodes, some never run. With as many as there are nodes, one stays offline at each node failure, which is reported as a warning. Take groups out of the class, add nodes, or do not enforce it.`,
  failing: design(true),
  mended: design(false),
};
