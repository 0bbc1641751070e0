import type { RulePage } from '../../pages/page';

export const singlePage: RulePage = {
  code: 'node/single',
  title: 'The cluster has one node only',
  why: `A cluster protects what it runs by moving it to another node. With a single one there is nowhere to go: every virtual machine is down from the failure of the node until its repair.`,
  failing: `cluster Lab { version = "2022" }
node HostA { memory = 32GB }
`,
  mended: `cluster Lab { version = "2022"  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" } }
node HostA { memory = 32GB }
node HostB { memory = 32GB }
`,
};
