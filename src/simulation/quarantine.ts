import { clusterBlocks } from '../language/schema/cluster';
import { cancel, schedule } from './engine';
import type { Engine, NodeRun } from './engine';
import { setNodeState } from './nodeState';
import type { RuleId } from './rules';
import { timings } from './timings';
import { sayDuration } from './words';

/** Lets a node join that waits to. */
export type Rejoin = (engine: Engine, node: NodeRun, cause: number) => void;

const { quarantine_threshold, quarantine_duration } = clusterBlocks.cluster.attributes;
const rule: RuleId = 'quarantine-after-isolation';

/** The node is isolated now; only isolations of the last hour count (semantics 4.4, S02). */
export function noteIsolation(engine: Engine, node: NodeRun): void {
  const since = engine.now - timings.hour;
  node.isolations = [...node.isolations.filter((time) => time > since), engine.now];
}

/** Whether the isolation that ends was one too many within an hour (semantics 4.4, A36; rule `quarantine-after-isolation`). */
export function isDueForQuarantine(engine: Engine, node: NodeRun): boolean {
  const threshold = engine.cluster.settings?.values.quarantine_threshold ?? quarantine_threshold.default;
  return node.apart === 'isolated' && node.isolations.length >= threshold;
}

/** The node may not join until its time is over; its virtual machines are moved (semantics 4.4). Gives the event. */
export function quarantine(engine: Engine, node: NodeRun, cause: number, rejoin: Rejoin): number {
  const duration = engine.cluster.settings?.values.quarantine_duration ?? quarantine_duration.default;
  const { name } = node.subject;
  const count = node.isolations.length;
  cancel(node.isolation);
  node.isolations = [];
  node.apart = 'quarantined';
  const text = `${name} is quarantined for ${sayDuration(duration)}: it was isolated ${count} times within an hour`;
  const id = setNodeState(engine, node, 'quarantined', cause, text, { details: { isolations: count, rule } });
  node.quarantine = schedule(engine, duration, { class: 'timer' }, () => {
    const over = setNodeState(engine, node, 'down', id, `The quarantine of ${name} is over`);
    leaveQuarantine(node);
    if (node.powered) rejoin(engine, node, over);
  });
  return id;
}

/** Its time is over, or somebody has started the node in spite of it. */
export function leaveQuarantine(node: NodeRun): void {
  cancel(node.quarantine);
  node.quarantine = undefined;
  node.apart = undefined;
}

/** Whether the node may not join yet; if it went down meanwhile, it is quarantined again. */
export function staysInQuarantine(engine: Engine, node: NodeRun, cause: number): boolean {
  if (!node.quarantine) return false;
  if (node.apart === 'quarantined') return true;
  node.apart = 'quarantined';
  node.service = 'waiting';
  setNodeState(engine, node, 'quarantined', cause, `${node.subject.name} is back and still quarantined`);
  return true;
}
