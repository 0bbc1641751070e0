import type { Cluster } from '../model/cluster';
import type { Group, VirtualMachine } from '../model/elements';
import { possibleOwners } from '../model/owners';
import { startingMachines } from '../model/start';

/** A virtual machine that should run, and its group. */
export interface Counted {
  readonly machine: VirtualMachine;
  readonly group: Group;
}

/** What is left of a group that one node alone may own has a rule of its own (language.md, Settled readings, tolerates). */
const fewestOwners = 2;

/**
 * The virtual machines a claim of tolerance is about: those in groups that should run and that more than one node may own
 * (language.md, Settled readings). In the order of the file.
 */
export function countedMachines(cluster: Cluster): readonly Counted[] {
  return cluster.groups.all.flatMap((group) => {
    const machines = startingMachines(group);
    if (machines.length === 0 || possibleOwners(cluster, group).length < fewestOwners) return [];
    return machines.map((machine) => ({ machine, group }));
  });
}
