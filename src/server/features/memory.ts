import { sizeUnits } from '../../language/schema/units';
import type { Cluster } from '../../model/cluster';
import { machinesOf, shouldRun } from '../../model/owners';
import type { VirtualMachine } from '../../model/elements';
import { ownersAtStart } from '../owners';

const known = new WeakMap<Cluster, ReadonlyMap<string, number>>();

function memoryOf(machines: readonly VirtualMachine[]): number {
  return machines
    .filter(({ values }) => values.state === 'running')
    .reduce((sum, { values }) => sum + (values.memory ?? 0), 0);
}

/**
 * Bytes left on each node, by its key, when a run starts: its memory less the reserve and less the running virtual machines of
 * the groups it owns and of those it hosts outside groups (semantics 8.5). Below 0 where they do not fit.
 */
export function freeMemory(cluster: Cluster): ReadonlyMap<string, number> {
  const made = known.get(cluster) ?? computeFree(cluster);
  known.set(cluster, made);
  return made;
}

function computeFree(cluster: Cluster): ReadonlyMap<string, number> {
  const free = new Map(
    cluster.nodes.all.map(({ key, values }) => [key, (values.memory ?? 0) - values.memory_reserve] as const),
  );
  const take = (key: string | undefined, bytes: number): void => {
    const left = key === undefined ? undefined : free.get(key);
    if (key !== undefined && left !== undefined) free.set(key, left - bytes);
  };
  for (const [group, owner] of ownersAtStart(cluster)) {
    if (shouldRun(group)) take(owner.toLowerCase(), memoryOf(machinesOf(group)));
  }
  for (const machine of cluster.virtualMachines.all) {
    if (machine.group === '') take(machine.values.host?.key, memoryOf([machine]));
  }
  return free;
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
