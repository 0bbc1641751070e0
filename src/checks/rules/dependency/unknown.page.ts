import type { RulePage } from '../../pages/page';
import { groupOf } from '../../pages/two-disks';

const design = (provider: string): string =>
  groupOf(['physical_disk LUN1', `generic_service Indexer { depends_on = ${provider} }`]);

export const dependencyUnknownPage: RulePage = {
  code: 'dependency/unknown',
  title: 'A resource depends on something that is not there',
  why: `A name in \`depends_on\` that no resource bears is never online, so what waits for it never comes online either. Often a name is misspelt, or a disk is declared but has no resource in the group.

Write the name of a resource of the group, or make the disk a resource of the group.`,
  failing: design('LUN3'),
  mended: design('LUN1'),
};
