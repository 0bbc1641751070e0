import { isAtLeast } from '../../language/schema/version';
import type { Version } from '../../language/schema/version';
import type { Disk, VirtualMachine } from '../../model/elements';
import { isInRing } from '../chain';
import { diskResourceKeyword, homeOf } from '../disks';
import { managedPath } from '../managed-path';
import type { Checked } from '../rule';
import { labelOf } from '../written';
import { localText } from '../where';
import { looseFilesOf } from './belongings';
import type { LooseFile } from './belongings';
import type { Note } from './confirmation';

/** First release whose virtual machines may have files on a share (checks.md: a UNC path before 2012 is version/not-available). */
const sharesSince: Version = '2012';

/** Whether all files and pass-through disks are where the cluster can take them along (semantics 7.1 ST-1, 10.4). */
export function checkStorage(design: Checked, machine: VirtualMachine, note: Note): void {
  for (const file of looseFilesOf(design, machine)) {
    const fault = faultOf(design, file);
    if (fault !== undefined) note('error', `${file.path.text} ${fault}.`, file.path.place);
  }
  for (const vhd of machine.vhds) {
    if (isInRing(vhd, design)) note('error', `The parents of ${vhd.path.text} lead back to it.`, vhd.path.place);
  }
  for (const passthrough of machine.passthroughDisks) {
    const disk = design.cluster.disks.get(passthrough.disk.key);
    const kind = disk && homeOf(design.cluster, disk).kind;
    const isOwnable = kind === 'group' || kind === 'available';
    const fault =
      disk &&
      (isOwnable ? faultOfDisk(design, disk) : (faultOfDisk(design, disk) ?? 'is no disk that one group can own'));
    if (fault !== undefined) note('error', `Disk ${passthrough.disk.name} ${fault}.`, labelOf(passthrough));
  }
}

/** Why a file is not on clustered storage; undefined where it is. */
function faultOf(design: Checked, { path, resolution, role }: LooseFile): string | undefined {
  const { cluster } = design;
  switch (resolution.kind) {
    case 'local':
      return `is on ${localText(cluster, resolution)}: move it to clustered storage first`;
    case 'unknown':
      return 'is on a volume that the design does not declare';
    case 'share':
      return isAtLeast(cluster.version, sharesSince)
        ? undefined
        : `is on a share, which a virtual machine may use from Windows Server ${sharesSince} on`;
    case 'volume': {
      const fault = faultOfDisk(design, resolution.disk);
      if (fault !== undefined) return `is on disk ${resolution.disk.name}, which ${fault}`;
      const isNameless = resolution.by === 'node_guid' && managedPath(path.text, resolution.volume) === undefined;
      return isNameless && role !== 'ancestor'
        ? 'names its volume by a GUID of one node, and the design gives no other name of the volume'
        : undefined;
    }
  }
}

/** Why a disk cannot be used by a group; undefined where it can. */
function faultOfDisk({ cluster }: Checked, disk: Disk): string | undefined {
  const { kind } = homeOf(cluster, disk);
  if (kind === 'unclustered') return 'is not in the cluster: add it to the cluster first';
  if (kind === 'reserved') return 'is the witness or belongs to a guest cluster';
  const isThirdParty = kind === 'available' && diskResourceKeyword(cluster, disk) === 'storage_class';
  return isThirdParty
    ? 'is of a third-party solution: add its storage_class, with the releases it supports, to a group first'
    : undefined;
}
