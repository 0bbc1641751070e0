import type { BoundDeclaration } from '../model/bind/declaration';
import type { Cluster } from '../model/cluster';
import { isConfiguration, isVirtualMachine } from '../model/elements';
import type { Group, Resource, Vhd, VirtualMachine, VirtualMachineConfiguration } from '../model/elements';
import { resolveInGroup, resolvePath } from '../model/paths';
import type { Resolution } from '../model/paths';
import type { PathValue } from '../model/values';
import { groupsIn, looseMachinesIn } from './elements';

/** A file of a clustered virtual machine, and where its path leads. */
export interface ClusteredFile {
  readonly path: PathValue;
  readonly role: 'vhd' | 'parent' | 'configuration';
  readonly resource: VirtualMachine | VirtualMachineConfiguration;
  readonly group: Group;
  readonly resolution: Resolution;
}

/** What was found for each resource, for as long as what paths lead to is remembered: most rules ask for the same files. */
const remembered = new WeakMap<ReadonlyMap<string, Resolution>, Map<Resource, readonly ClusteredFile[]>>();

/** The files of a resource of a host cluster's group; none for other kinds than virtual machines and configurations. */
export function filesOf(cluster: Cluster, group: Group, resource: Resource): readonly ClusteredFile[] {
  if (!isVirtualMachine(resource) && !isConfiguration(resource)) return [];
  const { found } = cluster.paths;
  if (!found) return filesNow(cluster, group, resource);
  const known = remembered.get(found) ?? new Map<Resource, readonly ClusteredFile[]>();
  remembered.set(found, known);
  const files = known.get(resource) ?? filesNow(cluster, group, resource);
  known.set(resource, files);
  return files;
}

function filesNow(
  cluster: Cluster,
  group: Group,
  resource: VirtualMachine | VirtualMachineConfiguration,
): readonly ClusteredFile[] {
  return pathsOf(resource).map(({ path, role }) => ({
    path,
    role,
    resource,
    group,
    resolution: resolveInGroup(cluster, path.text, group.key),
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

/** A path to a file of a virtual machine, clustered or not, and where it leads. */
export interface StoredPath {
  readonly path: PathValue;
  /** The virtual hard disk that the path is the own one of; undefined for a parent and for a configuration. */
  readonly vhd: Vhd | undefined;
  readonly resolution: Resolution;
}

/** Paths of virtual hard disks, parents and configurations in a declaration, of machines in groups and outside any. */
export function storedPathsIn(bound: BoundDeclaration, cluster: Cluster): readonly StoredPath[] {
  const clustered = filesIn(bound, cluster).map(({ path, role, resource, resolution }) => ({
    path,
    vhd: role === 'vhd' && isVirtualMachine(resource) ? resource.vhds.find((vhd) => vhd.path === path) : undefined,
    resolution,
  }));
  return [...clustered, ...looseMachinesIn(bound).flatMap((machine) => loosePathsOf(machine, cluster))];
}

/** Paths of a virtual machine outside any group. */
export function loosePathsOf({ vhds, values }: VirtualMachine, cluster: Cluster): readonly StoredPath[] {
  const parents = vhds.map((vhd) => vhd.values.parent);
  return [
    ...vhds.map((vhd) => ({ path: vhd.path, vhd })),
    ...[...parents, values.configuration_path].flatMap((path) => (path ? [{ path, vhd: undefined }] : [])),
  ].map((one) => ({ ...one, resolution: resolvePath(cluster, one.path.text) }));
}
