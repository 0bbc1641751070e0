import type { Group } from '../../model/elements';
import { machinesOf } from '../../model/owners';
import { startingMachines, startingNode } from '../../model/start';
import { groupsIn, looseMachinesIn } from '../elements';
import { anyKey } from './said';
import type { FactTable } from './said';

/** What declarations say of the nodes that virtual machines may come to. */
export interface NodeFacts {
  /** By key of a node: names of virtual machines it may host; by `anyKey` those that every node may host. One name a group. */
  readonly mayHost: string;
  /** By key of a node, once for each virtual machine that runs there from the start; by `anyKey` once for each of the groups. */
  readonly running: true;
}

export const nodeFacts: FactTable<NodeFacts> = {
  mayHost: (bound) => [
    ...groupsIn(bound).flatMap((group) => {
      const [machine] = machinesOf(group);
      return machine ? hostKeysOf(group).map((key) => [key, machine.name] as const) : [];
    }),
    ...looseMachinesIn(bound).flatMap(({ name, values }) => (values.host ? [[values.host.key, name] as const] : [])),
  ],
  running: (bound, { cluster }) => [
    ...groupsIn(bound).flatMap((group) => {
      const node = startingNode(cluster, group);
      const keys = node ? [anyKey, node.key] : [anyKey];
      return startingMachines(group).flatMap(() => keys.map((key) => [key, true] as const));
    }),
    ...looseMachinesIn(bound).flatMap(({ values }) =>
      values.host && values.state === 'running' ? [[values.host.key, true] as const] : [],
    ),
  ],
};

/** Keys of the nodes that may own every resource of the group (semantics 2.3, S16); `anyKey` where no resource says. */
function hostKeysOf({ resources }: Group): readonly string[] {
  const lists = resources.flatMap(({ values }) => (values.possible_owners ? [values.possible_owners] : []));
  const [first, ...others] = lists.map((owners) => new Set(owners.map(({ key }) => key)));
  return first ? [...first].filter((key) => others.every((one) => one.has(key))) : [anyKey];
}
