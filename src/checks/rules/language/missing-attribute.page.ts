import type { RulePage } from '../../pages/page';

export const missingAttributePage: RulePage = {
  code: 'language/missing-attribute',
  title: 'A required attribute is not there',
  why: `Some values cannot be guessed: the memory of a node or virtual machine, the storage of a disk, the path of a configuration, the parent of a differencing disk, the members of a guest cluster. Without them nothing that depends on them can be checked or simulated.

A value in \`defaults\` counts for every block of its kind in the same file.`,
  failing: `cluster Lab { version = "2022"  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" } }
node HostA { memory = 32GB }
node HostB { processors = 8 }
`,
  mended: `cluster Lab { version = "2022"  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" } }
node HostA { memory = 32GB }
node HostB { memory = 32GB  processors = 8 }
`,
};
