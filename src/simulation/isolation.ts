import { clusterBlocks } from '../language/schema/cluster';
import { cancel, record, schedule } from './engine';
import type { Engine, GroupRun, NodeRun, ResourceRun } from './engine';
import { endLiveMove } from './groups';
import { giveUpLiveMove } from './liveMigration';
import { pauseMachine } from './machinePause';
import { endDrain, goDown, nodeComesUp, setNodeState, terminateGroup } from './nodeState';
import { placeStranded } from './placeStranded';
import type { Tally } from './quorum';
import { isDueForQuarantine, noteIsolation, quarantine } from './quarantine';
import type { Rejoin } from './quarantine';
import type { Setting } from './recorder';
import type { RuleId } from './rules';
import { disksOfMachine } from '../model/owners';
import { sayDuration } from './words';

const offRule: RuleId = 'isolated-block-storage';

/** Time in ms a group may stay on an isolated node; 0 where it may not (semantics 4.4, S28, S29). */
function resiliencyPeriod(engine: Engine, group?: GroupRun): number {
  if (!engine.cluster.profile.computeResiliency) return 0;
  const whole = engine.cluster.settings?.values.resiliency_default_period;
  const unset = whole ?? clusterBlocks.cluster.attributes.resiliency_default_period.default;
  return group?.part.group.values.resiliency_period ?? unset;
}

/** Whether the group can go on without the cluster: a virtual machine of it runs, and nothing else but what it needs. */
function goesOn(group: GroupRun): boolean {
  return !group.move && group.machines.some(({ state }) => state === 'online');
}

function statusOf(group: GroupRun, value: 'unmonitored' | null): readonly Setting[] {
  const subjects = [group.subject, ...group.machines.map(({ subject }) => subject)];
  return subjects.map((subject) => ({ subject, property: 'status', value }));
}

/** Whether files of the machine are on storage that an isolated node cannot use: any but file shares (semantics 4.4). */
function isOnBlockStorage(engine: Engine, { part }: ResourceRun): boolean {
  if (!part.machine) return false;
  return disksOfMachine(engine.cluster, part.machine).some(
    ({ values }) => engine.cluster.storages.get(values.storage?.key)?.values.kind !== 'smb',
  );
}

function setPaused(engine: Engine, group: GroupRun, pause: boolean, cause: number): void {
  const node = group.owner?.subject.name ?? 'its node';
  const why = pause ? `${node} is isolated and its storage is not a file share` : `${node} has its storage again`;
  for (const machine of group.machines) {
    if (machine.state !== 'online' || !isOnBlockStorage(engine, machine)) continue;
    pauseMachine(engine, machine, pause, { cause, why, ...(pause ? { details: { rule: offRule } } : {}) });
  }
}

/** The period of a group is over and its node is not back: it is failed over like one whose node died (semantics 4.4). */
function expire(engine: Engine, group: GroupRun, cause: number): void {
  group.unmonitored = undefined;
  const id = record(engine, {
    kind: 'group',
    subject: group.subject,
    node: group.owner?.subject.name,
    cause,
    text: `The resiliency period of ${group.subject.name} is over: it is no longer left on ${group.owner?.subject.name ?? 'its node'}`,
    sets: statusOf(group, null),
  });
  terminateGroup(engine, group, id);
  placeStranded(engine, id);
}

function keep(engine: Engine, group: GroupRun, cause: number): void {
  const period = resiliencyPeriod(engine, group);
  if (group.live) endLiveMove(group);
  for (const resource of group.resources) cancel(resource.retry);
  const id = record(engine, {
    kind: 'group',
    subject: group.subject,
    node: group.owner?.subject.name,
    cause,
    text: `${group.subject.name} goes on unmonitored; it is failed over in ${sayDuration(period)} if its node is not back`,
    sets: statusOf(group, 'unmonitored'),
  });
  group.cause = id;
  group.unmonitored = schedule(engine, period, { class: 'timer', group: group.part.order }, () => {
    expire(engine, group, id);
  });
  setPaused(engine, group, true, id);
}

/** The longest that something of the node goes on: then it is isolated no longer. */
function lengthOf(engine: Engine, kept: readonly GroupRun[]): number {
  if (kept.length === 0) return resiliencyPeriod(engine);
  return Math.max(...kept.map((group) => resiliencyPeriod(engine, group)));
}

function endOfIsolation(engine: Engine, node: NodeRun, cause: number, rejoin: Rejoin): void {
  if (isDueForQuarantine(engine, node)) quarantine(engine, node, cause, rejoin);
  else goDown(engine, node, cause, `${node.subject.name} was isolated for too long and stops its cluster service`);
}

function isolate(engine: Engine, node: NodeRun, tally: Tally, cause: number, rejoin: Rejoin): number {
  const groups = [...node.groups].toSorted((left, right) => left.part.order - right.part.order);
  const kept = groups.filter((group) => goesOn(group) && resiliencyPeriod(engine, group) > 0);
  node.apart = 'isolated';
  node.leaving = false;
  endDrain(engine, node);
  noteIsolation(engine, node);
  const text = `${node.subject.name} is isolated: it hears ${tally.present} of ${tally.votes} votes`;
  const id = setNodeState(engine, node, 'isolated', cause, text, { details: { ...tally } });
  for (const group of [...node.incoming]) if (group.live) giveUpLiveMove(engine, group, id);
  for (const group of groups) {
    if (kept.includes(group)) keep(engine, group, id);
    else terminateGroup(engine, group, id);
  }
  node.isolation = schedule(engine, lengthOf(engine, kept), { class: 'timer', group: engine.groups.size }, () => {
    endOfIsolation(engine, node, id, rejoin);
  });
  return id;
}

/**
 * A node that runs and is no member any more, since it does not hear the side that goes on. From 2016 on it is isolated and
 * its virtual machines go on for a while; before, it stops its cluster service (semantics 4.4, 4.5). Gives the last event.
 */
export function cutOff(engine: Engine, node: NodeRun, tally: Tally, cause: number, rejoin: Rejoin): number {
  node.service = 'waiting';
  const periods = [
    resiliencyPeriod(engine),
    ...[...node.groups].filter(goesOn).map((group) => resiliencyPeriod(engine, group)),
  ];
  if (periods.some((period) => period > 0)) return isolate(engine, node, tally, cause, rejoin);
  const text = `${node.subject.name} stops its cluster service: ${tally.present} of ${tally.votes} votes are present on its side and ${tally.needed} are needed`;
  return goDown(engine, node, cause, text, { details: { ...tally } });
}

/** The groups that went on unmonitored on the node are the cluster's again, and what failed meanwhile is tried anew. */
export function takeBack(engine: Engine, node: NodeRun, cause: number): void {
  for (const group of node.groups) {
    if (!group.unmonitored) continue;
    cancel(group.unmonitored);
    group.unmonitored = undefined;
    const id = record(engine, {
      kind: 'group',
      subject: group.subject,
      node: node.subject.name,
      cause,
      text: `${group.subject.name} is monitored again`,
      sets: statusOf(group, null),
    });
    group.cause = id;
    setPaused(engine, group, false, id);
    for (const resource of group.resources) {
      if (resource.part.resource.values.restart_action !== 'none') resource.halted = false;
    }
    engine.dirty.add(group);
  }
}

/** The node is a member: its cluster service runs, and its groups are monitored again. Gives the event. */
export function admit(engine: Engine, node: NodeRun, cause: number): number {
  cancel(node.isolation);
  node.apart = undefined;
  const id = nodeComesUp(engine, node, cause);
  takeBack(engine, node, id);
  return id;
}
