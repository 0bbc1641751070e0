import type { RulePage } from '../../pages/page';

export const encodingPage: RulePage = {
  code: 'language/encoding',
  title: 'The file holds bytes that are not UTF-8',
  why: `Designs are UTF-8. Bytes of another encoding are lost when the file is read, and are shown as �: names that differ only in such letters become the same. The command line does not write such a file back, so that nothing more is lost. Save it with encoding UTF-8, and write the letters again.`,
  failing: `# B�ro
cluster Lab { version = "2022"  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" } }
node HostA { memory = 32GB }
node HostB { memory = 32GB }
`,
  mended: `# Büro
cluster Lab { version = "2022"  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" } }
node HostA { memory = 32GB }
node HostB { memory = 32GB }
`,
};
