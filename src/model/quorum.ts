import type { Cluster } from './cluster';
import type { Quorum } from './elements';
import type { QuorumModel } from './profile';
import type { WitnessValue } from './values';

/** What the witness of a model is; undefined for a model without one. */
export const witnessKinds: Readonly<Record<QuorumModel, 'disk' | 'share' | 'account' | undefined>> = {
  node_majority: undefined,
  node_and_disk_majority: 'disk',
  node_and_file_share_majority: 'share',
  node_and_cloud_majority: 'account',
  disk_only: 'disk',
};

/** Whether a text names a share: `\\server\share`. */
export function isShare(text: string): boolean {
  return text.startsWith('\\\\');
}

/** The model of a quorum: the one given, else the majority that fits the witness (semantics 5.1, 5.5). */
export function modelOf(cluster: Cluster, quorum: Quorum | undefined): QuorumModel {
  const { model, witness } = quorum?.values ?? {};
  return model ?? (witness ? modelForWitness(cluster, witness) : 'node_majority');
}

/** The majority that takes a witness as it is written. */
export function modelForWitness(cluster: Cluster, witness: WitnessValue): QuorumModel {
  if (cluster.disks.get(witness.key) || !witness.quoted) return 'node_and_disk_majority';
  return isShare(witness.text) ? 'node_and_file_share_majority' : 'node_and_cloud_majority';
}
