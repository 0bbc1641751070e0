import type { RulePage } from '../../pages/page';

export const unusedSuppressionPage: RulePage = {
  code: 'language/unused-suppression',
  title: 'A comment hides nothing, or names a code that cannot be hidden',
  why: `\`# hacluster-disable-next-line CODE, …\` hides findings on the next line; above the header of a block, in the whole block. \`# hacluster-disable CODE, …\` hides them in the rest of the file. A reason may follow behind two dashes. A comment that hides nothing any more should go: it would hide the next fault that is made there.

Errors of the language itself cannot be hidden. They leave it unclear what the design means, so whatever is said of it besides could not be relied on. In a file that is only a part of a design, and for findings that need runs of the simulation, nothing is said.`,
  failing: `cluster Lab { version = "2022"  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" } }
node HostA { memory = 32GB }
# hacluster-disable-next-line node/update-missing -- installed next week
node HostB { memory = 32GB }
`,
  mended: `cluster Lab { version = "2022"  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" } }
node HostA { memory = 32GB }
node HostB { memory = 32GB }
`,
};
