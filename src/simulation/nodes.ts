import { cancel, isActive, isUp, record, schedule } from './engine';
import type { Engine, NodeRun } from './engine';
import { countVotesSoon, formCluster, placeStranded } from './clusterRun';
import { recordPlacement } from './failover';
import { failBackTo } from './failback';
import { beginMove } from './groups';
import { heartbeatOf } from './heartbeat';
import { goDown, nodeComesUp, setNodeState, startLocalMachine } from './nodeState';
import { place } from './placement';
import { neededOf, quorumSetup } from './votes';
import { recount, tallyOf, voters } from './quorum';
import { inPlacementOrder } from './strandedGroups';
import { sayDuration } from './words';

/** An action that has no effect, and why. */
export function refuse(engine: Engine, node: NodeRun, cause: number, why: string): void {
  record(engine, {
    kind: 'node',
    subject: node.subject,
    node: node.subject.name,
    cause,
    text: `${node.subject.name} ${why}`,
    details: { refused: true },
  });
}

function removeMember(engine: Engine, node: NodeRun, cause: number, text: string): void {
  cancel(node.detection);
  node.member = false;
  const id = record(engine, {
    kind: 'membership',
    subject: node.subject,
    node: node.subject.name,
    cause,
    text,
    sets: [{ subject: node.subject, property: 'present', value: false }],
  });
  node.lastEvent = id;
  engine.epoch += 1;
  for (const group of node.incoming) engine.dirty.add(group);
  countVotesSoon(engine, id);
  placeStranded(engine, id);
}

function planDetection(engine: Engine, node: NodeRun, cause: number): void {
  const others = voters(engine).map((other) => other.node);
  const { delay, threshold } = heartbeatOf(engine.cluster, node.node, others);
  const regroup = engine.cluster.settings?.values.regroup_time ?? 0;
  const regrouped = regroup > 0 ? ` after a regroup of ${sayDuration(regroup)}` : '';
  const text = `${node.subject.name} missed ${threshold} heartbeats and is held dead${regrouped}`;
  node.detection = schedule(engine, delay * threshold + regroup, { class: 'membership', node: node.node.id }, () => {
    if (engine.running && node.member) removeMember(engine, node, cause, text);
  });
}

/** The node loses power: what runs there ends now; the others know when they have missed its heartbeats (semantics 4.1). */
export function failNode(engine: Engine, node: NodeRun, cause: number): void {
  if (!node.powered) {
    refuse(engine, node, cause, 'has no power already');
    return;
  }
  const wasUp = isUp(node);
  cancel(node.boot);
  node.powered = false;
  node.service = 'stopped';
  engine.epoch += 1;
  const event = goDown(engine, node, cause, `${node.subject.name} loses power`);
  if (!wasUp) return;
  planDetection(engine, node, event);
  countVotesSoon(engine, event);
}

function join(engine: Engine, node: NodeRun, cause: number): void {
  engine.epoch += 1;
  if (!engine.running) {
    node.service = 'waiting';
    formCluster(engine, cause);
    return;
  }
  if (node.member) removeMember(engine, node, cause, `${node.subject.name} has lost its state and joins anew`);
  const event = nodeComesUp(engine, node, cause);
  countVotesSoon(engine, event);
  placeStranded(engine, event);
  failBackTo(engine, node, event);
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

/** The cluster service starts again on a node that has power. */
export function startNode(engine: Engine, node: NodeRun, cause: number): void {
  if (!node.powered) refuse(engine, node, cause, 'has no power: its cluster service cannot start');
  else if (isUp(node)) refuse(engine, node, cause, 'runs its cluster service already');
  else join(engine, node, cause);
}

/** The cluster service starts on the node without quorum, and with it on all nodes that wait (semantics 5.5). */
export function forceQuorum(engine: Engine, node: NodeRun, cause: number): void {
  if (!node.powered) refuse(engine, node, cause, 'has no power: its cluster service cannot start');
  else if (engine.running) refuse(engine, node, cause, 'need not force quorum: the cluster runs');
  else {
    node.service = 'waiting';
    engine.epoch += 1;
    formCluster(engine, cause, true);
  }
}

function wouldBreakQuorum(engine: Engine, node: NodeRun): boolean {
  const others = voters(engine).filter((other) => other !== node);
  if (quorumSetup(engine.cluster).dynamic) return others.length === 0;
  const { votes, present } = tallyOf(engine, others);
  return others.length === 0 || present < neededOf(votes);
}

function sendGroupsAway(engine: Engine, node: NodeRun, cause: number): void {
  for (const group of inPlacementOrder(engine, node.groups)) {
    if (group.move) continue;
    group.tried.clear();
    const question = { trigger: 'node failure' } as const;
    const placement = place(engine, group, question);
    if (!placement.target) {
      group.stopping = true;
      group.cause = cause;
      engine.dirty.add(group);
      continue;
    }
    const text = `Group ${group.subject.name} goes to ${placement.target.subject.name}, since its node is being stopped`;
    const event = recordPlacement(engine, group, placement, { question, cause, text });
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
    node.member = false;
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
  setNodeState(engine, node, 'paused', cause, `${node.subject.name} is paused and takes no further groups`);
}

/** The node takes groups again. */
export function resumeNode(engine: Engine, node: NodeRun, cause: number): void {
  if (!isUp(node) || !node.paused) {
    refuse(engine, node, cause, node.paused ? 'is not up' : 'is not paused');
    return;
  }
  node.paused = false;
  engine.epoch += 1;
  const event = setNodeState(engine, node, 'up', cause, `${node.subject.name} takes groups again`);
  engine.roomMade = event;
  placeStranded(engine, event);
  failBackTo(engine, node, event);
}
