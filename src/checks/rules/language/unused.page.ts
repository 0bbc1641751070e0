import type { RulePage } from '../../pages/page';

export const unusedPage: RulePage = {
  code: 'language/unused',
  title: 'Something is declared that nothing uses',
  why: `A disk without a resource, a file or a witness, a storage without disks, a network no node is connected to, an anti-affinity class of a single group: it could go, or something that should use it does not. Nothing fails because of it.`,
  failing: `cluster Lab { version = "2022"  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" } }
node HostA { memory = 32GB }
node HostB { memory = 32GB }
storage SAN1 { }
disk LUN1 { storage = SAN1 }
`,
  mended: `cluster Lab { version = "2022"  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" } }
node HostA { memory = 32GB }
node HostB { memory = 32GB }
storage SAN1 { }
disk LUN1 { storage = SAN1 }
group Files { physical_disk LUN1 }
`,
};
