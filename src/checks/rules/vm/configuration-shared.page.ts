import type { RulePage } from '../../pages/page';
import { designOf } from '../../pages/two-disks';

const more = '  virtual_machine_configuration "VM0 Configuration" { path = "F:\\VM0\\VM0.xml"  depends_on = LUN1 }\n';

export const configurationSharedPage: RulePage = {
  code: 'vm/configuration-shared',
  title: 'A configuration resource is not that of one virtual machine in its group',
  why: `There is one configuration resource for each virtual machine, in the same group. A resource that two machines name can register one of them only; one in another group may be on another node when its machine starts; one that no machine names is what is left of a machine that is gone, and the group still fails with it when its file is lost.

Give each machine a configuration resource of its own, in its own group, and take away what no machine uses.`,
  failing: designOf().replace('  virtual_machine VM1', `${more}  virtual_machine VM1`),
  mended: designOf(),
};
