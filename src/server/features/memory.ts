import { standingOf } from '../../diagram/standing';
import { sizeUnits } from '../../language/schema/units';
import { changedBetween } from '../../model/changed';
import type { Cluster } from '../../model/cluster';
import { machinesOf, shouldRun } from '../../model/owners';
import type { Group, VirtualMachine } from '../../model/elements';

/** What was left on the nodes of one version of a design, and by whom the rest was taken. */
interface Booked {
  readonly groups: readonly Group[];
  readonly machines: readonly VirtualMachine[];
  readonly free: ReadonlyMap<string, number>;
}

/** By the nodes, which stay the same object until one of them changes: the next version counts only what is new in it. */
const known = new WeakMap<Cluster['nodes'], Booked>();

function memoryOf(machines: readonly VirtualMachine[]): number {
  return machines
    .filter(({ values }) => values.state === 'running')
    .reduce((sum, { values }) => sum + (values.memory ?? 0), 0);
}

/** What nodes have for virtual machines before any is counted. */
function emptyNodes({ nodes }: Cluster): Booked {
  const free = nodes.all.map(({ key, values }) => [key, (values.memory ?? 0) - values.memory_reserve] as const);
  return { groups: [], machines: [], free: new Map(free) };
}

function bookedIn(cluster: Cluster, before: Booked): Booked {
  const groups = cluster.groups.all;
  const machines = cluster.virtualMachines.all;
  const free = new Map(before.free);
  const give = (key: string | undefined, bytes: number): void => {
    const left = key === undefined ? undefined : free.get(key);
    if (key !== undefined && left !== undefined) free.set(key, left + bytes);
  };
  const standing = standingOf(cluster, undefined);
  const count = (sign: number, some: readonly Group[], others: readonly VirtualMachine[]): void => {
    for (const group of some) {
      if (shouldRun(group)) give(standing.ownerOf(group)?.toLowerCase(), sign * memoryOf(machinesOf(group)));
    }
    for (const machine of others) {
      if (machine.group === '') give(machine.values.host?.key, sign * memoryOf([machine]));
    }
  };
  const changedGroups = changedBetween(before.groups, groups);
  const changedMachines = changedBetween(before.machines, machines);
  count(1, changedGroups.old, changedMachines.old);
  count(-1, changedGroups.fresh, changedMachines.fresh);
  return { groups, machines, free };
}

/**
 * Bytes left on each node, by its key, when a run starts: its memory less the reserve and less the running virtual machines of
 * the groups it owns and of those it hosts outside groups (semantics 8.5). Below 0 where they do not fit.
 */
export function freeMemory(cluster: Cluster): ReadonlyMap<string, number> {
  const booked = bookedIn(cluster, known.get(cluster.nodes) ?? emptyNodes(cluster));
  known.set(cluster.nodes, booked);
  return booked.free;
}

/** A size as people say it, with at most one decimal: `12 GB`, `1.5 TB`. */
export function saySize(bytes: number): string {
  const [unit, factor] = Object.entries(sizeUnits).find(([, one]) => Math.abs(bytes) >= one) ?? ['bytes', 1];
  return `${Math.round((bytes / factor) * 10) / 10} ${unit}`;
}

/** What is left on a node: `12 GB free`, or by how much its virtual machines do not fit. */
export function sayFree(bytes: number): string {
  return bytes < 0 ? `${saySize(-bytes)} too little` : `${saySize(bytes)} free`;
}
