import type { Cluster } from '../model/cluster';
import type { ClusterNode, Network } from '../model/elements';
import type { Engine, NodeRun } from './engine';

/** Key of the connection of a node to a network in the table of faults. */
export function linkKey(node: string, network: string): string {
  return `${node} ${network}`;
}

/** Whether a network carries heartbeats: its role is 1 or 3 (semantics 4.1, S18, S03). */
export function carriesHeartbeats({ values }: Network): boolean {
  return values.role === 'cluster' || values.role === 'cluster_and_client';
}

function carriesClients({ values }: Network): boolean {
  return values.role === 'client' || values.role === 'cluster_and_client';
}

/** Networks a node is connected to by design: left out means every network (language.md, Settled readings, Required). */
function networksOf(cluster: Cluster, node: ClusterNode): readonly Network[] {
  const listed = node.values.networks;
  return cluster.networks.all.filter(({ key }) => listed?.some((ref) => ref.key === key) ?? true);
}

/** Keys of the networks of a node, by what they carry. */
interface Attachments {
  readonly heartbeats: readonly string[];
  readonly witness: readonly string[];
}

function attachmentsOf(cluster: Cluster, node: ClusterNode): Attachments {
  const all = networksOf(cluster, node);
  const keysOf = (networks: readonly Network[]): readonly string[] => networks.map(({ key }) => key);
  const clients = all.filter(carriesClients);
  return { heartbeats: keysOf(all.filter(carriesHeartbeats)), witness: keysOf(clients.length > 0 ? clients : all) };
}

const known = new WeakMap<Cluster, ReadonlyMap<string, Attachments>>();
const none: Attachments = { heartbeats: [], witness: [] };

function attachments(cluster: Cluster, node: ClusterNode): Attachments {
  let table = known.get(cluster);
  if (!table) {
    table = new Map(cluster.nodes.all.map((one) => [one.key, attachmentsOf(cluster, one)]));
    known.set(cluster, table);
  }
  return table.get(node.key) ?? none;
}

/** Keys of the networks that carry the heartbeats of a node by design. */
export function heartbeatNetworks(cluster: Cluster, node: ClusterNode): readonly string[] {
  return attachments(cluster, node).heartbeats;
}

/** Whether two nodes share a network that carries heartbeats; networks that are not declared are taken as shared. */
export function sharesSubnet(cluster: Cluster, left: ClusterNode, right: ClusterNode): boolean {
  const own = heartbeatNetworks(cluster, left);
  const other = heartbeatNetworks(cluster, right);
  return own.length === 0 || other.length === 0 || own.some((key) => other.includes(key));
}

function works({ faults }: Engine, { node }: NodeRun, network: string): boolean {
  return !faults.networks.has(network) && !faults.links.has(linkKey(node.key, network));
}

/** Whether anything at all has befallen a network, so that somebody may be out of contact. */
export function hasNetworkFaults({ faults }: Engine): boolean {
  return faults.networks.size > 0 || faults.links.size > 0 || faults.isolated.size > 0 || faults.splits.length > 0;
}

/**
 * Whether two nodes that run hear each other: over one of the cluster networks they share, or, where they share none by
 * design, over routers while each has one (semantics 4.1: removed only when all routes are down). A node for which no
 * cluster network is declared is taken to have one that only isolation and partition touch.
 */
export function inContact(engine: Engine, left: NodeRun, right: NodeRun): boolean {
  if (left === right || !hasNetworkFaults(engine)) return true;
  const { faults, cluster } = engine;
  const [a, b] = [left.node.key, right.node.key];
  if (faults.isolated.has(a) || faults.isolated.has(b)) return false;
  if (faults.splits.some((split) => isCut(split.left, split.right, a, b))) return false;
  const own = heartbeatNetworks(cluster, left.node);
  const other = heartbeatNetworks(cluster, right.node);
  if (own.length === 0 || other.length === 0) return true;
  const shared = own.filter((key) => other.includes(key));
  if (shared.length > 0) return shared.some((key) => works(engine, left, key) && works(engine, right, key));
  return own.some((key) => works(engine, left, key)) && other.some((key) => works(engine, right, key));
}

/** Whether a split stands between two nodes, whichever side each is on. */
function isCut(left: ReadonlySet<string>, right: ReadonlySet<string>, a: string, b: string): boolean {
  return (left.has(a) && right.has(b)) || (left.has(b) && right.has(a));
}

/**
 * Whether a node reaches a witness that is no disk: over a network that serves clients, or any where it has no such
 * network (semantics 5.1 says no more than where the share may be). An isolated node has lost all that are the cluster's.
 */
export function reachesShare(engine: Engine, node: NodeRun): boolean {
  const { cluster, faults } = engine;
  const { heartbeats, witness } = attachments(cluster, node.node);
  const isolated = faults.isolated.has(node.node.key);
  if (witness.length === 0) return !isolated;
  return witness.some((key) => works(engine, node, key) && !(isolated && heartbeats.includes(key)));
}
