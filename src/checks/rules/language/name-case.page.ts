import type { RulePage } from '../../pages/page';

export const nameCasePage: RulePage = {
  code: 'language/name-case',
  title: 'A name is spelt in another case than where it is declared',
  why: `Names compare without case, so the reference is found. But it reads as if it were something else, and a search for the name misses it. The fix writes it as it is declared.`,
  failing: `cluster Lab { version = "2022"  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" } }
node HostA { memory = 32GB }
node HostB { memory = 32GB }
group Files { owner = hosta  ip_address Address }
`,
  mended: `cluster Lab { version = "2022"  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" } }
node HostA { memory = 32GB }
node HostB { memory = 32GB }
group Files { owner = HostA  ip_address Address }
`,
};
