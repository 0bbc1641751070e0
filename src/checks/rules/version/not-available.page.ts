import type { RulePage } from '../../pages/page';

export const notAvailablePage: RulePage = {
  code: 'version/not-available',
  title: 'Something that the declared release of Windows Server does not have',
  why: `A cluster of the declared release cannot be built like this: the property, quorum model, action or file format came with a later one. The message names the first release that has it.

Either the version is raised, which means other hosts, or the design does without.`,
  failing: `cluster Lab {
  version = "2008"
  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" }
}
node HostA { memory = 32GB }
node HostB { memory = 32GB }
group Files {
  priority = high
  ip_address Address
}
`,
  mended: `cluster Lab {
  version = "2012"
  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" }
}
node HostA { memory = 32GB }
node HostB { memory = 32GB }
group Files {
  priority = high
  ip_address Address
}
`,
};
