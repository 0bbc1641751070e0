import type { BoundDeclaration } from '../model/bind/declaration';
import type { Cluster } from '../model/cluster';
import { isConfiguration, isVirtualMachine } from '../model/elements';
import type { Group, Resource, VirtualMachine, VirtualMachineConfiguration } from '../model/elements';
import { resolvePath } from '../model/paths';
import type { Resolution } from '../model/paths';
import type { PathValue } from '../model/values';
import { groupsIn } from './elements';

/** A file of a clustered virtual machine, and where its path leads. */
export interface ClusteredFile {
  readonly path: PathValue;
  readonly role: 'vhd' | 'parent' | 'configuration';
  readonly resource: VirtualMachine | VirtualMachineConfiguration;
  readonly group: Group;
  readonly resolution: Resolution;
}

/** The files of a resource of a host cluster's group; none for other kinds than virtual machines and configurations. */
export function filesOf(cluster: Cluster, group: Group, resource: Resource): readonly ClusteredFile[] {
  if (!isVirtualMachine(resource) && !isConfiguration(resource)) return [];
  return pathsOf(resource).map(({ path, role }) => ({
    path,
    role,
    resource,
    group,
    resolution: resolvePath(cluster, path.text),
  }));
}

/** The files of all groups of the host cluster in a declaration. */
export function filesIn(bound: BoundDeclaration, cluster: Cluster): readonly ClusteredFile[] {
  return groupsIn(bound).flatMap((group) => group.resources.flatMap((resource) => filesOf(cluster, group, resource)));
}

function pathsOf(
  resource: VirtualMachine | VirtualMachineConfiguration,
): readonly Pick<ClusteredFile, 'path' | 'role'>[] {
  if (!isVirtualMachine(resource)) {
    return resource.values.path ? [{ path: resource.values.path, role: 'configuration' }] : [];
  }
  return resource.vhds.flatMap(({ path, values }) => [
    { path, role: 'vhd' as const },
    ...(values.parent ? [{ path: values.parent, role: 'parent' as const }] : []),
  ]);
}
