import type { Cluster } from '../model/cluster';
import { isDiskResource, isVirtualMachine } from '../model/elements';
import type { Disk, Group, Storage } from '../model/elements';
import { reaches } from '../model/owners';
import { homeOf } from './disks';
import { filesOf } from './files';
import type { Checked } from './rule';
import { diskOfShare } from './shares';

/** A group, and those of the disks it uses that are on one storage. */
export interface DisksOfGroup {
  readonly group: Group;
  readonly disks: readonly Disk[];
}

/**
 * Whether a storage is not connected to every node. A list with a dangling name is reported for that, and may be complete once it is mended.
 */
export function isPartial(cluster: Cluster, storage: Storage): boolean {
  const listed = storage.values.nodes;
  const isWhole = listed?.every((ref) => cluster.nodes.get(ref.key)) ?? false;
  return isWhole && cluster.nodes.all.some((node) => !reaches(node, storage));
}

/** The disks a group uses on storages that not every node reaches, by key of the storage. */
export function disksByStorage(design: Checked, group: Group): readonly (readonly [string, DisksOfGroup])[] {
  const byStorage = new Map<string, Disk[]>();
  for (const disk of disksUsed(design.cluster, group)) {
    const key = disk.values.storage?.key;
    if (key === undefined || design.facts.partialStorages(key).length === 0) continue;
    byStorage.set(key, [...(byStorage.get(key) ?? []), disk]);
  }
  return [...byStorage].map(([key, disks]) => [key, { group, disks }]);
}

/** Clustered disks a group has resources for, has files on, or hands to a virtual machine. */
function disksUsed(cluster: Cluster, group: Group): ReadonlySet<Disk> {
  const disks = new Set<Disk | undefined>();
  for (const resource of group.resources) {
    if (isDiskResource(resource)) disks.add(cluster.disks.get(resource.disk.key));
    if (isVirtualMachine(resource)) {
      for (const { disk } of resource.passthroughDisks) disks.add(cluster.disks.get(disk.key));
    }
    for (const { path, resolution, role } of filesOf(cluster, group, resource)) {
      if (resolution.kind === 'share') disks.add(diskOfShare(cluster, path.text));
      if (resolution.kind !== 'volume') continue;
      const home = homeOf(cluster, resolution.disk);
      const isElsewhere = role === 'parent' && home.kind === 'group' && home.group !== group;
      if (!isElsewhere) disks.add(resolution.disk);
    }
  }
  return new Set([...disks].filter((disk) => disk !== undefined).filter((disk) => disk.values.clustered));
}
