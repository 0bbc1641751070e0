import type { RulePage } from '../../pages/page';

export const processorsDifferPage: RulePage = {
  code: 'node/processors-differ',
  title: 'The processors of the nodes come from different makers',
  why: `A running virtual machine uses what its processor offers, and cannot go on with that of another maker. So it does not move live between such nodes: it must be shut down first, and a planned move is an interruption. Failover still works, since the machine starts anew.`,
  failing: `cluster Lab { version = "2022"  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" } }
node HostA { memory = 32GB  processor_vendor = intel }
node HostB { memory = 32GB  processor_vendor = amd }
`,
  mended: `cluster Lab { version = "2022"  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" } }
node HostA { memory = 32GB  processor_vendor = intel }
node HostB { memory = 32GB  processor_vendor = intel }
`,
};
