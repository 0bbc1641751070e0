import type { Fix } from '../../../language/finding';
import type { Disk, Group, Volume } from '../../../model/elements';
import { groupOfDisk, groupsOnDisk, homeOf, isBuiltIn } from '../../disks';
import { addDiskResources } from '../../edits/resource';
import { elementsIn } from '../../elements';
import { mergeFix } from '../../merge-fix';
import { mountHostOf } from '../../mounts';
import type { Checked, DeclarationRule, Found } from '../../rule';
import { mayBeUnread } from '../../unread';
import { labelOf } from '../../written';

/** A volume mounted in a folder of a volume whose disk moves with another group, or with none. */
export const mountPointGroup: DeclarationRule = {
  code: 'storage/mount-point-group',
  severity: 'error',
  source: 'semantics 7.1 ST-6, S20 (Mount points), S23',
  check: (declaration, design) =>
    elementsIn(declaration, 'disk')
      .filter((disk) => design.cluster.disks.get(disk.key) === disk)
      .flatMap((disk) => disk.volumes.flatMap((volume) => parted(design, disk, volume))),
};

function parted(design: Checked, disk: Disk, volume: Volume): readonly Found[] {
  const { cluster } = design;
  const found = mountHostOf(cluster, volume);
  if (found?.kind !== 'disk' || !isForGroups(design, disk) || !isForGroups(design, found.disk)) return [];
  const host = found.disk;
  const group = groupOfDisk(design, disk);
  const hostGroup = groupOfDisk(design, host);
  if (group === hostGroup || areTorn(design, [disk, host], [group, hostGroup])) return [];
  const where = (one: Group | undefined): string => (one ? `in group ${one.name}` : 'in Available Storage');
  return [
    {
      message: `${volume.name} is a folder on disk ${host.name}, which is ${where(hostGroup)}, and its own disk ${disk.name} is ${where(group)}: when one of them moves without the other, what is in the folder is not found.`,
      place: labelOf(volume),
      related: [{ place: labelOf(host), message: `Disk ${host.name} holds the folder.` }],
      fixes: bringTogether(design, { disk, group }, { disk: host, group: hostGroup }),
    },
  ];
}

/** Whether a disk is in a group or could be. What cannot be read may be its resource, and where it is is not known then. */
function isForGroups(design: Checked, disk: Disk): boolean {
  const { kind } = homeOf(design.cluster, disk);
  return kind === 'group' || (kind === 'available' && !mayBeUnread(design, disk.key, disk.declaration));
}

/** Whether both groups have files on one of the disks: then that is the fault, and merging them mends both. */
function areTorn(design: Checked, disks: readonly Disk[], groups: readonly (Group | undefined)[]): boolean {
  return disks.some((disk) => {
    const torn = groupsOnDisk(design, disk);
    return groups.every((group) => group !== undefined && torn.includes(group));
  });
}

interface Placed {
  readonly disk: Disk;
  readonly group: Group | undefined;
}

/** Moving a disk alone would leave its virtual machine behind, so the groups are merged; a disk of Available Storage is added. */
function bringTogether(design: Checked, mounted: Placed, host: Placed): readonly Fix[] {
  const { cluster } = design;
  const loose = [mounted, host]
    .filter(({ disk }) => homeOf(cluster, disk).kind === 'available')
    .map(({ disk }) => disk);
  if (mounted.group && host.group) return mergeFix(design, [host.group, mounted.group], loose);
  const group = host.group ?? mounted.group;
  const [disk] = loose.filter((one) => groupOfDisk(design, one) === undefined);
  if (!group || !disk) return [];
  const edits = [addDiskResources(cluster, group, [disk])];
  return [{ title: `Add disk ${disk.name} to group ${group.name}`, preferred: isBuiltIn(cluster, disk), edits }];
}
