import type { RulePage } from '../../pages/page';

export const noClusterNetworkPage: RulePage = {
  code: 'network/no-cluster-network',
  title: 'Two nodes share no network that carries cluster traffic',
  why: `Nodes of a cluster tell each other that they are alive, over networks with the role \`cluster\` or \`cluster_and_client\`. Two nodes without such a network in common cannot be in one cluster. Nodes in different sites may have networks of their own, with routers between; then each needs one that carries cluster traffic.`,
  failing: `cluster Lab { version = "2022"  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" } }
node HostA { memory = 32GB }
node HostB { memory = 32GB }
network LAN { role = client }
network Storage { role = none }
`,
  mended: `cluster Lab { version = "2022"  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" } }
node HostA { memory = 32GB }
node HostB { memory = 32GB }
network LAN { role = cluster_and_client }
network Storage { role = cluster }
`,
};
