import type { RulePage } from '../../pages/page';
import { machineGroup, sharedVolume } from '../../pages/shared-volume';

const design = (owner: string): string =>
  sharedVolume({ HostA: 'memory = 32GB', HostB: 'memory = 32GB' }, ['tolerates = 0']) +
  machineGroup('MAIL-01', { owner: 'HostA', memory: '16GB' }) +
  machineGroup('ERP-01', { owner, memory: '16GB' });

export const nodeOvercommittedPage: RulePage = {
  code: 'capacity/node-overcommitted',
  title: 'The virtual machines that start on a node need more memory than it has',
  why: `A virtual machine takes all its memory from its node when it starts, and a little more that Hyper-V needs to run it; part of the node's memory is kept for the parent partition (\`memory_reserve\`). What does not fit does not start.

On 2008 and 2008 R2 the start fails and the group goes on to another node, in the end it stays failed; from 2012 on the group waits until there is room. Start some of the groups on another node, or give the node more memory.`,
  failing: design('HostA'),
  mended: design('HostB'),
};
