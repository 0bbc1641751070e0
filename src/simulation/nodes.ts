import { cancel, isActive, isUp, schedule } from './engine';
import type { Engine, NodeRun } from './engine';
import { countVotesSoon, formCluster } from './clusterRun';
import { contactChanged } from './contact';
import { stopDrain } from './drain';
import { recordPlacement } from './failover';
import { failBackTo } from './failback';
import { beginMove } from './groups';
import { join } from './membership';
import { goDown, nodeLeft, refuse, setNodeState, startLocalMachine } from './nodeState';
import { place } from './placement';
import { placeStranded } from './placeStranded';
import { leaveQuarantine } from './quarantine';
import type { RuleId } from './rules';
import { neededOf, quorumSetup } from './votes';
import { recount, tallyOf, voters } from './quorum';
import { inPlacementOrder } from './strandedGroups';

/** The node is not heard any more; the others notice when they have missed enough heartbeats (semantics 4.1). */
export function fallSilent(engine: Engine, node: NodeRun, cause: number): void {
  node.silentSince = engine.now;
  contactChanged(engine, cause);
}

/** The node loses power: what runs there ends now; the others know when they have missed its heartbeats (semantics 4.1). */
export function failNode(engine: Engine, node: NodeRun, cause: number, how = 'loses power'): void {
  if (!node.powered) {
    refuse(engine, node, cause, 'has no power already');
    return;
  }
  const wasUp = isUp(node);
  cancel(node.boot);
  node.powered = false;
  node.service = 'stopped';
  engine.epoch += 1;
  const event = goDown(engine, node, cause, `${node.subject.name} ${how}`);
  if (!wasUp) {
    placeStranded(engine, event);
    return;
  }
  fallSilent(engine, node, event);
  countVotesSoon(engine, event);
}

/** The node has power again; its cluster service is back after boot_time (language.md, Settled readings, Times). */
export function repairNode(engine: Engine, node: NodeRun, cause: number): void {
  if (node.powered) {
    refuse(engine, node, cause, 'has not failed');
    return;
  }
  node.powered = true;
  const boot = node.node.values.boot_time;
  const back = (): void => {
    for (const local of engine.localMachines) if (local.host === node) startLocalMachine(engine, local, cause);
    join(engine, node, cause);
  };
  if (boot === 0) back();
  else node.boot = schedule(engine, boot, { class: 'membership', node: node.node.id }, back);
}

/** The cluster service starts again on a node that has power; that also ends its quarantine (semantics 4.4, S02). */
export function startNode(engine: Engine, node: NodeRun, cause: number): void {
  if (!node.powered) refuse(engine, node, cause, 'has no power: its cluster service cannot start');
  else if (isUp(node)) refuse(engine, node, cause, 'runs its cluster service already');
  else if (node.apart === 'isolated')
    refuse(engine, node, cause, 'is isolated: it joins when it hears the others again');
  else {
    endQuarantine(engine, node, cause);
    join(engine, node, cause);
  }
}

/** A quarantine that an administrator ends before its time. */
function endQuarantine(engine: Engine, node: NodeRun, cause: number): void {
  if (node.apart === 'quarantined')
    setNodeState(engine, node, 'down', cause, `${node.subject.name} is quarantined no longer`);
  leaveQuarantine(node);
}

/** The cluster service starts on the node without quorum, and with it on all nodes that wait (semantics 5.5). */
export function forceQuorum(engine: Engine, node: NodeRun, cause: number): void {
  if (!node.powered) refuse(engine, node, cause, 'has no power: its cluster service cannot start');
  else if (engine.running) refuse(engine, node, cause, 'need not force quorum: the cluster runs');
  else {
    endQuarantine(engine, node, cause);
    node.service = 'waiting';
    engine.epoch += 1;
    formCluster(engine, cause, node);
  }
}

/** Whether the cluster would stop if the node left in order (semantics 5.5). */
export function wouldBreakQuorum(engine: Engine, node: NodeRun): boolean {
  const others = voters(engine).filter((other) => other !== node);
  if (quorumSetup(engine.cluster).dynamic) return others.length === 0;
  const { votes, present } = tallyOf(engine, others);
  return others.length === 0 || present < neededOf(votes);
}

function sendGroupsAway(engine: Engine, node: NodeRun, cause: number): void {
  for (const group of inPlacementOrder(engine, node.groups)) {
    if (group.move) continue;
    group.tried.clear();
    const placement = place(engine, group, { trigger: 'node failure' });
    if (!placement.target) {
      group.stopping = true;
      group.cause = cause;
      engine.dirty.add(group);
      continue;
    }
    const text = `Group ${group.subject.name} goes to ${placement.target.subject.name}, since its node is being stopped`;
    const event = recordPlacement(engine, group, placement, { cause, text });
    beginMove(engine, group, placement.target, event);
  }
}

/** Clean stop of the cluster service: vote handed over, groups sent away in order, then the node leaves (semantics 4.1, 5.3). */
export function stopNode(engine: Engine, node: NodeRun, cause: number): void {
  if (!isUp(node)) {
    refuse(engine, node, cause, 'does not run its cluster service');
    return;
  }
  if (wouldBreakQuorum(engine, node)) {
    refuse(engine, node, cause, 'is not stopped: the cluster would lose its quorum');
    return;
  }
  const before = tallyOf(engine, voters(engine));
  node.leaving = true;
  node.lastEvent = cause;
  engine.epoch += 1;
  recount(engine, cause, before);
  sendGroupsAway(engine, node, cause);
}

/** A node that is being stopped leaves once nothing runs on it any more. */
export function leaveWhenEmpty(engine: Engine): void {
  for (const node of engine.nodes.values()) {
    if (!node.leaving) continue;
    if ([...node.groups].some((group) => group.move ?? group.resources.some(isActive))) continue;
    const causes = [...node.groups].map(({ cause }) => cause ?? 0);
    node.service = 'stopped';
    nodeLeft(engine, node);
    const cause = Math.max(node.lastEvent ?? 0, ...causes);
    const event = goDown(engine, node, cause, `${node.subject.name} stops its cluster service`);
    countVotesSoon(engine, event);
    placeStranded(engine, event);
  }
}

/** The node takes no further groups; it keeps those it has, and its vote (semantics 4.3). */
export function pauseNode(engine: Engine, node: NodeRun, cause: number): void {
  if (!isUp(node) || node.paused) {
    refuse(engine, node, cause, node.paused ? 'is paused already' : 'is not up');
    return;
  }
  node.paused = true;
  const rule: RuleId = 'paused-keeps-vote';
  const text = `${node.subject.name} is paused and takes no further groups`;
  setNodeState(engine, node, 'paused', cause, text, { details: { rule } });
}

/** The node takes groups again. */
export function resumeNode(engine: Engine, node: NodeRun, cause: number): void {
  if (!isUp(node) || !node.paused) {
    refuse(engine, node, cause, node.paused ? 'is not up' : 'is not paused');
    return;
  }
  node.paused = false;
  engine.epoch += 1;
  stopDrain(engine, node, cause);
  const rule: RuleId = 'resume-by-policy';
  const event = setNodeState(engine, node, 'up', cause, `${node.subject.name} takes groups again`, {
    details: { rule },
  });
  engine.roomMade = event;
  placeStranded(engine, event);
  failBackTo(engine, node, event);
}
