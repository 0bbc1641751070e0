import type { Resource } from '../../model/elements';
import { waitsForItself } from '../dependencies';
import { groupsIn, machinesIn, resourcesIn } from '../elements';
import { all } from './said';
import type { FactTable } from './said';

/** What declarations say of groups and their resources. */
export interface GroupFacts {
  /** By key of a configuration: that a virtual machine names it as its own. */
  readonly claims: true;
  /** By anti-affinity class in lower case: once for each group in it. */
  readonly classMembers: true;
  /** By `anyKey`: resources that wait for themselves. */
  readonly rings: Resource;
}

export const groupFacts: FactTable<GroupFacts> = {
  claims: (bound) =>
    machinesIn(bound).flatMap(({ values }) => (values.configuration ? [[values.configuration.key, true] as const] : [])),
  classMembers: (bound) =>
    groupsIn(bound).flatMap((group) =>
      [...new Set(group.values.anti_affinity_class_names?.map((one) => one.toLowerCase()))].map(
        (name) => [name, true] as const,
      ),
    ),
  rings: (bound, { cluster }) => all(resourcesIn(bound).filter((one) => waitsForItself(cluster, one))),
};
