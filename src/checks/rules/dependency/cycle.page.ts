import type { RulePage } from '../../pages/page';
import { groupOf } from '../../pages/two-disks';

const design = (address: string): string =>
  groupOf([`ip_address Address${address}`, 'network_name Name { depends_on = Address }']);

export const dependencyCyclePage: RulePage = {
  code: 'dependency/cycle',
  title: 'Resources wait for each other',
  why: `A resource comes online after everything it depends on. In a ring each waits for the next, so none of them can ever be the first, and the group is never online on any node.

Take out the dependency that points the wrong way: from what comes first (addresses, disks, configurations) to what needs it.`,
  failing: design(' { depends_on = Name }'),
  mended: design(''),
};
