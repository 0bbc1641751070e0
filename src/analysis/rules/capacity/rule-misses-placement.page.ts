import type { RulePage } from '../../../checks/pages/page';
import { machineGroup, sharedVolume } from '../../../checks/pages/shared-volume';

const design = (isLed: boolean): string =>
  sharedVolume(
    {
      HostA: 'memory = 32GB  memory_reserve = 2GB',
      HostB: 'memory = 11GB  memory_reserve = 2GB',
      HostC: 'memory = 9GB  memory_reserve = 2GB',
    },
    ['tolerates = 1'],
  ) +
  machineGroup('ERP-01', { owner: 'HostA', memory: '6GB', group: isLed ? ['preferred_owners = [HostC]'] : [] }) +
  machineGroup('MAIL-01', { owner: 'HostA', memory: '4GB' }) +
  machineGroup('WEB-01', { owner: 'HostA', memory: '4GB' });

export const ruleMissesPlacementPage: RulePage = {
  code: 'capacity/rule-misses-placement',
  title: 'After the loss of nodes every virtual machine has a place, but the placement policy does not find it',
  why: `A cluster places the groups of a lost node one after the other: from 2012 on by priority and size, each on the node with most memory left; on 2008 R2 on the node with the fewest groups; on 2008 on the next node of the list. None of them looks ahead. A group may so get the only room that a later one would have fitted into, although there was a way to place both.

The design has enough memory: what it lacks is a hint. Preferred owners lead a group to where it leaves room for the others; a little more memory on one node helps too. \`hacluster verify\` lists what is lost after which failure.`,
  failing: design(false),
  mended: design(true),
};
