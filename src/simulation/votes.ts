import type { Cluster } from '../model/cluster';
import type { QuorumModel } from '../model/profile';
import { modelOf } from '../model/quorum';

/** Who votes: the model, and the witness with the disk it is, if it is one. */
export interface QuorumSetup {
  readonly model: QuorumModel;
  readonly witness: string | undefined;
  /** Key of the witness disk. */
  readonly disk: string | undefined;
  readonly dynamic: boolean;
}

/** The quorum configuration of a cluster; what is left out follows from the witness (semantics 5.1, 5.3). */
export function quorumSetup(cluster: Cluster): QuorumSetup {
  const model = modelOf(cluster, cluster.quorum);
  const witness = model === 'node_majority' ? undefined : cluster.quorum?.values.witness;
  const dynamic = cluster.profile.dynamicQuorum && (cluster.settings?.values.dynamic_quorum ?? true);
  const disk = witness && cluster.disks.get(witness.key);
  return {
    model,
    witness: disk?.name ?? witness?.text,
    disk: disk?.key,
    dynamic: dynamic && model !== 'disk_only',
  };
}

/** Votes by the keys of the nodes, and that of the witness. */
export interface Votes {
  readonly nodes: ReadonlyMap<string, number>;
  readonly witness: number;
  /** Key of a node that gave up its vote without being named for it. */
  readonly victim?: string;
}

function weights(cluster: Cluster, model: QuorumModel): ReadonlyMap<string, number> {
  return new Map(cluster.nodes.all.map((node) => [node.key, model === 'disk_only' ? 0 : node.values.node_weight]));
}

/** The node an administrator has named to give up its vote first. */
function named(cluster: Cluster): string | undefined {
  return cluster.settings?.values.lower_quorum_priority_node?.key;
}

/** The node that gives up its vote: the one named for it, else the voter with the highest number (semantics 5.3, S63). */
function victimOf(cluster: Cluster, voters: readonly string[]): string | undefined {
  const first = named(cluster);
  return first !== undefined && voters.includes(first) ? first : voters.at(-1);
}

/**
 * Votes as they are counted among `members` (keys in the order of the nodes) when the witness is well or not
 * (semantics 5.3, S36, S40; static votes: 5.1).
 */
export function countVotes(
  cluster: Cluster,
  setup: QuorumSetup,
  members: readonly string[],
  witnessWell: boolean,
): Votes {
  const fixed = weights(cluster, setup.model);
  if (!setup.dynamic) return { nodes: fixed, witness: setup.witness === undefined ? 0 : 1 };
  const voters = members.filter((key) => (fixed.get(key) ?? 0) > 0);
  const even = voters.length % 2 === 0;
  const usable = witnessWell && setup.witness !== undefined;
  const witness = usable && (even || !cluster.profile.dynamicWitness) ? 1 : 0;
  const victim = even && witness === 0 ? victimOf(cluster, voters) : undefined;
  return {
    nodes: new Map(cluster.nodes.all.map(({ key }) => [key, voters.includes(key) && key !== victim ? 1 : 0])),
    witness,
    ...(victim === undefined || victim === named(cluster) ? {} : { victim }),
  };
}

/** Votes needed of `total`: more than half (semantics 5.1). */
export function neededOf(total: number): number {
  return Math.floor(total / 2) + 1;
}
