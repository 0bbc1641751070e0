import type { RulePage } from '../../pages/page';
import { designOf } from '../../pages/two-disks';

const design = (switches: string): string =>
  designOf({
    machine: [
      'configuration    = "VM1 Configuration"',
      'virtual_switches = ["LAN"]',
      'vhd "F:\\VM1\\os.vhd"',
      'depends_on = "VM1 Configuration" and LUN1',
    ],
  }).replace('node HostB {', `node HostB { virtual_switches = [${switches}] `);

export const switchMissingPage: RulePage = {
  code: 'vm/switch-missing',
  title: 'A node lacks a virtual switch that a virtual machine uses',
  why: `The network adapters of a virtual machine are connected to virtual switches by name. On a node without a switch of that name the machine does not start after a move, or starts without network, although everything else is there.

Make a switch of the same name on every node that may own the machine, or leave such nodes out of its possible owners. A node that does not list its switches is taken to have all of them.`,
  failing: design('"Lab"'),
  mended: design('"Lab", "LAN"'),
};
