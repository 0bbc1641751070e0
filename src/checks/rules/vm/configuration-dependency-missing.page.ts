import type { RulePage } from '../../pages/page';
import { designOf } from '../../pages/two-disks';

export const configurationDependencyMissingPage: RulePage = {
  code: 'vm/configuration-dependency-missing',
  title: 'A virtual machine does not depend on its configuration',
  why: `A resource waits only for what it depends on. A virtual machine that does not depend on its configuration may be brought online before the configuration has registered it on the node, and then it does not start.

Whether that happens is a matter of milliseconds, so it often works in a test and fails at night. Name the configuration in \`depends_on\`.`,
  failing: designOf({
    machine: ['configuration = "VM1 Configuration"', 'vhd "F:\\VM1\\os.vhd"', 'depends_on = LUN1'],
  }),
  mended: designOf(),
};
