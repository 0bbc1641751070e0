import type { RulePage } from '../../pages/page';
import { machineGroup, sharedVolume } from '../../pages/shared-volume';

const design = (owner: string): string =>
  sharedVolume() +
  machineGroup('MAIL-01', { owner: 'HostA', memory: '8GB' }) +
  machineGroup('ERP-01', { owner, memory: '8GB' });

export const idleReservePage: RulePage = {
  code: 'capacity/idle-reserve',
  title: 'A node hosts nothing from the start',
  why: `A node held in reserve makes it easy to see that a failure is survived: whatever fails goes there. The price is paid every day: the other nodes carry its share, and the virtual machines on them, and the parent partitions, have less left.

Nothing is wrong with it where it is meant so. Otherwise let some groups start there, as long as the nodes that are left after a failure still have room for everything.`,
  failing: design('HostA'),
  mended: design('HostB'),
};
