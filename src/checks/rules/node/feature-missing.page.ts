import type { RulePage } from '../../pages/page';

export const featureMissingPage: RulePage = {
  code: 'node/feature-missing',
  title: 'A node lacks the Failover Clustering feature',
  why: `A server without the feature cannot be a member of a cluster: nothing can fail over to it, and it has no vote. A node that does not say what is installed has all it needs.`,
  failing: `cluster Lab { version = "2022"  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" } }
node HostA { memory = 32GB  features = [failover_clustering, hyper_v] }
node HostB { memory = 32GB  features = [hyper_v] }
`,
  mended: `cluster Lab { version = "2022"  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" } }
node HostA { memory = 32GB  features = [failover_clustering, hyper_v] }
node HostB { memory = 32GB  features = [hyper_v, failover_clustering] }
`,
};
