import { shouldRun } from '../../model/owners';
import { startingMachines, startingNode } from '../../model/start';
import { classesOf } from '../edits/anti-affinity';
import { elementsIn, groupsIn } from '../elements';
import { familyOf } from '../family';
import { memberRefs } from '../guests';
import type { FactTable } from './said';

/** What declarations say of virtual machines that should be apart. */
export interface AffinityFacts {
  /** By anti-affinity class in lower case: keys of the groups in it that should run. */
  readonly runningInClass: string;
  /** By family: keys of its virtual machines. */
  readonly families: string;
  /** By key of a node: the family of each virtual machine that runs there from the start. */
  readonly familiesOn: string;
  /** By key of a virtual machine: names of the guest clusters it is a node of. */
  readonly guestClusterOf: string;
  /** By key of a virtual machine: names of the load-balancing farms it is a host of. */
  readonly farmOf: string;
}

export const affinityFacts: FactTable<AffinityFacts> = {
  runningInClass: (bound) =>
    groupsIn(bound)
      .filter((group) => shouldRun(group))
      .flatMap((group) =>
        [...new Set(classesOf(group).map((name) => name.toLowerCase()))].map((name) => [name, group.key] as const),
      ),
  families: (bound) =>
    groupsIn(bound)
      .flatMap((group) => startingMachines(group))
      .flatMap(({ key }) => {
        const family = familyOf(key);
        return family === undefined ? [] : [[family, key] as const];
      }),
  familiesOn: (bound, { cluster }) =>
    groupsIn(bound).flatMap((group) => {
      const node = startingNode(cluster, group);
      const families = startingMachines(group).map(({ key }) => familyOf(key));
      return node ? families.filter((family) => family !== undefined).map((family) => [node.key, family] as const) : [];
    }),
  guestClusterOf: (bound) =>
    elementsIn(bound, 'guest_cluster').flatMap((team) => memberRefs(team).map(({ key }) => [key, team.name] as const)),
  farmOf: (bound) =>
    elementsIn(bound, 'nlb_cluster').flatMap((team) => memberRefs(team).map(({ key }) => [key, team.name] as const)),
};
