import type { RulePage } from '../../pages/page';

export const outOfRangePage: RulePage = {
  code: 'language/out-of-range',
  title: 'A value that is larger or smaller than Windows allows',
  why: `Windows refuses values outside the range of a property, so a cluster cannot be configured like this. The message says which values are allowed; the language reference has the range of every attribute.`,
  failing: `cluster Lab {
  version             = "2022"
  same_subnet_delay   = 10s
  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" }
}
node HostA { memory = 32GB }
node HostB { memory = 32GB }
`,
  mended: `cluster Lab {
  version             = "2022"
  same_subnet_delay   = 2s
  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" }
}
node HostA { memory = 32GB }
node HostB { memory = 32GB }
`,
};
