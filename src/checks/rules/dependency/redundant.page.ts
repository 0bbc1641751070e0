import type { RulePage } from '../../pages/page';
import { groupOf } from '../../pages/two-disks';

const design = (dependency: string): string =>
  groupOf([
    'ip_address Address',
    'network_name Name { depends_on = Address }',
    `generic_service Web { depends_on = ${dependency} }`,
  ]);

export const redundantPage: RulePage = {
  code: 'dependency/redundant',
  title: 'A dependency is implied by another one',
  why: `Naming a provider twice, or one that another provider waits for anyway, changes nothing about when a resource comes online. It only makes the dependencies longer to read and easier to get wrong later.

Take it out. What a virtual machine, a configuration or a type must depend on by itself is never called redundant.`,
  failing: design('Address and Name'),
  mended: design('Name'),
};
