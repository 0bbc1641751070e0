import { isActive, rankOf, record, schedule } from './engine';
import type { Engine, GroupRun, LiveMove, NodeRun, ResourceRun } from './engine';
import { endLiveMove } from './groups';
import { book } from './load';
import { inContact } from './networks';
import { setIncoming, setOwner } from './ownership';
import type { RuleId } from './rules';
import { standingOf } from './standing';
import { timings } from './timings';
import { liveTime } from './transitionTimes';
import { sayDuration } from './words';

const movesLive = new Set(['virtual_machine', 'virtual_machine_configuration', 'physical_disk', 'storage_class']);

function runningMachines(group: GroupRun): readonly ResourceRun[] {
  return group.resources.filter(({ part, state }) => part.machine && state === 'online');
}

/**
 * Whether the group can move live: its release has it, a virtual machine runs, nothing is on its way, and nothing else in
 * the group would be interrupted (semantics 7.4; language.md, Settled readings, Move).
 */
export function canMoveLive(engine: Engine, group: GroupRun): boolean {
  if (!engine.cluster.profile.liveMigration || runningMachines(group).length === 0) return false;
  const active = group.resources.filter(isActive);
  return active.every(({ state, part }) => state === 'online' && movesLive.has(part.resource.kind));
}

/** Why the processors of the two nodes stand in the way; undefined if they do not (semantics 7.4). */
export function processorObstacle(from: NodeRun, to: NodeRun): string | undefined {
  const left = from.node.values.processor_vendor;
  const right = to.node.values.processor_vendor;
  if (left === undefined || right === undefined || left === right) return undefined;
  return `its processors are not of the make of those in ${from.subject.name}`;
}

function finish(engine: Engine, group: GroupRun, target: NodeRun, cause: number): void {
  if (group.owner && !inContact(engine, group.owner, target)) {
    giveUpLiveMove(engine, group, cause);
    return;
  }
  endLiveMove(group);
  const moved = setOwner(engine, group, target, cause);
  for (const resource of runningMachines(group)) {
    resource.lastEvent = record(engine, {
      kind: 'resource',
      subject: resource.subject,
      node: target.subject.name,
      cause: moved,
      text: `${resource.subject.name} goes on running on ${target.subject.name}`,
      details: { pause_ms: timings.livePause },
    });
  }
}

/** Live migrations under way between two nodes, in either direction. */
function migrationsBetween(one: NodeRun, other: NodeRun): number {
  const from = (source: NodeRun, target: NodeRun): number =>
    [...source.groups].filter(({ live }) => live?.task !== undefined && live.target === target).length;
  return from(one, other) + from(other, one);
}

/** Whether a live migration may begin now, beside those that are under way (semantics 7.4; from 2012 on others wait, S60). */
export function hasTurn(engine: Engine, source: NodeRun, target: NodeRun): boolean {
  const { liveMigrationsAtOnce, liveMigrationsPer } = engine.cluster.profile;
  if (liveMigrationsPer === 'pair') return migrationsBetween(source, target) < liveMigrationsAtOnce;
  return source.migrations < liveMigrationsAtOnce && target.migrations < liveMigrationsAtOnce;
}

function copy(engine: Engine, group: GroupRun, source: NodeRun, live: LiveMove): void {
  const { target } = live;
  const machines = runningMachines(group);
  const duration = machines.reduce((sum, { part }) => sum + (part.machine ? liveTime(part.machine) : 0), 0);
  const started = record(engine, {
    kind: 'group',
    subject: group.subject,
    node: source.subject.name,
    cause: live.cause,
    text: `The live migration of ${group.subject.name} to ${target.subject.name} begins; it takes ${sayDuration(duration)}`,
    details: { target: target.subject.name, duration_ms: duration },
  });
  const first = machines[0];
  const rank = first ? rankOf(first) : { class: 'resource' as const };
  live.task = schedule(engine, duration, rank, () => {
    finish(engine, group, target, started);
  });
  source.migrations += 1;
  target.migrations += 1;
}

function waitForTurn(engine: Engine, group: GroupRun, target: NodeRun, cause: number): void {
  const rule: RuleId = 'live-migrations-at-once';
  engine.liveWaiting.add(group);
  record(engine, {
    kind: 'group',
    subject: group.subject,
    node: group.owner?.subject.name,
    cause,
    text: `The live migration of ${group.subject.name} to ${target.subject.name} waits for its turn`,
    details: { target: target.subject.name, rule },
  });
}

/**
 * Begins a live migration, or sets it waiting for its turn: the machines go on running on the source until their memory is
 * copied (semantics 7.4, 7.5).
 */
export function beginLiveMove(engine: Engine, group: GroupRun, target: NodeRun, cause: number): void {
  const { owner } = group;
  if (!owner) return;
  setIncoming(group, target);
  group.live = { target, cause, task: undefined };
  book(group);
  if (hasTurn(engine, owner, target)) copy(engine, group, owner, group.live);
  else waitForTurn(engine, group, target, cause);
}

/** A live migration ends before its time: the group goes on where it was (semantics 7.4). */
export function giveUpLiveMove(engine: Engine, group: GroupRun, cause: number): void {
  const target = group.live?.target.subject.name ?? '';
  endLiveMove(group);
  book(group);
  engine.dirty.add(group);
  record(engine, {
    kind: 'group',
    subject: group.subject,
    node: group.owner?.subject.name,
    cause,
    text: `The live migration of ${group.subject.name} to ${target} is given up; it goes on where it was`,
  });
}

/** Live migrations whose turn has come begin, in the order in which they were asked for; what cannot any longer is given up. */
export function continueLiveMoves(engine: Engine): void {
  for (const group of [...engine.liveWaiting]) {
    const { live, owner } = group;
    const waits = live !== undefined && live.task === undefined && owner !== undefined;
    if (waits && standingOf(live.target) === undefined && canMoveLive(engine, group)) {
      if (!hasTurn(engine, owner, live.target)) continue;
      copy(engine, group, owner, live);
    } else if (waits) giveUpLiveMove(engine, group, live.target.lastEvent ?? live.cause);
    engine.liveWaiting.delete(group);
  }
}
