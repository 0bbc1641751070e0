import type { RulePage } from '../../pages/page';

export const witnessMissingPage: RulePage = {
  code: 'quorum/witness-missing',
  title: 'The quorum model needs a witness, and none is named',
  why: `The model counts on a vote that nothing gives. Without it the nodes alone must be more than half of all votes, so fewer failures are survived than the model promises; with \`disk_only\` the cluster does not start at all. Name a disk, a share or a cloud account as the model asks, or choose a model without a witness.`,
  failing: `cluster Lab {
  version = "2008"
  quorum { model = node_and_disk_majority }
}
node HostA { memory = 32GB }
node HostB { memory = 32GB }
storage SAN1 { }
disk Witness { storage = SAN1  size = 1GB }
`,
  mended: `cluster Lab {
  version = "2008"
  quorum { model = node_and_disk_majority  witness = Witness }
}
node HostA { memory = 32GB }
node HostB { memory = 32GB }
storage SAN1 { }
disk Witness { storage = SAN1  size = 1GB }
`,
};
