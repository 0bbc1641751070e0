import type { RulePage } from '../../pages/page';

export const singlePathPage: RulePage = {
  code: 'network/single-path',
  title: 'Nodes share only one network that carries heartbeats',
  why: `When that network fails, the nodes no longer reach each other although all of them are well. The cluster falls apart: the part with quorum takes over everything, the others stop what they run. A second network with the role \`cluster\` or \`cluster_and_client\` takes the heartbeats when the first one fails.`,
  failing: `cluster Lab { version = "2022"  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" } }
node HostA { memory = 32GB }
node HostB { memory = 32GB }
network LAN { role = cluster_and_client }
`,
  mended: `cluster Lab { version = "2022"  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" } }
node HostA { memory = 32GB }
node HostB { memory = 32GB }
network LAN { role = cluster_and_client }
network Heartbeat { role = cluster }
`,
};
