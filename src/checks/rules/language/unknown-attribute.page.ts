import type { RulePage } from '../../pages/page';

export const unknownAttributePage: RulePage = {
  code: 'language/unknown-attribute',
  title: 'An attribute that blocks of this kind do not have',
  why: `A misspelt attribute is not set: the default holds instead, silently, and the design is not the one that was meant. The message names the attribute that is nearest.

It cannot be hidden or lowered, since it leaves unclear what the design means.`,
  failing: `cluster Lab { version = "2022"  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" } }
node HostA { memory = 32GB }
node HostB { memory = 32GB  procesors = 8 }
`,
  mended: `cluster Lab { version = "2022"  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" } }
node HostA { memory = 32GB }
node HostB { memory = 32GB  processors = 8 }
`,
};
