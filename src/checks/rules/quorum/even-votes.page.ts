import type { RulePage } from '../../pages/page';

export const evenVotesPage: RulePage = {
  code: 'quorum/even-votes',
  title: 'An even number of votes that stay as they are',
  why: `Where votes are not counted anew, an even number can be split evenly: then neither side has more than half, and all nodes stop. Give a node its vote back, take one more away, or add or drop the witness, until the number is odd.`,
  failing: `cluster Lab {
  version = "2008R2"
  quorum { model = node_majority }
}
node HostA { memory = 32GB }
node HostB { memory = 32GB }
node HostC { memory = 32GB  node_weight = 0 }
`,
  mended: `cluster Lab {
  version = "2008R2"
  quorum { model = node_majority }
}
node HostA { memory = 32GB }
node HostB { memory = 32GB }
node HostC { memory = 32GB }
`,
};
