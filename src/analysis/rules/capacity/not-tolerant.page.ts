import type { RulePage } from '../../../checks/pages/page';
import { machineGroup, sharedVolume } from '../../../checks/pages/shared-volume';

const design = (memory: string): string =>
  sharedVolume({ HostA: `memory = ${memory}`, HostB: `memory = ${memory}` }, ['tolerates = 1']) +
  machineGroup('MAIL-01', { owner: 'HostA', memory: '20GB' }) +
  machineGroup('ERP-01', { owner: 'HostB', memory: '20GB' });

export const notTolerantPage: RulePage = {
  code: 'capacity/not-tolerant',
  title: 'After the loss of nodes that the design claims to tolerate, some virtual machines have no place',
  why: `\`tolerates\` is the number of nodes that may be lost while every virtual machine goes on running (left out: 1). For that the other nodes must have room for all groups of the lost ones: as a whole, and in pieces large enough, since a group moves as a whole and each virtual machine takes all its memory, and a little more, from one node.

Every set of so many nodes is looked at, and all ways of placing their groups while the others stay where they are. Where there is none, some virtual machines stay offline after that failure. Give the nodes more memory, add a node, make virtual machines smaller, or claim less.

Groups that only one node may own have a rule of their own, and so have votes: quorum is presumed here. Where the sets are more than 5,000, the one with most memory in use is looked at. \`hacluster verify\` runs every set and lists what is lost.`,
  failing: design('32GB'),
  mended: design('64GB'),
};
