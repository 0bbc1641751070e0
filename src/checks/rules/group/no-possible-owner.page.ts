import type { RulePage } from '../../pages/page';
import { groupOf } from '../../pages/two-disks';

const design = (owners: string): string =>
  groupOf([
    'generic_service Web { possible_owners = [HostA] }',
    `generic_service Cache { possible_owners = [${owners}] }`,
  ]);

export const noPossibleOwnerPage: RulePage = {
  code: 'group/no-possible-owner',
  title: 'No node may own everything in a group',
  why: `A group is on one node as a whole, so only a node that is a possible owner of every resource in it can own the group. Where the lists have no node in common, the group is online nowhere, and no failover changes that.

Let the lists of possible owners have nodes in common, best all those that the group may fail over to.`,
  failing: design('HostB'),
  mended: design('HostA, HostB'),
};
