import type { RulePage } from '../../pages/page';
import { groupOf } from '../../pages/two-disks';

const design = (dependency: string): string =>
  groupOf(['ip_address A', 'ip_address B', 'ip_address C', `network_name Name { depends_on = ${dependency} }`]);

export const ambiguousPage: RulePage = {
  code: 'dependency/ambiguous',
  title: 'A dependency mixes and and or without parentheses',
  why: `\`A and B or C\` can mean two things, and no document of the product says which operator binds tighter. Here it is read as \`(A and B) or C\`; a reader who expects the other meaning is wrong about what the resource needs to come online.

Write the parentheses.`,
  failing: design('A and B or C'),
  mended: design('(A and B) or C'),
};
