import type { RulePage } from '../../pages/page';
import { twoDisks, designOf } from '../../pages/two-disks';

export const configurationMissingPage: RulePage = {
  code: 'vm/configuration-missing',
  title: 'A clustered virtual machine has no configuration resource',
  why: `The Virtual Machine Configuration resource holds the path of the configuration file and registers the machine on the node its group is on. Without it only the node where the machine was set up knows it.

At the first move or failover the machine does not start: the new owner has never heard of it. Add the resource, with its file on a disk of the group, and name it in the machine.`,
  failing: `${twoDisks}
group VM1 {
  owner = HostA
  physical_disk LUN1
  virtual_machine VM1 {
    memory = 2GB
    vhd "F:\\VM1\\os.vhd"
    depends_on = LUN1
  }
}
`,
  mended: designOf(),
};
