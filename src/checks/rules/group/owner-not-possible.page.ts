import type { RulePage } from '../../pages/page';
import { groupOf } from '../../pages/two-disks';

const design = (attribute: string): string =>
  groupOf([attribute, 'generic_service Web { possible_owners = [HostA, HostC] }']).replace(
    '\ngroup',
    'node HostC { memory = 16GB }\n\ngroup',
  );

export const ownerNotPossiblePage: RulePage = {
  code: 'group/owner-not-possible',
  title: 'The owner of a group may not own everything in it',
  why: `The design says that the group is on a node which is no possible owner of one of its resources. The cluster refuses to bring the group online there, and a move to that node is refused as well.

Name a possible owner, or let the node own every resource of the group.`,
  failing: design('owner = HostB'),
  mended: design('owner = HostA'),
};
