import { isActive, rankOf, record, schedule } from './engine';
import type { Engine, GroupRun, NodeRun, ResourceRun } from './engine';
import { endLiveMove } from './groups';
import { setIncoming, setOwner } from './ownership';
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

/** Begins a live migration: the machines go on running on the source until their memory is copied (semantics 7.4, 7.5). */
export function beginLiveMove(engine: Engine, group: GroupRun, target: NodeRun, cause: number): void {
  const machines = runningMachines(group);
  const duration = machines.reduce((sum, { part }) => sum + (part.machine ? liveTime(part.machine) : 0), 0);
  const started = record(engine, {
    kind: 'group',
    subject: group.subject,
    node: group.owner?.subject.name,
    cause,
    text: `The live migration of ${group.subject.name} to ${target.subject.name} begins; it takes ${sayDuration(duration)}`,
    details: { target: target.subject.name, duration_ms: duration },
  });
  const first = machines[0];
  const rank = first ? rankOf(first) : { class: 'resource' as const };
  const task = schedule(engine, duration, rank, () => {
    finish(engine, group, target, started);
  });
  setIncoming(group, target);
  group.live = { target, cause: started, task };
}
