import type { RulePage } from '../../pages/page';

export const modelUnsuitablePage: RulePage = {
  code: 'quorum/model-unsuitable',
  title: 'Another quorum model survives more with this number of nodes or sites',
  why: `The cluster goes on as long as more than half of the votes are there. With an even number of nodes and no witness, an even split stops both halves: a witness adds the vote that decides. With an odd number of nodes whose votes stay as they are, a witness adds nothing but one more thing that can fail. From 2012 on the votes of the nodes are counted anew when one goes, from 2012 R2 on that of the witness too; then a witness is advised for two and four nodes.

A witness disk stands in one of the sites; with nodes in several sites a share in a third place serves all of them alike.`,
  failing: `cluster Lab {
  version = "2008"
  quorum { model = node_majority }
}
node HostA { memory = 32GB }
node HostB { memory = 32GB }
node HostC { memory = 32GB }
node HostD { memory = 32GB }
storage SAN1 { }
disk Witness { storage = SAN1  size = 1GB }
`,
  mended: `cluster Lab {
  version = "2008"
  quorum { model = node_and_disk_majority  witness = Witness }
}
node HostA { memory = 32GB }
node HostB { memory = 32GB }
node HostC { memory = 32GB }
node HostD { memory = 32GB }
storage SAN1 { }
disk Witness { storage = SAN1  size = 1GB }
`,
};
