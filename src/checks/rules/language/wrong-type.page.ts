import type { RulePage } from '../../pages/page';

export const wrongTypePage: RulePage = {
  code: 'language/wrong-type',
  title: 'A value of another type or unit than the attribute takes',
  why: `Sizes and times are numbers with a unit (\`32GB\`, \`30s\`), texts stand in quotes, words of an enumeration do not. A value that cannot be read is treated as if it were not there.

Where it is plain what is meant, the fix writes it as it must be.`,
  failing: `cluster Lab { version = "2022"  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" } }
node HostA { memory = 32GB }
node HostB { memory = "32GB" }
`,
  mended: `cluster Lab { version = "2022"  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" } }
node HostA { memory = 32GB }
node HostB { memory = 32GB }
`,
};
