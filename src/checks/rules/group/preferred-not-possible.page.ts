import type { RulePage } from '../../pages/page';
import { groupOf } from '../../pages/two-disks';

const design = (attribute: string): string =>
  groupOf([attribute, 'generic_service Web { possible_owners = [HostA, HostC] }']).replace(
    '\ngroup',
    'node HostC { memory = 16GB }\n\ngroup',
  );

export const preferredNotPossiblePage: RulePage = {
  code: 'group/preferred-not-possible',
  title: 'A preferred owner may not own the group',
  why: `The list of preferred owners only says which nodes to try first; the possible owners say where a group may be at all. A preferred owner that is no possible owner of every resource is passed over at each failover, and a failback never goes there.

Take it out of the list, or let it own every resource of the group.`,
  failing: design('preferred_owners = [HostB, HostA]'),
  mended: design('preferred_owners = [HostA, HostC]'),
};
