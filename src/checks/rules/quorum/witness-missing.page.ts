import type { RulePage } from '../../pages/page';
import { withWitnessDisk } from '../../pages/two-nodes';

export const witnessMissingPage: RulePage = {
  code: 'quorum/witness-missing',
  title: 'The quorum model needs a witness, and none is named',
  why: `The model counts on a vote that nothing gives. Without it the nodes alone must be more than half of all votes, so fewer failures are survived than the model promises; with \`disk_only\` the cluster does not start at all. Name a disk, a share or a cloud account as the model asks, or choose a model without a witness.`,
  failing: withWitnessDisk('model = node_and_disk_majority', '1GB'),
  mended: withWitnessDisk('model = node_and_disk_majority  witness = Witness', '1GB'),
};
