import type { BoundDeclaration } from '../model/bind/declaration';
import { isConfiguration } from '../model/elements';
import type { PathValue } from '../model/values';
import { groupsIn, machinesIn } from './elements';

/** A path to a file of a virtual machine, clustered or not, and what cannot start without it. */
export interface MachineFile {
  readonly path: PathValue;
  readonly user: string;
}

/** Paths of virtual hard disks, their parents and configurations in a declaration, of machines in groups and outside any. */
export function machineFilesIn(bound: BoundDeclaration): readonly MachineFile[] {
  const configurations = groupsIn(bound).flatMap((group) => group.resources.filter(isConfiguration));
  return [
    ...machinesIn(bound).flatMap(({ name, vhds, values }) =>
      [...vhds.flatMap((vhd) => [vhd.path, vhd.values.parent]), values.configuration_path].map((path) => ({
        path,
        user: name,
      })),
    ),
    ...configurations.map(({ name, values }) => ({ path: values.path, user: name })),
  ].flatMap(({ path, user }) => (path ? [{ path, user }] : []));
}
