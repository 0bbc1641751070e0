import type { RulePage } from '../../pages/page';

export const updatesDifferPage: RulePage = {
  code: 'node/updates-differ',
  title: 'Nodes of one cluster have different updates',
  why: `A virtual machine that moves to a host with other updates may behave differently there, or not start at all, and the difference shows at the worst moment: after a failure. Keep track of the updates on all clustered servers and keep them in step. Only nodes that list their updates are compared.`,
  failing: `cluster Lab {
  version = "2008"
  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" }
}
node HostA { memory = 32GB  updates = ["KB950050", "KB957256"] }
node HostB { memory = 32GB  updates = ["KB950050"] }
`,
  mended: `cluster Lab {
  version = "2008"
  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" }
}
node HostA { memory = 32GB  updates = ["KB950050", "KB957256"] }
node HostB { memory = 32GB  updates = ["KB950050", "KB957256"] }
`,
};
