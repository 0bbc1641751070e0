import type { Resource, VirtualMachine } from '../../model/elements';
import { waitsForItself } from '../dependencies';
import { groupsIn, machinesIn, resourcesIn } from '../elements';
import { all } from './said';
import type { FactTable } from './said';

/** What declarations say of groups and their resources. */
export interface GroupFacts {
  /** By key of a configuration: the virtual machines that name it as their own. */
  readonly claims: VirtualMachine;
  /** By anti-affinity class in lower case: once for each group in it. */
  readonly classMembers: true;
  /** By `anyKey`: resources that wait for themselves. */
  readonly rings: Resource;
}

export const groupFacts: FactTable<GroupFacts> = {
  claims: (bound) =>
    machinesIn(bound).flatMap((machine) =>
      machine.values.configuration ? [[machine.values.configuration.key, machine] as const] : [],
    ),
  classMembers: (bound) =>
    groupsIn(bound).flatMap((group) =>
      [...new Set(group.values.anti_affinity_class_names?.map((one) => one.toLowerCase()))].map(
        (name) => [name, true] as const,
      ),
    ),
  rings: (bound, { cluster }) => all(resourcesIn(bound).filter((one) => waitsForItself(cluster, one))),
};
