import type { RulePage } from '../../pages/page';
import { groupOf } from '../../pages/two-disks';

const design = (owners: string): string => groupOf([`generic_service Web { possible_owners = [${owners}] }`]);

export const singlePossibleOwnerPage: RulePage = {
  code: 'group/single-possible-owner',
  title: 'Only one node may own a group',
  why: `A group that a single node may own is in the cluster, but not highly available: when that node fails, there is nowhere to go, and everything in the group stays down until the node is back.

Let a second node own every resource of the group, or accept that it is tied to the node.`,
  failing: design('HostA'),
  mended: design('HostA, HostB'),
};
