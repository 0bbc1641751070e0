import type { BoundDeclaration, DeclaredElements } from '../model/bind/declaration';
import { partsOf } from '../model/parts';
import type { Group, Resource, VirtualMachine } from '../model/elements';

const none: readonly never[] = [];

/** Elements of a kind that a declaration declares at the top level, in order. */
export function elementsIn<K extends keyof DeclaredElements>(
  { declared }: BoundDeclaration,
  kind: K,
): readonly DeclaredElements[K][] {
  const [first] = declared;
  if (declared.length === 1 && first?.kind !== kind) return none;
  return declared.filter((one) => one.kind === kind).map(({ element }) => element as DeclaredElements[K]);
}

/** Groups of the host cluster in a declaration. */
export function groupsIn(bound: BoundDeclaration): readonly Group[] {
  return partsOf(bound).groups;
}

/** Groups in a declaration: those of the host cluster, and those of guest clusters. */
export function allGroupsIn(bound: BoundDeclaration): readonly Group[] {
  const guests = elementsIn(bound, 'guest_cluster');
  return guests.length === 0 ? groupsIn(bound) : [...groupsIn(bound), ...guests.flatMap((guest) => guest.groups)];
}

/** Virtual machines in a declaration that are not in any group. */
export function looseMachinesIn(bound: BoundDeclaration): readonly VirtualMachine[] {
  return elementsIn(bound, 'virtual_machine');
}

/** Virtual machines in a declaration, in groups of the host cluster and outside any. */
export function machinesIn(bound: BoundDeclaration): readonly VirtualMachine[] {
  return partsOf(bound).virtualMachines;
}

/** Resources of all groups in a declaration, guest clusters' included. */
export function resourcesIn(bound: BoundDeclaration): readonly Resource[] {
  return partsOf(bound).resources;
}
