import type { RulePage } from '../../pages/page';
import { designOf } from '../../pages/two-disks';

const design = (action: string): string =>
  designOf({
    machine: [
      'configuration  = "VM1 Configuration"',
      `restart_action = ${action}`,
      'vhd "F:\\VM1\\os.vhd"',
      'depends_on = "VM1 Configuration" and LUN1',
    ],
  });

export const failoverDisabledPage: RulePage = {
  code: 'vm/failover-disabled',
  title: 'A restart action keeps a virtual machine from failing over',
  why: `When a resource fails and its restarts are used up, the restart action decides: with \`restart_and_fail_over\` the group goes to another node, with \`restart\` it stays where it is, and with \`none\` the resource is not even restarted. The failure of the whole node still moves the group.

That can be meant, for a machine that would fail on every node alike. If it is not, leave \`restart_action\` out.`,
  failing: design('restart'),
  mended: design('restart_and_fail_over'),
};
