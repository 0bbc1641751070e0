import type { Fix } from '../../../language/finding';
import { isVirtualMachine } from '../../../model/elements';
import type { Disk, Group, PassthroughDisk, VirtualMachine } from '../../../model/elements';
import { requires } from '../../dependencies';
import { groupsOnDisk, homeOf, isBuiltIn } from '../../disks';
import type { Home } from '../../disks';
import { requireAll } from '../../edits/dependency';
import { clusterDisk } from '../../edits/disk';
import { addDiskResources } from '../../edits/resource';
import { groupsIn } from '../../elements';
import { failsToStart } from '../../phrases';
import type { Checked, DeclarationRule, Found } from '../../rule';
import { mayBeUnread } from '../../unread';
import { isBroken, isUnreadable, labelOf } from '../../written';

/** A pass-through disk that is no resource of the virtual machine's group, so that it does not move with it. */
export const passthroughNotClustered: DeclarationRule = {
  code: 'storage/passthrough-not-clustered',
  severity: 'error',
  source: 'semantics 7.1 ST-3, ST-4, 7.2, S20 (HA storage)',
  check: (bound, design) =>
    isBroken(bound.declaration)
      ? []
      : groupsIn(bound).flatMap((group) =>
          group.resources
            .filter(isVirtualMachine)
            .flatMap((machine) =>
              machine.passthroughDisks.flatMap((passthrough) => leftBehind(design, group, machine, passthrough)),
            ),
        ),
};

function leftBehind(
  design: Checked,
  group: Group,
  machine: VirtualMachine,
  passthrough: PassthroughDisk,
): readonly Found[] {
  const { cluster } = design;
  const disk = cluster.disks.get(passthrough.disk.key);
  if (!disk || isSaidElsewhere(design, disk, machine)) return [];
  const home = homeOf(cluster, disk);
  const where = placeOf(home, group);
  if (where === undefined || mayBeUnread(design, disk.key, passthrough.declaration)) return [];
  return [
    {
      message: `Disk ${disk.name} is handed to ${machine.name} as a whole, but it ${where}: ${failsToStart(cluster, group, machine.name)}, because the disk stays behind.`,
      place: labelOf(passthrough),
      related: [{ place: labelOf(disk), message: `Disk ${disk.name} is declared here.` }],
      fixes: takeAlong(design, group, machine, disk, home),
    },
  ];
}

/** Of several virtual machines that are given one disk, one is right where it has it in its group; that there are several is a rule of its own. */
function isSaidElsewhere({ cluster, facts }: Checked, disk: Disk, machine: VirtualMachine): boolean {
  const users = facts.passedTo(disk.key);
  const home = homeOf(cluster, disk);
  const isOwned = home.kind === 'group' && users.some((user) => user.group === home.group.key);
  return isOwned || users.find((user) => user.group !== '') !== machine;
}

/** Why a disk does not move with the group; undefined where it does. */
function placeOf(home: Home, group: Group): string | undefined {
  switch (home.kind) {
    case 'group':
      return home.group === group ? undefined : `is in group ${home.group.name} and not in ${group.name}`;
    case 'available':
      return `is in Available Storage and not in group ${group.name}`;
    case 'unclustered':
      return 'is not clustered';
    case 'shared':
      return 'is a shared volume, which no group can own';
    case 'share':
      return 'is a file share and no disk';
    case 'reserved':
      return 'is the witness';
  }
}

/** Adds the disk to the group and makes the machine depend on it. A disk of another group is not taken from it. */
function takeAlong(design: Checked, group: Group, machine: VirtualMachine, disk: Disk, home: Home): readonly Fix[] {
  const { cluster } = design;
  const isNew = home.kind === 'unclustered';
  const isFree = home.kind === 'available' && groupsOnDisk(design, disk).every((one) => one === group);
  if ((!isNew && !isFree) || isUnreadable(machine, 'depends_on')) return [];
  const depends = requires(machine.values.depends_on, disk.key) ? [] : requireAll(machine, [disk.name]);
  const title = `${isNew ? `Cluster disk ${disk.name}, add it` : `Add disk ${disk.name}`} to group ${group.name} and make ${machine.name} depend on it`;
  const edits = [...(isNew ? [clusterDisk(disk)] : []), addDiskResources(cluster, group, [disk]), ...depends];
  return [{ title, preferred: isFree && isBuiltIn(cluster, disk), edits }];
}
