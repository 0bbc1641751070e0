import { isUp, record } from './engine';
import type { Engine, GroupRun, NodeRun } from './engine';
import { recordPlacement } from './failover';
import { takeBack } from './isolation';
import { beginLiveMove, canMoveLive, giveUpLiveMove, processorObstacle } from './liveMigration';
import { moveGroup } from './moves';
import { endDrain, refuse, setNodeState, terminateGroup } from './nodeState';
import { place } from './placement';
import { placeStranded } from './placeStranded';
import type { RuleId } from './rules';
import { inPlacementOrder } from './strandedGroups';
import { listOf } from '../model/words';

const order: RuleId = 'drain-order';

/** The node is paused and its groups move to other nodes, running virtual machines live (semantics 2.3, Drain; 2012 and later). */
export function drainNode(engine: Engine, node: NodeRun, cause: number): void {
  if (!engine.cluster.profile.drains) {
    refuse(engine, node, cause, 'is not drained: that came with Windows Server 2012; pause it and move its groups');
  } else if (!isUp(node) || node.leaving) refuse(engine, node, cause, 'is not drained: it is not up');
  else if (node.drain) refuse(engine, node, cause, 'is being drained already');
  else {
    node.paused = true;
    engine.epoch += 1;
    const text = `${node.subject.name} is paused and drained: its groups move to other nodes`;
    const event = setNodeState(engine, node, 'paused', cause, text, { details: { drain: 'in progress', rule: order } });
    node.drain = { cause: event, stuck: new Set() };
    engine.draining.add(node);
  }
}

function isPending({ resources }: GroupRun): boolean {
  return resources.some(({ state }) => state === 'online_pending' || state === 'offline_pending');
}

/** Sends a group away, once; one that no other node can take stays. */
function sendAway(engine: Engine, group: GroupRun, node: NodeRun, cause: number, stuck: Set<GroupRun>): void {
  const why = `Group ${group.subject.name} leaves ${node.subject.name}, which is being drained`;
  moveGroup(engine, group, { target: undefined, mode: undefined, why, waits: true }, cause);
  if (!group.move && !group.live) stuck.add(group);
}

function endOfDrain(engine: Engine, node: NodeRun, cause: number, stuck: ReadonlySet<GroupRun>): void {
  const left = [...stuck].filter(({ owner }) => owner === node).map(({ subject }) => subject.name);
  endDrain(engine, node);
  record(engine, {
    kind: 'node',
    subject: node.subject,
    node: node.subject.name,
    cause: Math.max(cause, engine.roomMade ?? 0),
    text:
      left.length === 0
        ? `${node.subject.name} is drained`
        : `${node.subject.name} is not empty: ${listOf(left)} cannot leave it`,
    details: { drain: left.length === 0 ? 'completed' : 'failed' },
  });
}

/** Nodes that are being drained go on with it: what is at rest leaves, and when nothing is left on its way it is over. */
export function continueDrains(engine: Engine): void {
  for (const node of engine.draining) {
    const { drain } = node;
    if (!drain) continue;
    for (const group of inPlacementOrder(engine, node.groups)) {
      const rests = !group.move && !group.live && !group.queued && !isPending(group);
      if (rests && !drain.stuck.has(group)) sendAway(engine, group, node, drain.cause, drain.stuck);
    }
    const isDone = [...node.groups].every((group) => group.queued || drain.stuck.has(group));
    if (isDone) endOfDrain(engine, node, drain.cause, drain.stuck);
  }
}

/** Groups that have not begun to leave stay; those on their way go on (semantics 2.3). */
export function stopDrain(engine: Engine, node: NodeRun, cause: number): void {
  if (!node.drain) return;
  endDrain(engine, node);
  for (const group of node.groups) if (group.live && !group.live.task) giveUpLiveMove(engine, group, cause);
}

/**
 * The virtual machines that went on unmonitored on a node that is quarantined now are moved: live where they can be, else
 * they are failed over (semantics 4.4).
 */
export function evacuate(engine: Engine, node: NodeRun, cause: number): void {
  const groups = inPlacementOrder(engine, node.groups);
  takeBack(engine, node, cause);
  for (const group of groups) {
    const event = group.cause ?? cause;
    const placement = canMoveLive(engine, group) ? place(engine, group, { trigger: 'best possible' }) : undefined;
    const target = placement?.target;
    if (placement && target && processorObstacle(node, target) === undefined) {
      const text = `Group ${group.subject.name} leaves ${node.subject.name}, which is quarantined`;
      beginLiveMove(engine, group, target, recordPlacement(engine, group, placement, { cause: event, text }));
    } else terminateGroup(engine, group, event);
  }
  placeStranded(engine, cause);
}
