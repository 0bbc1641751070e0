import type { RulePage } from '../../pages/page';
import { withMachine } from '../../pages/two-nodes';

export const hyperVRoleMissingPage: RulePage = {
  code: 'node/hyper-v-role-missing',
  title: 'A node that may own a virtual machine lacks the Hyper-V role',
  why: `The group of the virtual machine may come to the node, at a failure or because an administrator moves it. Without the role the machine cannot start there, and the group goes on to another node or stays failed. Install the role, or let only other nodes own the group.`,
  failing: withMachine('40GB', {
    first: '  features = [failover_clustering, hyper_v]',
    second: '  features = [failover_clustering]',
  }),
  mended: withMachine('40GB', {
    first: '  features = [failover_clustering, hyper_v]',
    second: '  features = [failover_clustering, hyper_v]',
  }),
};
