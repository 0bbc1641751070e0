import type { RulePage } from '../../pages/page';
import { machineGroup, sharedVolume } from '../../pages/shared-volume';

const design = (processors: number): string =>
  sharedVolume({ HostA: 'memory = 64GB  processors = 4', HostB: 'memory = 64GB  processors = 4' }) +
  machineGroup('MAIL-01', { owner: 'HostA', processors }) +
  machineGroup('ERP-01', { owner: 'HostB', processors: 4 });

export const processorsPage: RulePage = {
  code: 'capacity/processors',
  title: 'Many virtual processors share few logical ones',
  why: `Virtual processors take turns on the logical processors of their node. Eight of them for each logical one was the most that 2008 and 2008 R2 supported; later releases set no limit, and the figure is still a good one to plan with: above it busy virtual machines wait for each other.

It is looked at twice: for each node as designed, and for the nodes that are left when as many have failed as the design \`tolerates\`. Spread the virtual machines, give them fewer processors, or take larger nodes.`,
  failing: design(36),
  mended: design(8),
};
