import type { RulePage } from '../../pages/page';
import { groupOf } from '../../pages/two-disks';

const design = (dependency: string): string => groupOf(['ip_address Address', `network_name Name${dependency}`]);

export const requiredMissingPage: RulePage = {
  code: 'dependency/required-missing',
  title: 'A resource lacks a provider that its type needs',
  why: `Some types of resources cannot work by themselves: a network name needs an IP address, a DHCP server a disk, a message queue an address, a name and a disk. The cluster refuses to bring such a resource online until it depends on them.

Let the resource depend on a provider of that type in its group.`,
  failing: design(''),
  mended: design(' { depends_on = Address }'),
};
