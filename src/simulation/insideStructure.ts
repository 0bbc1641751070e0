import type { Cluster } from '../model/cluster';
import type { Ref } from '../model/values';

/** Positions of the guest clusters and farms that something concerns. */
export interface Concerned {
  readonly guests: readonly number[];
  readonly farms: readonly number[];
}

interface Positions {
  readonly guests: number[];
  readonly farms: number[];
}

/**
 * The guest clusters and farms by the names of what concerns them: the virtual machines that are their members, the groups
 * those are in, and the applications in them. A name that several kinds of things bear concerns them all.
 */
export function concernedByName(cluster: Cluster): ReadonlyMap<string, Concerned> {
  const names = new Map<string, Positions>();
  const note = (name: string, kind: keyof Positions, position: number): void => {
    const found = names.get(name) ?? { guests: [], farms: [] };
    names.set(name, found);
    if (found[kind].at(-1) !== position) found[kind].push(position);
  };
  const noteMembers = (members: readonly Ref[] | undefined, kind: keyof Positions, position: number): void => {
    for (const { key } of members ?? []) {
      const machine = cluster.virtualMachines.get(key);
      if (!machine) continue;
      const group = cluster.groups.get(machine.group);
      const all = [machine, ...(group ? [group] : []), ...machine.workloads];
      for (const { name } of all) note(name, kind, position);
    }
  };
  for (const [position, { values }] of cluster.guestClusters.all.entries())
    noteMembers(values.members, 'guests', position);
  for (const [position, { values }] of cluster.nlbClusters.all.entries())
    noteMembers(values.members, 'farms', position);
  return names;
}
