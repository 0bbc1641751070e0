import { bytesPerMb } from './timings';
import { isActive } from './engine';
import type { Engine, GroupRun, NodeRun, ResourceRun } from './engine';
import { machineMb } from './structure';

/** Memory of a node for virtual machines, MB: all of it but the reserve of the parent partition (semantics 8.5). */
export function capacityMb({ node }: NodeRun): number {
  return Math.floor(((node.values.memory ?? 0) - node.values.memory_reserve) / bytesPerMb);
}

function sumOf({ machines }: GroupRun, counts: (resource: ResourceRun) => boolean): number {
  let sum = 0;
  for (const machine of machines) if (counts(machine)) sum += machine.part.memoryMb;
  return sum;
}

function localMb(engine: Engine, node: NodeRun): number {
  let sum = 0;
  for (const { host, active, run } of engine.localMachines) if (active && host === node) sum += machineMb(run.machine);
  return sum;
}

/** Memory in MB that is left on a node beside the virtual machines that run, start or stop there. */
export function freeMb(engine: Engine, node: NodeRun): number {
  let used = localMb(engine, node);
  for (const group of node.groups) used += sumOf(group, isActive);
  for (const group of node.incoming) if (group.live) used += sumOf(group, isActive);
  return capacityMb(node) - used;
}

/** Memory in MB a group needs where it is to run: that of its virtual machines that should be online. */
export function neededMb(group: GroupRun): number {
  return sumOf(group, (resource) => resource.wanted || isActive(resource));
}

/** Memory in MB left on a node when every group that is there or on its way there, `except` aside, runs (semantics 2.3). */
export function uncommittedMb(engine: Engine, node: NodeRun, except: GroupRun): number {
  let committed = localMb(engine, node);
  for (const groups of [node.groups, node.incoming]) {
    for (const group of groups) if (group !== except && !group.queued) committed += neededMb(group);
  }
  return capacityMb(node) - committed;
}
