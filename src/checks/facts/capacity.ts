import type { ClusterNode, Group, VirtualMachine } from '../../model/elements';
import { machineMb } from '../../model/memory';
import { startingMachines, startingNode } from '../../model/start';
import type { BoundDeclaration } from '../../model/bind/declaration';
import { elementsIn, groupsIn, looseMachinesIn } from '../elements';
import type { Checked } from '../rule';
import { anyKey } from './said';
import type { FactTable } from './said';

/** What declarations say of the load of the nodes when a run starts. */
export interface CapacityFacts {
  /** By key of a node: the groups that are on it. */
  readonly groupsOn: Group;
  /** By key of a node: the virtual machines outside any group that live on it. */
  readonly looseOn: VirtualMachine;
  /** By key of a node: once for each of those, for readers who need not know which. */
  readonly hosts: true;
  /** By `anyKey`: virtual processors of each group that the placement policy puts somewhere by load. */
  readonly roaming: number;
  /** By key of a node: memory its virtual machines take, MB. */
  readonly loadMb: number;
  /** By key of a node: virtual processors that run on it. */
  readonly virtualProcessors: number;
}

export const capacityFacts: FactTable<CapacityFacts> = {
  groupsOn: (bound, { cluster }) =>
    groupsIn(bound).flatMap((group) => {
      const node = startingNode(cluster, group);
      return node ? [[node.key, group] as const] : [];
    }),
  looseOn: (bound) =>
    looseMachinesIn(bound).flatMap((machine) =>
      machine.values.host ? [[machine.values.host.key, machine] as const] : [],
    ),
  hosts: (bound, { cluster }) =>
    [
      ...groupsIn(bound).map((group) => startingNode(cluster, group)?.key),
      ...looseMachinesIn(bound).map(({ values }) => values.host?.key),
    ].flatMap((key) => (key === undefined ? [] : [[key, true] as const])),
  roaming: (bound, { cluster }) =>
    groupsIn(bound)
      .filter((group) => startingNode(cluster, group) === undefined)
      .map((group) => [anyKey, processorsOf(startingMachines(group))]),
};

/** Sums over what the first step found: a reader of a sum is asked again only when the sum is another. */
export const loadFacts: FactTable<CapacityFacts> = {
  loadMb: (bound, design) => nodesIn(bound).map((node) => [node.key, loadOf(design, node)]),
  virtualProcessors: (bound, design) =>
    nodesIn(bound).map((node) => [node.key, processorsOf(machinesOn(design, node))]),
};

function nodesIn(bound: BoundDeclaration): readonly Pick<ClusterNode, 'key' | 'values'>[] {
  return elementsIn(bound, 'node');
}

function loadOf(design: Checked, node: Pick<ClusterNode, 'key'>): number {
  return machinesOn(design, node).reduce((sum, machine) => sum + machineMb(machine), 0);
}

function processorsOf(machines: readonly VirtualMachine[]): number {
  return machines.reduce((sum, { values }) => sum + values.processors, 0);
}

/** Virtual machines that run on a node from the start: those outside any group first, as in a run. */
export function machinesOn({ facts }: Checked, { key }: Pick<ClusterNode, 'key'>): readonly VirtualMachine[] {
  const loose = facts.looseOn(key).filter(({ values }) => values.state === 'running');
  return [...loose, ...facts.groupsOn(key).flatMap((group) => startingMachines(group))];
}
