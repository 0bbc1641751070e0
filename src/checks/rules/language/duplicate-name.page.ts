import type { RulePage } from '../../pages/page';

export const duplicateNamePage: RulePage = {
  code: 'language/duplicate-name',
  title: 'Two of a kind bear one name, or something that may stand once stands twice',
  why: `Names compare without case, as in Windows. Every reference means the first that bears the name; the second can never be reached, and what stands in it has no effect on the rest of the design. The same holds for an attribute that is given twice, and for a second \`cluster\`.`,
  failing: `cluster Lab { version = "2022"  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" } }
node HostA { memory = 32GB }
node HostB { memory = 32GB }
node hostb { memory = 64GB }
`,
  mended: `cluster Lab { version = "2022"  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" } }
node HostA { memory = 32GB }
node HostB { memory = 32GB }
node HostC { memory = 64GB }
`,
};
