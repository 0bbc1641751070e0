import type { Cluster } from '../model/cluster';
import { isConfiguration, isVirtualMachine } from '../model/elements';
import type { Disk, Group, VirtualMachine, VirtualMachineConfiguration } from '../model/elements';
import { resolvePath } from '../model/paths';
import type { Resolution } from '../model/paths';
import type { PathValue } from '../model/values';

/** A file of a clustered virtual machine, and where its path leads. */
export interface ClusteredFile {
  readonly path: PathValue;
  readonly role: 'vhd' | 'parent' | 'configuration';
  readonly resource: VirtualMachine | VirtualMachineConfiguration;
  readonly group: Group;
  readonly resolution: Resolution;
}

/** The files of a cluster, and what is looked up by them. */
export interface ClusteredFiles {
  readonly all: readonly ClusteredFile[];
  of(resource: VirtualMachine | VirtualMachineConfiguration): readonly ClusteredFile[];
  /** Virtual hard disks and configuration files on a disk; parents are not among them. */
  on(disk: Disk): readonly ClusteredFile[];
}

const known = new WeakMap<Cluster, ClusteredFiles>();

/** The files of the virtual machines in groups of the host cluster. Made once for each cluster. */
export function clusteredFiles(cluster: Cluster): ClusteredFiles {
  const made = known.get(cluster) ?? makeFiles(cluster);
  known.set(cluster, made);
  return made;
}

function makeFiles(cluster: Cluster): ClusteredFiles {
  const all: ClusteredFile[] = [];
  const byResource = new Map<VirtualMachine | VirtualMachineConfiguration, ClusteredFile[]>();
  const byDisk = new Map<string, ClusteredFile[]>();
  for (const group of cluster.groups.all) {
    for (const resource of group.resources) {
      if (!isVirtualMachine(resource) && !isConfiguration(resource)) continue;
      const files = pathsOf(resource).map(({ path, role }) => ({
        path,
        role,
        resource,
        group,
        resolution: resolvePath(cluster, path.text),
      }));
      byResource.set(resource, files);
      for (const file of files) {
        all.push(file);
        if (file.resolution.kind !== 'volume' || file.role === 'parent') continue;
        const { key } = file.resolution.disk;
        const onDisk = byDisk.get(key);
        if (onDisk) onDisk.push(file);
        else byDisk.set(key, [file]);
      }
    }
  }
  return { all, of: (resource) => byResource.get(resource) ?? [], on: (disk) => byDisk.get(disk.key) ?? [] };
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
