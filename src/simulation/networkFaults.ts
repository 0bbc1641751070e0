import type { Network } from '../model/elements';
import { contactChanged } from './contact';
import { reviewWitness } from './clusterRun';
import { record, subjectOf } from './engine';
import type { Engine, NodeRun } from './engine';
import { carriesHeartbeats, heartbeatNetworks, linkKey } from './networks';
import { refuse } from './nodeState';

function isAttached({ node }: NodeRun, { key }: Network): boolean {
  return node.values.networks?.some((ref) => ref.key === key) ?? true;
}

/** Whether some interfaces of a network that works cannot reach the others (semantics 4.3, Network states). */
function isPartitioned(engine: Engine, network: Network): boolean {
  const { links, isolated, splits } = engine.faults;
  const nodes = [...engine.nodes.values()].filter((node) => isAttached(node, network));
  const keys = nodes.map(({ node }) => node.key);
  if (keys.some((key) => links.has(linkKey(key, network.key)))) return true;
  const isOfCluster = nodes.some(({ node }) => heartbeatNetworks(engine.cluster, node).includes(network.key));
  if (isOfCluster && keys.some((key) => isolated.has(key))) return true;
  return splits.some(({ left, right }) => keys.some((key) => left.has(key)) && keys.some((key) => right.has(key)));
}

type NetworkWord = 'up' | 'down' | 'partitioned';

const sentences: Readonly<Record<NetworkWord, string>> = {
  up: 'works again on all its nodes',
  down: 'fails',
  partitioned: 'no longer reaches all its nodes',
};

/** Notes the states of networks that are different now; gives the last event, or `cause`. */
function noteNetworks(engine: Engine, cause: number): number {
  let last = cause;
  for (const network of engine.cluster.networks.all) {
    const works: NetworkWord = isPartitioned(engine, network) ? 'partitioned' : 'up';
    const to = engine.faults.networks.has(network.key) ? 'down' : works;
    const subject = subjectOf('network', network.name);
    const from = engine.recorder.state.get('network', network.name, 'state');
    if (from === to) continue;
    last = record(engine, {
      kind: 'network',
      subject,
      ...(typeof from === 'string' ? { from } : {}),
      to,
      cause,
      text: `The network ${network.name} ${sentences[to]}`,
      sets: [{ subject, property: 'state', value: to }],
    });
  }
  return last;
}

/** What follows once a network, a connection or a partition is different: who hears whom, and who reaches the witness. */
export function followNetworks(engine: Engine, cause: number, carries = true): void {
  engine.epoch += 1;
  engine.guests.touchAll();
  const event = noteNetworks(engine, cause);
  reviewWitness(engine, event);
  if (carries) contactChanged(engine, event);
}

function refuseNetwork(engine: Engine, name: string, cause: number, why: string): void {
  const subject = subjectOf('network', name);
  record(engine, { kind: 'network', subject, cause, text: `${name} ${why}`, details: { refused: true } });
}

/** The network fails, or is repaired; nodes that share no other cluster network no longer hear each other (semantics 4.1). */
export function setNetworkFault(engine: Engine, key: string, failed: boolean, cause: number): void {
  const { networks } = engine.faults;
  const network = engine.cluster.networks.get(key);
  if (!network || networks.has(key) === failed) {
    refuseNetwork(engine, network?.name ?? key, cause, failed ? 'has failed already' : 'has not failed');
    return;
  }
  if (failed) networks.add(key);
  else networks.delete(key);
  followNetworks(engine, cause, carriesHeartbeats(network));
}

/** The node loses its connection to a network, or has it again. */
export function setLinkFault(engine: Engine, node: NodeRun, network: string, failed: boolean, cause: number): void {
  const found = engine.cluster.networks.get(network);
  const key = linkKey(node.node.key, network);
  const { links } = engine.faults;
  if (!found || !isAttached(node, found)) refuse(engine, node, cause, `is not connected to ${found?.name ?? network}`);
  else if (links.has(key) === failed) {
    refuse(engine, node, cause, `${failed ? 'has lost' : 'has'} its connection to ${found.name} already`);
  } else {
    if (failed) links.add(key);
    else links.delete(key);
    followNetworks(engine, cause, carriesHeartbeats(found));
  }
}

/** The node loses every cluster network (language.md, Scenario statements). */
export function isolateNode(engine: Engine, node: NodeRun, cause: number): void {
  const { isolated } = engine.faults;
  if (isolated.has(node.node.key)) {
    refuse(engine, node, cause, 'has lost its cluster networks already');
    return;
  }
  isolated.add(node.node.key);
  followNetworks(engine, cause);
}

/** The node regains every cluster network, those it was disconnected from by name included. */
export function rejoinNode(engine: Engine, node: NodeRun, cause: number): void {
  const { isolated, links } = engine.faults;
  const lost = heartbeatNetworks(engine.cluster, node.node)
    .map((network) => linkKey(node.node.key, network))
    .filter((key) => links.has(key));
  if (!isolated.has(node.node.key) && lost.length === 0) {
    refuse(engine, node, cause, 'has lost none of its cluster networks');
    return;
  }
  isolated.delete(node.node.key);
  for (const key of lost) links.delete(key);
  followNetworks(engine, cause);
}

function setOf(nodes: readonly NodeRun[]): ReadonlySet<string> {
  return new Set(nodes.map(({ node }) => node.key));
}

/** Two sets of nodes can no longer reach each other, over any network (semantics 4.5). A node on both sides is on neither. */
export function partitionNodes(
  engine: Engine,
  left: readonly NodeRun[],
  right: readonly NodeRun[],
  cause: number,
): void {
  const split = {
    left: setOf(left.filter((node) => !right.includes(node))),
    right: setOf(right.filter((node) => !left.includes(node))),
  };
  engine.faults.splits = [...engine.faults.splits, split];
  followNetworks(engine, cause);
}

/** All nodes reach each other again, as far as partitions go. */
export function healPartition(engine: Engine, cause: number): void {
  if (engine.faults.splits.length === 0) {
    const subject = subjectOf('cluster', engine.cluster.name);
    record(engine, {
      kind: 'network',
      subject,
      cause,
      text: 'There is no partition to heal',
      details: { refused: true },
    });
    return;
  }
  engine.faults.splits = [];
  followNetworks(engine, cause);
}
