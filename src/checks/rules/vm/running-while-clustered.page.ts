import type { RulePage } from '../../pages/page';
import { twoDisks } from '../../pages/two-disks';

const design = (state: string): string => `${twoDisks}
virtual_machine VM1 {
  memory = 2GB
  host   = HostA
  state  = ${state}
  vhd "F:\\VM1\\os.vhd"
}
`;

export const runningWhileClusteredPage: RulePage = {
  code: 'vm/running-while-clustered',
  title: 'A virtual machine must be stopped before it is made highly available',
  why: `In Windows Server 2008 and 2008 R2 only a virtual machine that is turned off, shut down or saved can be made highly available: the cluster has to start it itself.

Stop the machine before you build its group on the real hosts, or declare it as stopped. Later releases take running machines.`,
  failing: design('running'),
  mended: design('saved'),
};
