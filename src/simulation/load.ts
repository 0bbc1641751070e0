import { bytesPerMb } from './timings';
import { isActive } from './engine';
import type { Engine, GroupRun, NodeRun, ResourceRun } from './engine';
import { machineMb } from './structure';

/** Memory of a node for virtual machines, MB: all of it but the reserve of the parent partition (semantics 8.5). */
export function capacityMb({ node }: NodeRun): number {
  return Math.floor(((node.values.memory ?? 0) - node.values.memory_reserve) / bytesPerMb);
}

function sumOf(resources: readonly ResourceRun[], counts: (resource: ResourceRun) => boolean): number {
  return resources.reduce((sum, one) => sum + (one.part.machine && counts(one) ? machineMb(one.part.machine) : 0), 0);
}

function localMb(engine: Engine, node: NodeRun): number {
  return engine.localMachines
    .filter(({ host, active }) => host === node && active)
    .reduce((sum, { run }) => sum + machineMb(run.machine), 0);
}

/** Memory in MB that is left on a node beside the virtual machines that run, start or stop there. */
export function freeMb(engine: Engine, node: NodeRun): number {
  let used = localMb(engine, node);
  for (const group of node.groups) used += sumOf(group.resources, isActive);
  for (const group of node.incoming) if (group.live) used += sumOf(group.resources, isActive);
  return capacityMb(node) - used;
}

/** Memory in MB a group needs where it is to run: that of its virtual machines that should be online. */
export function neededMb(group: GroupRun): number {
  return sumOf(group.resources, (resource) => resource.wanted || isActive(resource));
}

/** Memory in MB left on a node when every group that is there or on its way there, `except` aside, runs (semantics 2.3). */
export function uncommittedMb(engine: Engine, node: NodeRun, except: GroupRun): number {
  let committed = localMb(engine, node);
  for (const group of new Set([...node.groups, ...node.incoming])) {
    if (group !== except && !group.queued) committed += neededMb(group);
  }
  return capacityMb(node) - committed;
}
