import type { RulePage } from '../../pages/page';

export const unknownBlockPage: RulePage = {
  code: 'language/unknown-block',
  title: 'A block that the language does not have, or not in this place',
  why: `A misspelt keyword makes a block that declares nothing: the node, disk or group in it is not part of the design, and what refers to it dangles. Some blocks are known, but belong inside another one: a virtual machine's disks stand in the machine, a volume in its disk.

It cannot be hidden or lowered, since it leaves unclear what the design means.`,
  failing: `cluster Lab { version = "2022"  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" } }
node HostA { memory = 32GB }
nod HostB { memory = 32GB }
`,
  mended: `cluster Lab { version = "2022"  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" } }
node HostA { memory = 32GB }
node HostB { memory = 32GB }
`,
};
