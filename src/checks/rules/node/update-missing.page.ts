import type { RulePage } from '../../pages/page';

export const updateMissingPage: RulePage = {
  code: 'node/update-missing',
  title: 'A 2008 node lacks the update that brings Hyper-V',
  why: `Windows Server 2008 was shipped with a preview of Hyper-V. The update KB950050 brings the released one, and it must be there before the role is added. A node without it may not run the virtual machines of the others. A node that does not list its updates has all it needs.`,
  failing: `cluster Lab {
  version = "2008"
  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" }
}
node HostA { memory = 32GB  updates = ["KB950050"] }
node HostB { memory = 32GB  updates = [] }
`,
  mended: `cluster Lab {
  version = "2008"
  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" }
}
node HostA { memory = 32GB  updates = ["KB950050"] }
node HostB { memory = 32GB  updates = ["KB950050"] }
`,
};
