import type { RulePage } from '../../pages/page';
import { designOf } from '../../pages/two-disks';

const design = (monitored: boolean): string =>
  designOf({
    machine: [
      'configuration = "VM1 Configuration"',
      'vhd "F:\\VM1\\os.vhd"',
      'depends_on = "VM1 Configuration" and LUN1',
      `workload Payroll { monitored = ${String(monitored)} }`,
    ],
  });

export const workloadUnmonitoredPage: RulePage = {
  code: 'vm/workload-unmonitored',
  title: 'Nothing watches an application in a virtual machine',
  why: `Clustering the hosts protects virtual machines, not what runs in them. When the application fails while its machine runs on, the cluster sees a healthy resource: it neither restarts nor moves anything, and nobody is told.

Have the application monitored (from Windows Server 2012 on the cluster can do it and acts on it; before, a monitoring product alerts), or run it in a guest cluster or a load-balancing farm, where other members take over.`,
  failing: design(false),
  mended: design(true),
};
