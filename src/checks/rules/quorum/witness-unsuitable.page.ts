import type { RulePage } from '../../pages/page';
import { withWitnessDisk } from '../../pages/two-nodes';

export const witnessUnsuitablePage: RulePage = {
  code: 'quorum/witness-unsuitable',
  title: 'The witness cannot do its work',
  why: `A witness disk has at least 512 MB, is a clustered disk that every node reaches, and is used for nothing else: no resource of a group, no shared volume, no files of virtual machines, no mount points. A witness share stands outside the cluster: on a virtual machine of this cluster it is lost together with what it should outlast.`,
  failing: withWitnessDisk('model = node_and_disk_majority  witness = Witness', '256MB'),
  mended: withWitnessDisk('model = node_and_disk_majority  witness = Witness', '512MB'),
};
