import type { RulePage } from '../../pages/page';
import { twoDisks } from '../../pages/two-disks';

const design = (providers: string): string => `${twoDisks}
group Files {
  physical_disk LUN1
}
group Service {
  physical_disk LUN2
  generic_service Indexer { depends_on = ${providers} }
}
`;

export const crossGroupPage: RulePage = {
  code: 'dependency/cross-group',
  title: 'A resource depends on one of another group',
  why: `A group moves as a whole, and each group by itself. A resource that depends on one of another group could come online only while both groups happen to be on one node, so the cluster does not allow it.

Put both in one group, if they belong together and may always move together, or take the dependency away.`,
  failing: design('LUN2 and LUN1'),
  mended: design('LUN2'),
};
