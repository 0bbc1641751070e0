import type { RulePage } from '../../pages/page';
import { machineGroup, sharedVolume } from '../../pages/shared-volume';

const design = (owner: string): string =>
  sharedVolume({ HostA: 'memory = 32GB', HostB: 'memory = 32GB' }, ['tolerates = 0']) +
  machineGroup('MAIL-01', { owner: 'HostA', memory: '16GB' }) +
  machineGroup('ERP-01', { owner, memory: '10GB' }) +
  machineGroup('WEB-01', { owner: 'HostB', memory: '4GB' });

export const unevenLoadPage: RulePage = {
  code: 'capacity/uneven-load',
  title: 'One node carries much more than another that could take some of it',
  why: `Everything fits, but not evenly: the virtual machines on the fuller node share its processors, its disk paths and its network cards with many others, and its parent partition works hardest. Load balancing of later releases, at its most eager level, moves virtual machines away from a node above 60% of its memory; another one with less than half of that load stands out.

Let one of the groups start on the node with room.`,
  failing: design('HostA'),
  mended: design('HostB'),
};
