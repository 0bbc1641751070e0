import { standingOf } from '../../diagram/standing';
import { sizeUnits } from '../../language/schema/units';
import { changedBetween } from '../../language/row';
import type { Cluster } from '../../model/cluster';
import { machinesOf, shouldRun } from '../../model/owners';
import type { Group, VirtualMachine } from '../../model/elements';

/** What was left on the nodes of one version of a design, and by whom the rest was taken. */
interface Booked {
  readonly groups: readonly Group[];
  readonly machines: readonly VirtualMachine[];
  readonly free: ReadonlyMap<string, number>;
  /** Of what is taken on each node, what its groups take with them when they move. */
  readonly moving: ReadonlyMap<string, number>;
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
  return { groups: [], machines: [], free: new Map(free), moving: new Map() };
}

function bookedIn(cluster: Cluster, before: Booked): Booked {
  const groups = cluster.groups.all;
  const machines = cluster.virtualMachines.all;
  const free = new Map(before.free);
  const moving = new Map(before.moving);
  const give = (key: string | undefined, bytes: number): void => {
    const left = key === undefined ? undefined : free.get(key);
    if (key !== undefined && left !== undefined) free.set(key, left + bytes);
  };
  const standing = standingOf(cluster, undefined);
  const count = (sign: number, some: readonly Group[], others: readonly VirtualMachine[]): void => {
    for (const group of some) {
      if (!shouldRun(group)) continue;
      const owner = standing.ownerOf(group)?.toLowerCase();
      const bytes = memoryOf(machinesOf(group));
      give(owner, sign * bytes);
      if (owner !== undefined) moving.set(owner, (moving.get(owner) ?? 0) - sign * bytes);
    }
    for (const machine of others) {
      if (machine.group === '') give(machine.values.host?.key, sign * memoryOf([machine]));
    }
  };
  const changedGroups = changedBetween(before.groups, groups);
  const changedMachines = changedBetween(before.machines, machines);
  count(1, changedGroups.old, changedMachines.old);
  count(-1, changedGroups.fresh, changedMachines.fresh);
  return { groups, machines, free, moving };
}

/**
 * Bytes left on each node, by its key, when a run starts: its memory less the reserve and less the running virtual machines of
 * the groups it owns and of those it hosts outside groups (semantics 8.5). Below 0 where they do not fit.
 */
export function freeMemory(cluster: Cluster): ReadonlyMap<string, number> {
  return book(cluster).free;
}

function book(cluster: Cluster): Booked {
  const booked = bookedIn(cluster, known.get(cluster.nodes) ?? emptyNodes(cluster));
  known.set(cluster.nodes, booked);
  return booked;
}

/** What the failure of a node comes to, in bytes. */
export interface AfterFailure {
  /** What the virtual machines of its groups need elsewhere. */
  readonly needed: number;
  /** What the other nodes that are up have free together before. */
  readonly free: number;
}

/**
 * What the failure of each node comes to, by its key: whether the others have enough memory together. Necessary, not enough: who
 * finds a place where is for the simulation to say. Empty where the memory of a node is not given, or where there is one node only.
 */
export function afterFailures(cluster: Cluster): ReadonlyMap<string, AfterFailure> {
  const nodes = cluster.nodes.all.filter(({ values }) => values.state === 'up');
  if (nodes.length < 2 || nodes.some(({ values }) => values.memory === undefined)) return new Map();
  const { free, moving } = book(cluster);
  const total = nodes.reduce((sum, { key }) => sum + (free.get(key) ?? 0), 0);
  return new Map(
    nodes.map(({ key }) => [key, { needed: moving.get(key) ?? 0, free: total - (free.get(key) ?? 0) }] as const),
  );
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
