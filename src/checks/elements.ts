import type { BoundDeclaration, DeclaredElements } from '../model/bind/declaration';
import { parts } from '../model/build';
import type { Group, Resource, VirtualMachine } from '../model/elements';

/** Elements of a kind that a declaration declares at the top level, in order. */
export function elementsIn<K extends keyof DeclaredElements>(
  { declared }: BoundDeclaration,
  kind: K,
): readonly DeclaredElements[K][] {
  const found: DeclaredElements[K][] = [];
  for (const one of declared) if (one.kind === kind) found.push(one.element as DeclaredElements[K]);
  return found;
}

/** Groups of the host cluster in a declaration. */
export function groupsIn(bound: BoundDeclaration): readonly Group[] {
  return parts.groups(bound);
}

/** Groups in a declaration: those of the host cluster, and those of guest clusters. */
export function allGroupsIn(bound: BoundDeclaration): readonly Group[] {
  return [...groupsIn(bound), ...elementsIn(bound, 'guest_cluster').flatMap((guest) => guest.groups)];
}

/** Virtual machines in a declaration that are not in any group. */
export function looseMachinesIn(bound: BoundDeclaration): readonly VirtualMachine[] {
  return elementsIn(bound, 'virtual_machine');
}

/** Virtual machines in a declaration, in groups of the host cluster and outside any. */
export function machinesIn(bound: BoundDeclaration): readonly VirtualMachine[] {
  return parts.virtualMachines(bound);
}

/** Resources of all groups in a declaration, guest clusters' included. */
export function resourcesIn(bound: BoundDeclaration): readonly Resource[] {
  return parts.resources(bound);
}
