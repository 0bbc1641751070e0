import type { RulePage } from '../../pages/page';

export const syntaxPage: RulePage = {
  code: 'language/syntax',
  title: 'The text cannot be read',
  why: `What a design says is known only as far as it can be read. An error of this kind stays in the block where it stands: the next line that begins a top-level block is read as if nothing had happened, so the rest of the design is checked as usual.

It cannot be hidden or lowered. As long as it is there, nobody knows what the block means, and the design is not simulated.`,
  failing: `cluster Lab { version = "2022"  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" } }
node HostA { memory = 32GB }
node HostB {
  memory     = 32GB
  processors =
}
`,
  mended: `cluster Lab { version = "2022"  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" } }
node HostA { memory = 32GB }
node HostB {
  memory     = 32GB
  processors = 8
}
`,
};
