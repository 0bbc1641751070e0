import type { RulePage } from '../../pages/page';
import { withMachine } from '../../pages/two-nodes';

export const limitPage: RulePage = {
  code: 'version/limit',
  title: 'More of something than the release of Windows Server supports',
  why: `Each release has limits: nodes in a cluster, running virtual machines in a cluster and on a host, memory, processors and disks of a virtual machine, the size of a virtual hard disk. Beyond them Windows refuses, or Microsoft does not support, what the design asks for. Where sources disagree on a figure, the largest counts.

A VHD file between 2040 GB and 2048 GB is a warning: sources disagree on whether it can be made.`,
  failing: withMachine('3TB'),
  mended: withMachine('2000GB'),
};
