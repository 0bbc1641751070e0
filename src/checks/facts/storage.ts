import type { Vhd } from '../../model/elements';
import { elementsIn, groupsIn, machinesIn } from '../elements';
import { filesIn } from '../files';
import type { ClusteredFile } from '../files';
import { disksByStorage, isPartial } from '../zoning';
import type { DisksOfGroup } from '../zoning';
import type { FactTable } from './said';

/** What declarations say of disks, files and storage. */
export interface StorageFacts {
  /** By key of the disk: virtual hard disks and configuration files of groups; parents are not among them. */
  readonly filesOnDisk: ClusteredFile;
  /** By path in lower case. */
  readonly vhds: Vhd;
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
  vhds: (bound) =>
    machinesIn(bound).flatMap(({ vhds }) => vhds.map((vhd) => [vhd.path.text.toLowerCase(), vhd] as const)),
  partialStorages: (bound, { cluster }) =>
    elementsIn(bound, 'storage')
      .filter((storage) => isPartial(cluster, storage))
      .map((storage) => [storage.key, true]),
};

/** Said of what the first step found. */
export const zoningFacts: FactTable<StorageFacts> = {
  zoned: (bound, design) => groupsIn(bound).flatMap((group) => disksByStorage(design, group)),
};
