import type { RulePage } from '../../pages/page';
import { designOf } from '../../pages/two-disks';

export const vmStorageDependencyMissingPage: RulePage = {
  code: 'vm/storage-dependency-missing',
  title: 'A virtual machine does not depend on a disk it needs',
  why: `A virtual machine needs every disk that holds one of its virtual hard disks or is handed to it as a whole. What it does not depend on may come online after it, and then it does not find its files and does not start. A disk in Available Storage is in no group at all and stays behind when the machine moves.

Name each disk in \`depends_on\`; a disk of Available Storage becomes a resource of the group first.`,
  failing: designOf({
    machine: ['configuration = "VM1 Configuration"', 'vhd "F:\\VM1\\os.vhd"', 'depends_on = "VM1 Configuration"'],
  }),
  mended: designOf(),
};
