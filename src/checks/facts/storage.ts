import { isDiskResource } from '../../model/elements';
import type { Disk, DiskResource, Vhd, VirtualMachine, Volume } from '../../model/elements';
import type { PathValue } from '../../model/values';
import { isInRing } from '../chain';
import { elementsIn, groupsIn, machinesIn } from '../elements';
import { filesIn, storedPathsIn } from '../files';
import type { ClusteredFile } from '../files';
import { isLettered } from '../letters';
import { mountHostOf } from '../mounts';
import { disksByStorage, isPartial } from '../zoning';
import type { DisksOfGroup } from '../zoning';
import { all } from './said';
import type { FactTable } from './said';

/** What declarations say of disks, files and storage. */
export interface StorageFacts {
  /** By key of the disk: virtual hard disks and configuration files of groups; parents are not among them. */
  readonly filesOnDisk: ClusteredFile;
  /** By key of the disk: what all virtual machines have on it. Parents and configurations are known by their path only. */
  readonly storedOnDisk: Vhd | PathValue;
  /** By key of the disk: its resources in groups of the host cluster. */
  readonly resourcesOfDisk: DiskResource;
  /** By key of the disk: virtual machines that it is handed to as a whole. */
  readonly passedTo: VirtualMachine;
  /** By key of the disk: other disks with a volume in one of its folders. */
  readonly mountedOn: Disk;
  /** By path in lower case. */
  readonly vhds: Vhd;
  /** By `anyKey`: differencing disks whose parents lead back to them. */
  readonly ringedVhds: Vhd;
  /** By `anyKey`: volumes with a drive letter. */
  readonly lettered: Volume;
  /** By key of a storage: that not every node reaches it. */
  readonly partialStorages: true;
  /** By key of a storage that not every node reaches: the groups with disks on it. */
  readonly zoned: DisksOfGroup;
}

export const storageFacts: FactTable<StorageFacts> = {
  filesOnDisk: (bound, { cluster }) =>
    filesIn(bound, cluster).flatMap((file) =>
      file.resolution.kind === 'volume' && file.role !== 'parent' ? [[file.resolution.disk.key, file] as const] : [],
    ),
  storedOnDisk: (bound, { cluster }) =>
    storedPathsIn(bound, cluster).flatMap(({ path, vhd, resolution }) =>
      resolution.kind === 'volume' ? [[resolution.disk.key, vhd ?? path] as const] : [],
    ),
  resourcesOfDisk: (bound) =>
    groupsIn(bound).flatMap((group) =>
      group.resources.filter(isDiskResource).map((resource) => [resource.disk.key, resource] as const),
    ),
  passedTo: (bound) =>
    machinesIn(bound).flatMap((machine) => machine.passthroughDisks.map(({ disk }) => [disk.key, machine] as const)),
  mountedOn: (bound, { cluster }) =>
    elementsIn(bound, 'disk').flatMap((disk) =>
      disk.volumes.flatMap((volume) => {
        const host = mountHostOf(cluster, volume);
        return host?.kind === 'disk' ? [[host.disk.key, disk] as const] : [];
      }),
    ),
  vhds: (bound) =>
    machinesIn(bound).flatMap(({ vhds }) => vhds.map((vhd) => [vhd.path.text.toLowerCase(), vhd] as const)),
  lettered: (bound) => all(elementsIn(bound, 'disk').flatMap(({ volumes }) => volumes.filter(isLettered))),
  partialStorages: (bound, { cluster }) =>
    elementsIn(bound, 'storage')
      .filter((storage) => isPartial(cluster, storage))
      .map((storage) => [storage.key, true]),
};

/** Said of what the first step found. */
export const zoningFacts: FactTable<StorageFacts> = {
  ringedVhds: (bound, design) =>
    all(machinesIn(bound).flatMap(({ vhds }) => vhds.filter((vhd) => vhd.values.parent && isInRing(vhd, design)))),
  zoned: (bound, design) => groupsIn(bound).flatMap((group) => disksByStorage(design, group)),
};
