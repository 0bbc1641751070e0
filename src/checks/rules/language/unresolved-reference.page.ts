import type { RulePage } from '../../pages/page';

export const unresolvedReferencePage: RulePage = {
  code: 'language/unresolved-reference',
  title: 'A name that nothing in the design bears',
  why: `A reference to something that is not declared means nothing: a group without its owner, a disk without its storage. What follows from it is not reported again; the rest of the checks go on when it is mended.

The fix takes the nearest name, or declares what is missing. It cannot be hidden or lowered, since it leaves unclear what the design means.`,
  failing: `cluster Lab { version = "2022"  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" } }
node HostA { memory = 32GB }
node HostB { memory = 32GB }
storage SAN1 { }
disk LUN1 { storage = SAN2 }
group Files { physical_disk LUN1 }
`,
  mended: `cluster Lab { version = "2022"  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" } }
node HostA { memory = 32GB }
node HostB { memory = 32GB }
storage SAN1 { }
disk LUN1 { storage = SAN1 }
group Files { physical_disk LUN1 }
`,
};
