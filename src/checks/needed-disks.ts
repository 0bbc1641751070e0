import type { Edit, Related } from '../language/finding';
import type { Cluster } from '../model/cluster';
import { isVirtualMachine } from '../model/elements';
import type { Disk, Group, VirtualMachine, VirtualMachineConfiguration } from '../model/elements';
import { requires, waitsFor } from './dependencies';
import { groupsOnDisk, homeOf } from './disks';
import { requireAll } from './edits/dependency';
import { addDiskResources } from './edits/resource';
import { filesOf } from './files';
import type { Checked } from './rule';
import { isBroken, isUnreadable, labelOf } from './written';

type Stored = VirtualMachine | VirtualMachineConfiguration;

/** A disk that a resource has files on, or is handed, without depending on it. */
export interface NeededDisk {
  readonly disk: Disk;
  /** What the resource needs it for, with its place. */
  readonly use: Related;
  /** The name of the disk's resource, once it has one. */
  readonly provider: string;
  /** Whether the disk is in Available Storage, so that it must become a resource of the group first. */
  readonly isAvailable: boolean;
}

/** Disks of Available Storage or of its own group that a resource needs and does not depend on (semantics 7.1 ST-4, 3.2). */
export function missingDisks(design: Checked, group: Group, resource: Stored): readonly NeededDisk[] {
  const { cluster } = design;
  const result: NeededDisk[] = [];
  for (const [disk, use] of disksUsed(cluster, group, resource)) {
    const home = homeOf(cluster, disk);
    const provider = home.kind === 'group' ? home.resource.name : disk.name;
    const isOwn = home.kind === 'group' && home.group === group;
    const isAvailable = home.kind === 'available' && groupsOnDisk(design, disk).length < 2;
    if (!isOwn && !isAvailable) continue;
    if (requires(resource.values.depends_on, provider.toLowerCase())) continue;
    result.push({ disk, use, provider, isAvailable });
  }
  const isUnknown = result.length > 0 && (isBroken(resource.declaration) || isUnreadable(resource, 'depends_on'));
  return isUnknown ? [] : result;
}

/**
 * Disks by the first use of each. A pass-through disk counts once it is a resource; that it is none is a matter of its own.
 */
function disksUsed(cluster: Cluster, group: Group, resource: Stored): ReadonlyMap<Disk, Related> {
  const uses = new Map<Disk, Related>();
  for (const { path, resolution } of filesOf(cluster, group, resource)) {
    if (resolution.kind !== 'volume' || uses.has(resolution.disk)) continue;
    uses.set(resolution.disk, { place: path.place, message: `${path.text} is on ${resolution.disk.name}.` });
  }
  const handedOver = isVirtualMachine(resource) ? resource.passthroughDisks : [];
  for (const passthrough of handedOver) {
    const disk = cluster.disks.get(passthrough.disk.key);
    if (!disk || uses.has(disk) || homeOf(cluster, disk).kind !== 'group') continue;
    uses.set(disk, { place: labelOf(passthrough), message: `${disk.name} is handed to ${resource.name} as a whole.` });
  }
  return uses;
}

/** Makes the resource depend on a disk it needs, and the disk a resource where it is none. Undefined where a ring would result. */
export function addNeededDisk(
  cluster: Cluster,
  group: Group,
  resource: Stored,
  needed: NeededDisk,
): readonly Edit[] | undefined {
  const provider = cluster.resources.get(needed.provider.toLowerCase());
  if (provider && waitsFor(cluster, provider, resource.key)) return undefined;
  return [
    ...(needed.isAvailable ? [addDiskResources(cluster, group, [needed.disk])] : []),
    ...requireAll(resource, [needed.provider]),
  ];
}
